import { describe, expect, it } from '@jest/globals';
import { calendarWarnings } from './calendar-outlook.js';

const final = (year: number) => ({ year, status: 'FINAL' as const });

describe('what the calendar lacks', () => {
  it.each([
    ['2026-10-31', [final(2026)], []],
    ['2026-11-01', [final(2026)], [[2027, 'MISSING']]],
    ['2026-11-20', [final(2026), { year: 2027, status: 'PROVISIONAL' as const }], [[2027, 'PROVISIONAL']]],
    ['2026-12-31', [final(2026), final(2027)], []],
    ['2027-03-01', [final(2026)], [[2027, 'MISSING']]],
  ])('on %s', (today, years, expected) => {
    const found = calendarWarnings(years, today);
    expect(found.map(({ year, kind }) => [year, kind])).toEqual(expected);
    for (const { year, text } of found) expect(text).toContain(String(year));
  });
});
