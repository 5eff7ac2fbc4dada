import { cutOffOf, monthText, workingDaysOf } from './year-calendar.js';

/** The office day of the demonstration: nothing is dated after it. */
export const OFFICE_DAY = '2023-12-20';

/** What a department says in a month. */
export interface ReportFacts {
  month: number;
  task: string;
  department: string;
  progress: number;
  verified: number;
  count: string;
  text: string;
  problems: string;
  nextStep: string;
}

/** A report with the days on which it came in and was decided. */
export interface ReportRow extends ReportFacts {
  submittedOn: string;
  submittedAt: string;
  decision: 'ACCEPT' | 'RETURN' | 'NONE';
  reason: string;
  decidedOn: string;
}

/** A report that is accepted: handed in up to the cut-off, or after it when the number says so; `punctual` forbids lateness. */
export function taken(facts: ReportFacts, number: number, punctual: boolean): ReportRow {
  const late = !punctual && facts.month < 12 && number % 23 === 0;
  const after = workingDaysOf(facts.month).filter((day) => day.slice(8) >= '26');
  const submittedOn = late ? (after[0] ?? '') : (daysBefore(facts.month).at(-1 - (number % 4)) ?? '');
  const accepted = facts.month === 12 ? acceptedInDecember(submittedOn, number) : after[punctual ? 0 : 1];
  if (accepted !== undefined) return takenOn(facts, { submittedOn, decidedOn: accepted }, number);
  const undecided = { verified: Number.NaN, decision: 'NONE' as const, reason: '', decidedOn: '' };
  return { ...facts, ...undecided, submittedOn, submittedAt: clockTime(number) };
}

/** A report accepted on days that are given, where the usual days of the month do not hold. */
export function takenOn(
  facts: ReportFacts,
  days: { submittedOn: string; decidedOn: string },
  number: number,
): ReportRow {
  return { ...facts, ...days, submittedAt: clockTime(number), decision: 'ACCEPT', reason: '' };
}

/** A report that is sent back two working days before the cut-off, so that it can still be mended in time. */
export function returned(facts: ReportFacts, reason: string, number: number): ReportRow {
  const before = daysBefore(facts.month);
  return {
    ...facts,
    verified: Number.NaN,
    submittedOn: before[before.length - 4] ?? '',
    submittedAt: clockTime(number),
    decision: 'RETURN',
    reason,
    decidedOn: before[before.length - 2] ?? '',
  };
}

/** The days of a month on which reports come in. */
function daysBefore(month: number): string[] {
  const last = month === 12 ? OFFICE_DAY : cutOffOf(month);
  return workingDaysOf(month).filter((day) => day <= last && day >= `${monthText(month)}-11`);
}

/** December is half in: what came by the 18th may be decided on the 19th, the rest still lies with the office. */
function acceptedInDecember(submittedOn: string, number: number): string | undefined {
  return submittedOn <= '2023-12-18' && number % 2 === 0 ? '2023-12-19' : undefined;
}

function clockTime(number: number): string {
  const minutes = 8 * 60 + 40 + (number % 520);
  const lunch = minutes >= 12 * 60 && minutes < 13 * 60 + 30 ? 90 : 0;
  const shown = Math.min(minutes + lunch, 17 * 60 + 25);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
