import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Day } from '../../src/domain/calendar/day.js';
import { lastDayOf } from '../../src/domain/calendar/month.js';
import { decideLight } from '../../src/domain/light/decide-light.js';
import type { LightFacts, ReportStanding } from '../../src/domain/light/light-facts.js';
import { parseLightThresholds } from '../../src/domain/light/light-thresholds.js';
import { demoFile, readRows } from './read-rows.js';
import { monthText } from './year-calendar.js';
import { yearEvents, type YearEvent } from './year-events.js';
import { ISSUED_ON, yearTasks, type YearTask } from './year-tasks.js';

type Report = Record<string, string>;
type LightVerdict = ReturnType<typeof decideLight>;

const thresholds = parseLightThresholds(
  parse(readFileSync(new URL('../../config/lights.yaml', import.meta.url), 'utf8')),
);

/** The light of every task at the end of a month (1–12) of 2023, reckoned straight from the files by the domain's rules. */
export function lightsOf(month: number): Map<string, LightVerdict> {
  const today = lastDayOf(monthText(month));
  const reports = readRows(demoFile('reports.csv'));
  const events = yearEvents().filter((event) => event.on <= today);
  return new Map(
    yearTasks().map((task) => {
      const own = reports.filter((row) => row.task === task.number && row.department === task.lead[0]);
      const done = events.filter((event) => event.task === task.number);
      return [task.number, decideLight(factsOf(task, own, done, month, today), thresholds)];
    }),
  );
}

function factsOf(
  task: YearTask,
  reports: Report[],
  events: YearEvent[],
  month: number,
  today: Day,
): LightFacts {
  const verified = reports
    .filter((row) => row.decision === 'ACCEPT' && (row.decidedOn ?? '') <= today)
    .at(-1);
  const standings = Array.from({ length: month }, (_, index) =>
    standingOf(reports, monthText(index + 1), today),
  );
  const extended = events.findLast((event) => event.deed === 'extension.approve')?.to;
  return {
    today,
    start: task.deadline.start ?? ISSUED_ON,
    due: extended ?? task.due,
    originalDue: task.due,
    standing: taskStanding(events),
    cadence: cadenceOf(task),
    verifiedProgress: verified ? Number(verified.verified) : null,
    claimedProgress: null,
    targetCount: task.target,
    doneCount: verified?.count ? Number(verified.count) : null,
    thisMonthReport: standings.at(-1) ?? 'NOT_REQUIRED',
    previousMonthReport: standings.at(-2) ?? 'NOT_REQUIRED',
    missedReportsInRow: standings.length - 1 - standings.findLastIndex((standing) => standing !== 'MISSING'),
    milestones: milestonesOf(task, events),
    closeRequestedOn: pendingRequest(events),
    daysInReview: 0,
    overdueDaysBefore: 0,
  };
}

function milestonesOf(task: YearTask, events: YearEvent[]): LightFacts['milestones'] {
  return task.nodes.map((node) => ({
    ...node,
    label: node.period ?? node.due,
    doneOn: doneOn(node, events),
  }));
}

function cadenceOf({ deadline }: YearTask): LightFacts['cadence'] {
  if (deadline.kind === 'recurring') return 'RECURRING';
  return deadline.kind === 'ongoing' ? 'ONGOING' : 'FIXED';
}

function taskStanding(events: YearEvent[]): LightFacts['standing'] {
  if (events.some(({ deed }) => deed === 'closeout.approve')) return 'CLOSED';
  return events.some(({ deed }) => deed === 'task.suspend') ? 'SUSPENDED' : 'OPEN';
}

function standingOf(reports: Report[], month: string, today: Day): ReportStanding {
  const last = reports.filter((row) => row.month === month && (row.submittedOn ?? '') <= today).at(-1);
  if (!last) return 'MISSING';
  if (last.decision === 'RETURN') return 'RETURNED';
  return last.decision === 'ACCEPT' ? 'ACCEPTED' : 'SUBMITTED';
}

function doneOn(node: { period: string | null; due: Day }, events: YearEvent[]): Day | null {
  const found = events.find((event) =>
    node.period === null
      ? event.deed === 'milestone.done' && event.due === node.due
      : event.deed === 'occurrence.done' && event.period === node.period,
  );
  return found?.on ?? null;
}

function pendingRequest(events: YearEvent[]): Day | null {
  const last = events.findLast(({ deed }) => deed === 'closeout.request' || deed === 'closeout.return');
  return last?.deed === 'closeout.request' ? last.on : null;
}
