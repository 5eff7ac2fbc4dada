import { writeFileSync } from 'node:fs';
import { leadReports } from './lead-reports.js';
import { demoFile, writeRows } from './read-rows.js';
import type { ReportRow } from './report-row.js';
import { supportReports } from './support-reports.js';
import { monthText } from './year-calendar.js';

const COLUMNS = [
  'month',
  'task',
  'department',
  'progress',
  'count',
  'text',
  'problems',
  'nextStep',
  'submittedOn',
  'submittedAt',
  'verified',
  'decision',
  'reason',
  'decidedOn',
];

/** The text of reports.csv: all reports of the year in the order of month, task, department and day. */
export function reportsText(): string {
  const rows = [...leadReports(), ...supportReports()].map(cells);
  rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return writeRows(COLUMNS, rows);
}

function cells(row: ReportRow): Record<string, string> {
  return {
    ...row,
    month: monthText(row.month),
    progress: String(row.progress),
    verified: row.decision === 'ACCEPT' ? String(row.verified) : '',
  };
}

function keyOf(row: Record<string, string>): string {
  return [row.month, row.task?.padStart(2, '0'), row.department, row.submittedOn].join('/');
}

if (process.argv[1]?.endsWith('make-reports.ts')) writeFileSync(demoFile('reports.csv'), reportsText());
