import type { Day } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** What sort of deadline a phrase states; the wire words are part of the contract with other tools. */
export type DeadlineKind =
  | 'none'
  | 'tbd'
  | 'immediate'
  | 'relative'
  | 'recurring'
  | 'event'
  | 'ongoing'
  | 'range'
  | 'date'
  | 'milestones'
  | 'ambiguous'
  | 'invalid'
  | 'unparsed';

/** One node of a staged deadline; the label is what the phrase says is to be done by then. */
export interface DeadlineItem {
  readonly due: Day;
  readonly label?: string;
}

/** How often a recurring deadline comes round. */
export type Frequency = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual';

/** What a relative deadline is counted from: 印发, 收到, 决策作出, 会议. */
export type Anchor = 'issued' | 'received' | 'decision' | 'meeting';

/** A deadline phrase as understood. `due` is the day itself, never rolled to a working day. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly due: Day | null;
  /** First day of a period (range, staged list that begins with one). */
  readonly start?: Day;
  /** The deadline before an extension (原定…). */
  readonly original?: Day;
  readonly items?: readonly DeadlineItem[];
  readonly freq?: Frequency;
  /** Day of the period's month a recurring deadline falls due on. */
  readonly byDay?: number | 'last';
  /** Which month of the period, from 1; absent means its last month. */
  readonly byMonth?: number;
  /** ISO weekday, Monday 1. */
  readonly byWeekday?: number;
  /** How many times in each period. */
  readonly times?: number;
  /** How many over the whole year. */
  readonly targetCount?: number;
  readonly anchor?: Anchor;
  readonly n?: number;
  readonly unit?: 'day' | 'workday' | 'month';
  /** Hour of the due day, `HH:MM`. */
  readonly time?: string;
  /** The work goes on after the due day (并长期坚持). */
  readonly continues?: boolean;
  readonly needsReview: boolean;
  /** In Chinese: why a person must look, or a remark the phrase itself carries. */
  readonly note?: string;
}

/** What a phrase is read against. */
export interface DeadlineContext {
  /** The ledger's year: a phrase without a year means this one. */
  readonly planYear: number;
  /** Day the ledger was issued; phrases relative to it need review without it. */
  readonly issuedOn?: Day | null;
  /** Needed for 春节前 and for periods in working days; without it they need review. */
  readonly calendar?: WorkingCalendar;
}

/** The fields of a deadline besides its kind and the verdict on it. */
export type DeadlineFields = Partial<Omit<Deadline, 'kind' | 'needsReview' | 'note'>>;

/** Puts a deadline together: any reason makes it need review; a remark is only noted. Undefined fields are left out. */
export function deadlineOf(
  kind: DeadlineKind,
  fields: DeadlineFields,
  reasons: readonly string[] = [],
  remark?: string,
): Deadline {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const notes = [...new Set([...(remark === undefined ? [] : [remark]), ...reasons])];
  return {
    kind,
    due: null,
    ...given,
    needsReview: reasons.length > 0,
    ...(notes.length > 0 ? { note: notes.join('；') } : {}),
  };
}

/** Adds reasons to a deadline already put together. */
export function withReasons(deadline: Deadline, reasons: readonly string[], remark?: string): Deadline {
  if (reasons.length === 0 && remark === undefined) return deadline;
  const { kind, needsReview, note, ...fields } = deadline;
  const kept = note === undefined ? [] : [note];
  return needsReview || reasons.length > 0
    ? deadlineOf(kind, fields, [...kept, ...reasons], remark)
    : deadlineOf(kind, fields, [], [...kept, ...(remark === undefined ? [] : [remark])].join('；'));
}

/** The sentence for a piece that was not understood. */
export function unread(piece: string): string {
  return `未读懂“${piece.length > 40 ? `${piece.slice(0, 40)}…` : piece}”`;
}
