import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { demoFile } from './read-rows.js';

/** One dated deed of the demonstration year; which fields it carries depends on the deed (see the data's README). */
export interface YearEvent {
  on: string;
  at: string;
  deed: string;
  task: string;
  department?: string;
  by?: string;
  period?: string;
  due?: string;
  to?: string;
  statement?: string;
  evidence?: string[];
  reason?: string;
  progressSoFar?: string;
  approvalDocument?: string;
  opinion?: string;
  explanation?: string;
  note?: string;
}

/** The events in the order of the file, which is the order of time. */
export function yearEvents(): YearEvent[] {
  return (parse(readFileSync(demoFile('events.yaml'), 'utf8')) as { events: YearEvent[] }).events;
}
