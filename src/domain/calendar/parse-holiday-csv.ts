import { holidayFileRefused, type HolidayLineError } from './calendar.errors.js';
import { isDay, weekdayOf } from './day.js';
import type { CalendarException, CalendarYear } from './working-calendar.js';

const COLUMNS = 'day,kind,name';

/**
 * Reads one year's arrangement: comment lines `# year: 2023`, `# status: FINAL|PROVISIONAL`, `# notice: <number>`
 * (may be empty), the column line `day,kind,name`, then one row a day with kind 放假 or 上班. The format is documented
 * in config/calendar/README.md. Refuses the whole file with all faulty lines (`HOLIDAY_FILE_INVALID`).
 */
export function parseHolidayCsv(text: string): CalendarYear {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const errors: HolidayLineError[] = [];
  const head = readHead(lines, errors);
  const exceptions = head ? readRows(lines, head.year, errors) : [];
  if (!head || errors.length > 0) throw holidayFileRefused(errors);
  return { ...head, exceptions };
}

function readHead(
  lines: readonly string[],
  errors: HolidayLineError[],
): Omit<CalendarYear, 'exceptions'> | null {
  const year = commentOf(lines, 'year');
  const status = commentOf(lines, 'status');
  if (!/^(19|20)\d{2}$/.test(year.value)) {
    errors.push({ line: year.line, message: '缺少年份，应有一行“# year: 2023”' });
  }
  if (status.value !== 'FINAL' && status.value !== 'PROVISIONAL') {
    errors.push({
      line: status.line,
      message: '缺少状态，应有一行“# status: FINAL”或“# status: PROVISIONAL”',
    });
    return null;
  }
  const notice = commentOf(lines, 'notice').value;
  const noticeNumber = notice === '' ? null : notice;
  return errors.length > 0 ? null : { year: Number(year.value), status: status.value, noticeNumber };
}

/** The value of `# key: value` and its line; empty and line 1 where there is none. */
function commentOf(lines: readonly string[], key: string): { value: string; line: number } {
  const pattern = new RegExp(`^#\\s*${key}\\s*:(.*)$`);
  const index = lines.findIndex((text) => pattern.test(text));
  return { value: (pattern.exec(lines[index] ?? '')?.[1] ?? '').trim(), line: Math.max(index, 0) + 1 };
}

function readRows(lines: readonly string[], year: number, errors: HolidayLineError[]): CalendarException[] {
  const exceptions: CalendarException[] = [];
  const seen = new Map<string, number>();
  let sawColumns = false;
  lines.forEach((text, index) => {
    const line = index + 1;
    const row = text.trim();
    if (row === '' || row.startsWith('#')) return;
    if (!sawColumns) {
      sawColumns = true;
      if (row !== COLUMNS) errors.push({ line, message: `第一行数据前应为列名“${COLUMNS}”` });
      return;
    }
    const result = readRow(row, year);
    if (typeof result === 'string') errors.push({ line, message: result });
    else if (seen.has(result.day))
      errors.push({ line, message: `${result.day} 与第${seen.get(result.day)}行重复` });
    else {
      seen.set(result.day, line);
      exceptions.push(result);
    }
  });
  if (!sawColumns) errors.push({ line: lines.length, message: `没有列名“${COLUMNS}”` });
  return exceptions;
}

/** Gives the row, or the sentence that says what is wrong with it. */
function readRow(row: string, year: number): CalendarException | string {
  const cells = row.split(',').map((cell) => cell.trim());
  if (cells.length > 3) return '列数多于三列';
  const [day, kind, name] = [...cells, '', ''] as [string, string, string];
  const fault = faultOfDay(day, year);
  if (fault !== null) return fault;
  if (kind !== '放假' && kind !== '上班') return `“${kind}”应为“放假”或“上班”`;
  if (name === '') return '缺少节日名称';
  const isWorking = kind === '上班';
  if (isWorking && weekdayOf(day) <= 5) return `${day} 本来就是工作日，不应列为调休上班`;
  return { day, isWorking, name };
}

function faultOfDay(text: string, year: number): string | null {
  if (!isDay(text)) return `“${String(text)}”不是有效日期，应为 2023-01-02 的样式`;
  // A year's notice may move the last days of the December before, and nothing else outside its year.
  const belongs = text.startsWith(`${year}-`) || text.startsWith(`${year - 1}-12-`);
  return belongs ? null : `${text} 不属于 ${year} 年的安排`;
}
