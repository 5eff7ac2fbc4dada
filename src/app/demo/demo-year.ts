import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isDay, type Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { CourtDeed } from './demo-court.js';
import type { DemoDecisions } from './demo-decision-script.js';
import { demoFileWrong, demoYearUnknown } from './demo.errors.js';

/** Dates and posts a year is loaded by (year.yaml). */
export interface DemoPlan {
  year: number;
  issuedOn: Day;
  officeDay: Day;
  officeTime: string;
  keeper: string;
  issuer: string;
  ledger: string;
}

/** One line of reports.csv. */
export interface DemoReport {
  month: Month;
  task: string;
  department: string;
  progress: number;
  count: number | null;
  text: string;
  problems: string;
  nextStep: string;
  submittedOn: Day;
  submittedAt: string;
  verified: number | null;
  decision: 'ACCEPT' | 'RETURN' | 'NONE';
  reason: string;
  decidedOn: Day;
  /** Set when the evidence of the report has been brought. */
  evidenceIds?: string[];
}

/** One entry of events.yaml; which fields it carries depends on the deed. */
export interface DemoEvent {
  on: Day;
  at: string;
  deed: string;
  task: string;
  by?: string;
  department?: string;
  period?: string;
  due?: Day;
  to?: Day;
  statement?: string;
  /** Titles of the evidence a close-out request brings. */
  evidence?: string[];
  /** Set when that evidence has been brought. */
  evidenceIds?: string[];
  explanation?: string;
  reason?: string;
  progressSoFar?: string;
  approvalDocument?: string;
  opinion?: string;
  note?: string;
}

/** Everything a demonstration year is made of, as it lies in its folder. */
export interface DemoYear {
  plan: DemoPlan;
  departments: Buffer;
  posts: Buffer;
  ledger: Buffer;
  reports: DemoReport[];
  events: DemoEvent[];
  /** Deeds of court appearance (court.yaml). */
  court: CourtDeed[];
  decisions: DemoDecisions;
}

/** Reads the files of a year from `<config>/demo/<year>`; refuses a year that has none, and a plan that lacks something. */
export async function readDemoYear(configFolder: string, year: number): Promise<DemoYear> {
  const file = (name: string) => readFile(join(configFolder, 'demo', String(year), name));
  const plan = planOf(
    parse(
      await file('year.yaml').then(String, () => {
        throw demoYearUnknown(year);
      }),
    ),
    year,
  );
  const rows = rowsOf((await file('reports.csv')).toString('utf8'));
  const { events } = parse((await file('events.yaml')).toString('utf8')) as { events: DemoEvent[] };
  const { deeds } = parse((await file('court.yaml')).toString('utf8')) as { deeds: CourtDeed[] };
  return {
    plan,
    departments: await file('departments.csv'),
    posts: await file('posts.csv'),
    ledger: await file(plan.ledger),
    reports: rows.map(reportOf),
    events,
    court: deeds,
    decisions: parse((await file('decisions.yaml')).toString('utf8')) as DemoDecisions,
  };
}

function planOf(value: unknown, year: number): DemoPlan {
  const plan = value as DemoPlan | null;
  const isWhole =
    plan?.year === year &&
    isDay(plan.issuedOn) &&
    isDay(plan.officeDay) &&
    /^\d{2}:\d{2}$/.test(plan.officeTime) &&
    [plan.keeper, plan.issuer, plan.ledger].every((text) => typeof text === 'string' && text !== '');
  if (!plan || !isWhole) throw demoFileWrong('year.yaml');
  return plan;
}

/** Records by column name; no field of the demonstration holds a comma, a quote or a line end (see the folder's README). */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== names.length) throw demoFileWrong('reports.csv');
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
  });
}

function reportOf(row: Record<string, string>): DemoReport {
  const figure = (text: string | undefined) => (text ? Number(text) : null);
  return {
    ...(row as unknown as DemoReport),
    progress: Number(row['progress']),
    count: figure(row['count']),
    verified: figure(row['verified']),
  };
}
