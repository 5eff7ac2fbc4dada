import { holidayFileRefused, type HolidayLineError } from './calendar.errors.js';
import { isDay, weekdayOf } from './day.js';
import type { CalendarException, CalendarStatus, CalendarYear } from './working-calendar.js';

const COLUMNS = 'day,kind,name';
const KINDS: Readonly<Record<string, boolean>> = { 放假: false, 上班: true };

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
  const values = new Map<string, { value: string; line: number }>();
  lines.forEach((text, index) => {
    const match = /^#\s*(year|status|notice)\s*:\s*(.*?)\s*$/.exec(text);
    if (match?.[1] !== undefined) values.set(match[1], { value: match[2] ?? '', line: index + 1 });
  });
  const year = values.get('year');
  const status = values.get('status');
  if (!year || !/^(19|20)\d{2}$/.test(year.value)) {
    errors.push({ line: year?.line ?? 1, message: '缺少年份，应有一行“# year: 2023”' });
    return null;
  }
  if (!status || (status.value !== 'FINAL' && status.value !== 'PROVISIONAL')) {
    errors.push({
      line: status?.line ?? 1,
      message: '缺少状态，应有一行“# status: FINAL”或“# status: PROVISIONAL”',
    });
    return null;
  }
  const noticeNumber = values.get('notice')?.value ?? '';
  return {
    year: Number(year.value),
    status: status.value satisfies CalendarStatus,
    noticeNumber: noticeNumber === '' ? null : noticeNumber,
  };
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
  const [day = '', kind = '', name = '', ...rest] = row.split(',').map((cell) => cell.trim());
  if (rest.length > 0) return '列数多于三列';
  if (!isDay(day)) return `“${String(day)}”不是有效日期，应为 2023-01-02 的样式`;
  // A year's notice may move the last days of the December before, and nothing else outside its year.
  if (!day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`))
    return `${day} 不属于 ${year} 年的安排`;
  const isWorking = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (isWorking === undefined) return `“${kind}”应为“放假”或“上班”`;
  if (name === '') return '缺少节日名称';
  if (isWorking && weekdayOf(day) <= 5) return `${day} 本来就是工作日，不应列为调休上班`;
  return { day, isWorking, name };
}
