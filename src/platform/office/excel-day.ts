import { addDays, type Day } from '../../domain/calendar/day.js';

const LAST_SERIAL_1900 = 2_958_465;
const LAST_SERIAL_1904 = LAST_SERIAL_1900 - 1_462;

/**
 * Takes the serial number of a date cell and whether the workbook counts from 1904; gives the day, the time of
 * day being cut off. Null where the serial names no date: below the first day, after 9999-12-31, and serial 60
 * of the 1900 system, Excel's 29 February 1900 that never was. No time zone takes part.
 */
export function excelDay(serial: number, from1904: boolean): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0) return null;
  if (from1904) return whole > LAST_SERIAL_1904 ? null : addDays('1904-01-01', whole);
  if (whole < 1 || whole === 60 || whole > LAST_SERIAL_1900) return null;
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
}

/**
 * True for a number format that shows a day or a month, e.g. `yyyy/m/d` or `m"月"`; false for times and numbers.
 */
export function showsDate(format: string): boolean {
  const codes = format
    // Elapsed time, as in [h]:mm, stays visible as time.
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/general|[#0?@]/.test(codes)) return false;
  return /[yd]/.test(codes) || (codes.includes('m') && !/[hs]/.test(codes));
}
