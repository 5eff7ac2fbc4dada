import { deadlineOf, unread, withReasons, type Deadline, type DeadlineContext } from './deadline.js';
import { readEvent } from './deadline-event.js';
import { readExtension } from './deadline-extension.js';
import { isDateSerial, readNumericCell } from './deadline-number.js';
import { readPointList } from './deadline-point-list.js';
import { readRecurring } from './deadline-recurring.js';
import { readRelative } from './deadline-relative.js';
import { readImmediate, readNone, readOngoing, readTbd } from './deadline-standing.js';
import { normaliseDeadline } from './deadline-text.js';

// A cell that long is a paragraph and not a deadline; reading dates out of it would be guessing.
const LONGEST_PHRASE = 300;
// A year further from the plan year than this is more likely a slip of the pen than a plan.
const FARTHEST_YEAR = 10;

const READERS: readonly ((text: string, context: DeadlineContext) => Deadline | null)[] = [
  readNone,
  readExtension,
  readTbd,
  readImmediate,
  readRelative,
  readRecurring,
  readOngoing,
  readEvent,
  readPointList,
];

/**
 * Reads a deadline cell or phrase of a ledger. Takes the raw cell (text, number of a numeric cell, or nothing) and what
 * it is read against; gives the deadline with `needsReview` and a Chinese `note` wherever a person must decide. Never
 * throws and never guesses: what is not understood is named in the note. 前 includes the day, a month means its last
 * day, no year means the plan year, and nothing is moved to a working day (办内惯例).
 */
export function parseDeadline(raw: string | number | null | undefined, context: DeadlineContext): Deadline {
  if (raw === null || raw === undefined) return deadlineOf('none', {});
  const deadline = typeof raw === 'number' ? readNumericCell(raw, context) : readText(raw, context);
  return doubted(deadline, context);
}

function readText(raw: string, context: DeadlineContext): Deadline {
  if (raw.length > LONGEST_PHRASE)
    return deadlineOf('unparsed', {}, [`文字过长（${raw.length} 字），不像时限`]);
  const whole = normaliseDeadline(raw);
  if (/^\d{5}(?:\.\d+)?$/.test(whole) && isDateSerial(Number(whole)))
    return readNumericCell(Number(whole), context);
  const { text, remarks } = takeBrackets(whole);
  for (const read of READERS) {
    const deadline = read(text, context);
    if (deadline) return withRemarks(deadline, remarks, context);
  }
  return deadlineOf('unparsed', {}, [unread(whole)]);
}

/** Takes remarks in brackets out of the text; a weekday stays with its date, brackets round everything fall. */
function takeBrackets(whole: string): { text: string; remarks: string[] } {
  const remarks: string[] = [];
  const inner = /^\(([^()]+)\)$/.exec(whole)?.[1] ?? whole;
  const text = inner.replace(/\(([^()]*)\)/g, (brackets, content: string) => {
    if (/^(?:星期|周)[一二三四五六日天]$/.test(content)) return brackets;
    if (content !== '') remarks.push(content);
    return '';
  });
  return { text, remarks };
}

function withRemarks(deadline: Deadline, remarks: readonly string[], context: DeadlineContext): Deadline {
  return remarks.reduce((read, remark) => withReasons(read, ...judge(remark, read, context)), deadline);
}

/** A remark is a report that is merely noted, adds nothing, repeats the due day, or was not understood. */
function judge(remark: string, deadline: Deadline, context: DeadlineContext): [string[], string?] {
  if (/^含(?:当日|当天|本数)?$/.test(remark)) return [[]];
  if (/^(?:已|基本)?(?:完成|办结|销号|落实)$/.test(remark)) return [[], remark];
  const again = readPointList(remark, context);
  if (again && !again.needsReview && again.due !== null && again.due === deadline.due) return [[]];
  return [[unread(`（${remark}）`)]];
}

/** Days that can hardly be meant are kept but shown to a person. */
function doubted(deadline: Deadline, context: DeadlineContext): Deadline {
  if (deadline.due === null) return deadline;
  const year = Number(deadline.due.slice(0, 4));
  if (year < context.planYear) return withReasons(deadline, [`时限 ${deadline.due} 早于计划年度`]);
  if (year > context.planYear + FARTHEST_YEAR)
    return withReasons(deadline, [`时限 ${deadline.due} 距计划年度过远`]);
  return deadline;
}
