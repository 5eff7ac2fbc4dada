import type { Day } from '../../domain/calendar/day.js';
import type { CalendarStatus } from '../../domain/calendar/working-calendar.js';

/** A year whose days off are not settled although they matter by now. */
export interface CalendarWarning {
  year: number;
  /** Nothing was imported · imported but not final. */
  kind: 'MISSING' | 'PROVISIONAL';
  text: string;
}

/** 国务院办公厅 publishes next year's arrangement in late October or November; from then on it is looked for. */
const LOOKED_FOR_FROM = '11-01';

/** What to remind the office of: this year at any time, next year from November on. Pure. */
export function calendarWarnings(
  years: readonly { year: number; status: CalendarStatus }[],
  today: Day,
): CalendarWarning[] {
  const thisYear = Number(today.slice(0, 4));
  const due = today.slice(5) >= LOOKED_FOR_FROM ? [thisYear, thisYear + 1] : [thisYear];
  return due.flatMap((year): CalendarWarning[] => {
    const known = years.find((each) => each.year === year);
    if (!known) {
      const text = `${year} 年的节假日安排尚未导入，期限暂按周一至周五计算。国务院办公厅通知公布后请及时导入。`;
      return [{ year, kind: 'MISSING', text }];
    }
    if (known.status === 'FINAL') return [];
    const text = `${year} 年的节假日安排为暂定，请在国务院办公厅通知公布后核对并导入。`;
    return [{ year, kind: 'PROVISIONAL', text }];
  });
}
