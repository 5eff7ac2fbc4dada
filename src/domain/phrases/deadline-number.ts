import { addDays, dayOf } from '../calendar/day.js';
import { deadlineOf, type Deadline, type DeadlineContext } from './deadline.js';
import { readPointList } from './deadline-point-list.js';

// Spreadsheets count days from here; their 29 February 1900, which never was, lies before any day taken here.
const SERIAL_ZERO = '1899-12-30';
const FIRST_SERIAL = 36_526; // 2000-01-01
const LAST_SERIAL = 73_050; // 2099-12-31
const MINUTES_PER_DAY = 1440;

/** Reads a numeric cell: a date serial, 20230630, 202306, or a month and day typed with a dot (6.3 is ambiguous). */
export function readNumericCell(value: number, context: DeadlineContext): Deadline {
  if (!Number.isFinite(value)) return deadlineOf('unparsed', {}, ['单元格的数字无效']);
  if (isDateSerial(value)) return readSerial(value);
  if (Number.isInteger(value)) {
    const read = /^(?:\d{6}|\d{8})$/.test(String(value)) ? readPointList(String(value), context) : null;
    return read ?? unreadable(String(value));
  }
  return readDotted(String(value), context);
}

/** True for a number in the range of date serials of this century. */
export function isDateSerial(value: number): boolean {
  return value >= FIRST_SERIAL && value < LAST_SERIAL + 1;
}

function readSerial(value: number): Deadline {
  const whole = Math.floor(value);
  const minutes = Math.round((value - whole) * MINUTES_PER_DAY);
  const due = addDays(SERIAL_ZERO, minutes === MINUTES_PER_DAY ? whole + 1 : whole);
  if (minutes === 0 || minutes === MINUTES_PER_DAY) return deadlineOf('date', { due });
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return deadlineOf('date', { due, time: `${hour}:${minute}` });
}

/** A number cell drops a final nought, so 6.3 may have been typed as 6.30, and 2023.1 as 2023.10. */
function readDotted(text: string, context: DeadlineContext): Deadline {
  const [whole, fraction] = text.split('.') as [string, string];
  const number = Number(whole);
  if (number >= 2000 && number <= 2099) return readYearAndMonth(text, whole, fraction, context);
  const isMonth = number >= 1 && number <= 12;
  const day = isMonth ? dayOf(context.planYear, number, Number(fraction)) : null;
  if (day === null) return unreadable(text);
  const mayEndInNought = fraction.length === 1 && fraction <= '3';
  if (!mayEndInNought) return deadlineOf('date', { due: day });
  return ambiguous(text, `${number}月${fraction}日`, `${number}月${fraction}0日`);
}

function readYearAndMonth(text: string, year: string, fraction: string, context: DeadlineContext): Deadline {
  if (fraction === '1') return ambiguous(text, `${year}年1月`, `${year}年10月`);
  return readPointList(`${year}年${Number(fraction)}月`, context) ?? unreadable(text);
}

function ambiguous(text: string, one: string, other: string): Deadline {
  return deadlineOf('ambiguous', {}, [`单元格是数字 ${text}，可能是${one}，也可能是${other}`]);
}

function unreadable(text: string): Deadline {
  return deadlineOf('unparsed', {}, [`单元格是数字 ${text}，看不出日期`]);
}
