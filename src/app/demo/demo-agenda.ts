import { addDays, type Day } from '../../domain/calendar/day.js';
import type { CourtDeed } from './demo-court.js';
import type { DemoEvent, DemoReport, DemoYear } from './demo-year.js';

/** One deed of the year with the time of day it is done at. */
export type DemoDeed =
  | { kind: 'REVIEW'; at: string; report: DemoReport }
  | { kind: 'SUBMIT'; at: string; report: DemoReport }
  | { kind: 'EVENT'; at: string; event: DemoEvent }
  | { kind: 'COURT'; at: string; court: CourtDeed };

/** One day of the year and its deeds in the order they are done. */
export interface DemoDay {
  day: Day;
  deeds: DemoDeed[];
}

/** Reports that came in earlier are reviewed when the office opens. */
const REVIEW_AT = '09:00';

/**
 * Every day from the issue of the ledger to the office day with its deeds: first the reviews, then what departments
 * hand in and what else happens, by time; files' order decides between equal times.
 */
export function agendaOf({
  plan,
  reports,
  events,
  court,
}: Pick<DemoYear, 'plan' | 'reports' | 'events' | 'court'>): DemoDay[] {
  const days = new Map<Day, DemoDay>();
  for (let day = plan.issuedOn; day <= plan.officeDay; day = addDays(day, 1))
    days.set(day, { day, deeds: [] });
  const put = (day: Day, deed: DemoDeed) => days.get(day)?.deeds.push(deed);
  for (const report of reports) {
    put(report.submittedOn, { kind: 'SUBMIT', at: report.submittedAt, report });
    if (report.decision !== 'NONE') put(report.decidedOn, { kind: 'REVIEW', at: REVIEW_AT, report });
  }
  for (const event of events) put(event.on, { kind: 'EVENT', at: event.at, event });
  for (const deed of court) put(deed.on, { kind: 'COURT', at: deed.at, court: deed });
  for (const { deeds } of days.values()) deeds.sort((a, b) => rank(a).localeCompare(rank(b), 'en'));
  return [...days.values()];
}

function rank({ kind, at }: DemoDeed): string {
  return kind === 'REVIEW' ? '0' : `1 ${at}`;
}

/**
 * Cuts a day's deeds into pieces that are each done in one unit of work. A deed that other features hear of ends its
 * piece, since what it starts is worked after the commit and the next deed may build on it.
 */
export function piecesOf(deeds: readonly DemoDeed[], from: number): DemoDeed[][] {
  const pieces: DemoDeed[][] = [[]];
  for (const deed of deeds.slice(from)) {
    pieces.at(-1)?.push(deed);
    if (isHeard(deed)) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function isHeard(deed: DemoDeed): boolean {
  return deed.kind === 'EVENT' && /^(closeout|extension)\./.test(deed.event.deed);
}
