import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, weekdayOf } from './day.js';
import { addLegalDays, addLegalMonths, checkMinimumPeriod } from './legal-period.js';
import { parseHolidayCsv } from './parse-holiday-csv.js';
import {
  addWorkingDays,
  nextWorkingDay,
  nthWorkingDayOfMonth,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
  workingDaysInYear,
} from './working-calendar.js';

const folder = new URL('../../../config/calendar/', import.meta.url);
const years = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => parseHolidayCsv(readFileSync(new URL(name, folder), 'utf8')));
const calendar = workingCalendar(years);

// The package's data file and not its functions: those parse a day as an instant and err by one day west of Greenwich.
const origin = JSON.parse(
  readFileSync(new URL('../../../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8'),
) as { holidays: Record<string, string>; workdays: Record<string, string> };

describe('the published years', () => {
  it('say for every day of 2004–2026 what the data they were made from says', () => {
    const differing: string[] = [];
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const works = day in origin.workdays || (!(day in origin.holidays) && weekdayOf(day) <= 5);
      const name = (origin.holidays[day] ?? origin.workdays[day])?.split(',')[1];
      if (calendar.isWorkingDay(day) !== works || calendar.exceptionOn(day)?.name !== name)
        differing.push(day);
    }
    expect(differing).toEqual([]);
    expect(years.map((year) => year.year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('have in %i %i working days', (year, count) => {
    expect(workingDaysInYear(calendar, year)).toEqual({ count, status: 'FINAL' });
  });

  it('name the holiday', () => {
    expect(calendar.exceptionOn('2023-01-28')).toEqual({ day: '2023-01-28', isWorking: true, name: '春节' });
    expect(calendar.exceptionOn('2023-01-30')).toBeNull();
  });
});

describe('reckoning in working days', () => {
  it.each([
    ['2023-04-24', 7, '2023-05-06'],
    ['2023-04-28', 7, '2023-05-11'],
    ['2023-09-27', 7, '2023-10-12'],
    ['2024-02-07', 7, '2024-02-22'],
    ['2025-01-24', 7, '2025-02-10'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-09-24', 7, '2026-10-12'],
    ['2023-06-20', 3, '2023-06-26'],
    ['2023-06-24', 0, '2023-06-24'],
    ['2023-06-26', -3, '2023-06-20'],
  ])('%s plus %i is %s', (from, n, to) => {
    expect(addWorkingDays(calendar, from, n)).toEqual({ day: to, status: 'FINAL' });
  });

  it.each([
    ['2023-10', '2023-10-07'],
    ['2023-05', '2023-05-04'],
    ['2026-01', '2026-01-04'],
  ])('the first working day of %s is %s', (month, day) => {
    expect(nthWorkingDayOfMonth(calendar, month, 1)).toEqual({ day, status: 'FINAL' });
  });

  it('refuses a working day the month does not have', () => {
    expect(() => nthWorkingDayOfMonth(calendar, '2023-10', 0)).toThrow(RangeError);
    expect(() => nthWorkingDayOfMonth(calendar, '2023-10', 24)).toThrow(RangeError);
  });

  it('moves the 25th of January 2023 to the last working day before the Spring Festival', () => {
    expect(previousWorkingDay(calendar, '2023-01-25').day).toBe('2023-01-20');
    expect(previousWorkingDay(calendar, '2023-10-07').day).toBe('2023-10-07');
    expect(nextWorkingDay(calendar, '2023-01-21').day).toBe('2023-01-28');
  });

  it('refuses what is no day or no whole number', () => {
    expect(() => addWorkingDays(calendar, '2023-02-29', 1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2023-02-28', 1.5)).toThrow(RangeError);
    expect(() => nextWorkingDay(calendar, '2023-2-3')).toThrow(RangeError);
  });

  it('counts between two days what adding would step over', () => {
    const day = fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2004-03-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n).day;
        expect(workingDaysBetween(calendar, from, to).count).toBe(n);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a year without published data', () => {
  it('counts Monday to Friday and says that it is provisional', () => {
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(calendar.statusOf('2027-01-01')).toBe('PROVISIONAL');
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toEqual({ day: '2027-01-01', status: 'PROVISIONAL' });
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', status: 'FINAL' });
    expect(workingDaysBetween(calendar, '2026-12-01', '2027-01-04').status).toBe('PROVISIONAL');
    expect(workingDaysInYear(calendar, 2027).status).toBe('PROVISIONAL');
  });

  it('stays provisional with data that is marked so', () => {
    const draft = workingCalendar([
      {
        year: 2027,
        status: 'PROVISIONAL',
        noticeNumber: null,
        exceptions: [{ day: '2027-01-01', isWorking: false, name: '元旦' }],
      },
    ]);
    expect(nextWorkingDay(draft, '2027-01-01')).toEqual({ day: '2027-01-04', status: 'PROVISIONAL' });
  });

  it('lets the later notice speak for the last days of a December', () => {
    const both = workingCalendar([
      {
        year: 2024,
        status: 'FINAL',
        noticeNumber: null,
        exceptions: [{ day: '2023-12-30', isWorking: true, name: '元旦' }],
      },
      {
        year: 2023,
        status: 'FINAL',
        noticeNumber: null,
        exceptions: [{ day: '2023-12-30', isWorking: false, name: '元旦' }],
      },
    ]);
    expect(both.isWorkingDay('2023-12-30')).toBe(true);
  });
});

describe('legal periods', () => {
  it.each([
    ['2023-03-01', '2023-03-31'],
    ['2023-09-01', '2023-10-07'],
    ['2024-01-12', '2024-02-18'],
    ['2026-09-02', '2026-10-08'],
  ])('30 days from %s end on %s', (from, end) => {
    expect(addLegalDays(calendar, from, 30)).toEqual({ day: end, status: 'FINAL' });
  });

  it('end after months on the corresponding day, else on the month’s last, and roll', () => {
    expect(addLegalMonths(calendar, '2023-08-31', 1).day).toBe('2023-10-07');
    expect(addLegalMonths(calendar, '2023-01-31', 1).day).toBe('2023-02-28');
  });

  it('a minimum of 30 days is not met after 29', () => {
    expect(checkMinimumPeriod('2023-03-01', '2023-03-30', 30)).toEqual({
      met: false,
      days: 29,
      earliestEnd: '2023-03-31',
    });
    expect(checkMinimumPeriod('2023-03-01', '2023-03-31', 30).met).toBe(true);
  });
});
