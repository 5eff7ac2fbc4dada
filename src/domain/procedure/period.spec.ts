import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import { periodEnd, periodRun, periodText } from './period.js';

const calendar = workingCalendar(
  [2023, 2024, 2025, 2026].map((year) =>
    parseHolidayCsv(readFileSync(`config/calendar/${year}.csv`, 'utf8')),
  ),
);

describe('periods of a procedure', () => {
  it('7 working days: make-up days count, holidays do not', () => {
    const ends = {
      '2023-04-24': '2023-05-06',
      '2023-04-28': '2023-05-11',
      '2023-09-27': '2023-10-12',
      '2024-02-07': '2024-02-22',
      '2025-01-24': '2025-02-10',
      '2026-02-12': '2026-02-28',
      '2026-09-24': '2026-10-12',
    };
    for (const [from, end] of Object.entries(ends)) {
      expect(periodEnd(calendar, from, { count: 7, unit: 'WORKING' })).toEqual({ raw: end, rolled: end });
      expect(periodRun(calendar, from, end, 'WORKING')).toBe(7);
    }
  });

  it('30 days: calendar days as they are, and the working day they roll to (民法典第二百零三条)', () => {
    const ends = {
      '2023-03-01': ['2023-03-31', '2023-03-31'],
      '2023-09-01': ['2023-10-01', '2023-10-07'],
      '2024-01-12': ['2024-02-11', '2024-02-18'],
      '2026-09-02': ['2026-10-02', '2026-10-08'],
    };
    for (const [from, [raw, rolled]] of Object.entries(ends))
      expect(periodEnd(calendar, from, { count: 30, unit: 'CALENDAR' })).toEqual({ raw, rolled });
  });

  it('1 to 30 March is 29 days', () => {
    expect(periodRun(calendar, '2023-03-01', '2023-03-30', 'CALENDAR')).toBe(29);
  });

  it('says itself in words', () => {
    expect(periodText({ count: 30, unit: 'CALENDAR' })).toBe('30 日');
    expect(periodText({ count: 7, unit: 'WORKING' })).toBe('7 个工作日');
  });
});
