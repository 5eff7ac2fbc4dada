import { describe, expect, it } from '@jest/globals';
import { excelDay, showsDate } from './excel-day.js';

describe('the day of a serial number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [45000, '2023-03-15'],
    [45000.5, '2023-03-15'],
    [45046, '2023-04-30'],
    [45351, '2024-02-29'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0, null],
    [0.5, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('1900 system: %d is %s', (serial, day) => expect(excelDay(serial, false)).toBe(day));

  it.each([
    [0, '1904-01-01'],
    [43584, '2023-04-30'],
    [2_957_003, '9999-12-31'],
    [2_957_004, null],
    [-1, null],
  ])('1904 system: %d is %s', (serial, day) => expect(excelDay(serial, true)).toBe(day));
});

describe('number formats', () => {
  it.each([
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    'm"月"d"日"',
    'yyyy"年"m"月"',
    '[$-804]yyyy-mm',
    'mmm-yy',
    'm"月"',
    'm/d/yy h:mm',
  ])('%s shows a date', (format) => expect(showsDate(format)).toBe(true));
  it.each([
    'General',
    '0',
    '0.00%',
    '#,##0',
    '@',
    'h:mm',
    'mm:ss',
    '[h]:mm',
    '0"天"',
    '0.0"d"',
    '[Red]0',
    '',
  ])('%j does not', (format) => expect(showsDate(format)).toBe(false));
});
