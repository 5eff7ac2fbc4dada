import { createHash } from 'node:crypto';
import { compare, noFindings, together, type Findings } from './findings.js';
import { SHARD_TASKS } from './small-shards.js';
import { ask } from './tables.js';

type Row = Record<string, string | number | null>;

/** Columns the month's hash covers, under their names in its JSON. */
const COVERED: Record<string, string> = {
  beforeMeeting: 'before_meeting', claimedProgress: 'claimed_progress', count: 'count', deadlineVersion: 'deadline_version',
  department: 'department_code', dueOn: 'due_on', extensions: 'extensions', light: 'light', nextStep: 'next_step',
  originalDueOn: 'original_due_on', overdueDays: 'overdue_days', pace: 'pace', problems: 'problems', redMonths: 'red_months',
  reportIsLate: 'report_is_late', reportState: 'report_state', reportText: 'report_text', role: 'role', rule: 'rule',
  startsOn: 'starts_on', targetCount: 'target_count', task: 'number', timeProgress: 'time_progress',
  verifiedProgress: 'verified_progress',
}; // prettier-ignore

/** One row per task and per assignment, the right tasks red by the right days, and a hash that the rows give again. */
export function checkSnapshot(data: string, ledgerId: string, month: string, asOf: string): Findings {
  return together([
    checkRows(data, ledgerId, month),
    checkOverdue(data, ledgerId, month, asOf),
    checkHash(data, ledgerId, month, asOf),
    checkForms(data),
  ]);
}

/**
 * Every part of the test district is still to be worked: in every month that was frozen each has a form, and the snapshot
 * says of each that it owes a report.
 */
export function checkForms(data: string): Findings {
  const owingNone = ask<{ month: string; n: number }>(
    data,
    `SELECT r.month, COUNT(*) AS n FROM task_snapshot s JOIN dispatch_round r ON r.id = s.round_id
      WHERE s.department_code <> '' AND s.report_state = 'NOT_REQUIRED' GROUP BY r.month`,
  );
  const withoutForm = ask<{ month: string; n: number }>(
    data,
    `SELECT r.month, COUNT(*) AS n FROM dispatch_round r JOIN task t ON t.ledger_id = r.ledger_id
       JOIN assignment a ON a.task_id = t.id
       LEFT JOIN progress_report p ON p.assignment_id = a.id AND p.month = r.month
      WHERE r.snapshot_sha256 IS NOT NULL AND p.id IS NULL GROUP BY r.month`,
  );
  return {
    ...noFindings(),
    lost: withoutForm.map(({ month, n }) => `forms of ${month}: ${n} parts have none`),
    faults: owingNone.map(
      ({ month, n }) => `snapshot ${month}: ${n} parts owe no report, as if no form was laid`,
    ),
  };
}

function checkRows(data: string, ledgerId: string, month: string): Findings {
  const wanted = ask<{ key: string }>(
    data,
    `SELECT t.id || '/' AS key FROM task t WHERE t.ledger_id = ?
     UNION ALL SELECT a.task_id || '/' || d.code FROM assignment a JOIN task t ON t.id = a.task_id
       JOIN department d ON d.id = a.department_id WHERE t.ledger_id = ?`,
    ledgerId,
    ledgerId,
  );
  const rows = ask<{ key: string }>(
    data,
    `SELECT s.task_id || '/' || s.department_code AS key FROM task_snapshot s
       JOIN dispatch_round r ON r.id = s.round_id WHERE r.ledger_id = ? AND r.month = ?`,
    ledgerId,
    month,
  );
  return compare(
    `snapshot ${month}`,
    new Set(wanted.map(({ key }) => key)),
    rows.map(({ key }) => key),
  );
}

/** SQLite's own julianday counts the days here, not the product's calendar. */
function checkOverdue(data: string, ledgerId: string, month: string, asOf: string): Findings {
  const wrong = ask<{ number: string; light: string; overdue_days: number; days: number }>(
    data,
    `SELECT s.number, s.light, s.overdue_days, CAST(MAX(0, julianday(?) - julianday(t.due_on)) AS integer) AS days
       FROM task_snapshot s JOIN dispatch_round r ON r.id = s.round_id JOIN task t ON t.id = s.task_id
      WHERE r.ledger_id = ? AND r.month = ? AND s.department_code = ''
        AND (s.overdue_days <> MAX(0, julianday(?) - julianday(t.due_on))
             OR (t.due_on < ?) AND s.light <> 'RED')`,
    asOf,
    ledgerId,
    month,
    asOf,
    asOf,
  );
  const faults = wrong.map(
    (row) =>
      `snapshot ${month} task ${row.number}: ${row.light}, ${row.overdue_days} days instead of ${row.days}`,
  );
  return { ...noFindings(), faults };
}

/**
 * SHA-256 chained over the rows in reading order, beginning from day, ledger and month; worked out again from the table. A
 * month of more tasks than a shard holds is cut after each so many; its hash is chained over those of the pieces.
 */
function checkHash(data: string, ledgerId: string, month: string, asOf: string): Findings {
  const rows = ask<Row>(
    data,
    `SELECT s.* FROM task_snapshot s JOIN dispatch_round r ON r.id = s.round_id
      WHERE r.ledger_id = ? AND r.month = ? ORDER BY s.sort_key, s.department_code`,
    ledgerId,
    month,
  );
  const [told] = ask<{ code: string; sha: string | null }>(
    data,
    `SELECT l.code, r.snapshot_sha256 AS sha FROM dispatch_round r JOIN ledger l ON l.id = r.ledger_id
      WHERE r.ledger_id = ? AND r.month = ?`,
    ledgerId,
    month,
  );
  const hash = hashOf(sha256(JSON.stringify({ asOf, ledger: told?.code, month })), rows);
  const faults = hash === told?.sha ? [] : [`snapshot ${month}: hash ${told?.sha} told, ${hash} worked out`];
  return { ...noFindings(), faults };
}

function hashOf(head: string, rows: readonly Row[]): string {
  const pieces: string[] = [];
  let tasks = 0;
  for (const row of rows) {
    if (row['department_code'] === '' && tasks++ % SHARD_TASKS === 0) pieces.push(head);
    pieces.push(sha256(`${pieces.pop()}\n${lineOf(row)}`));
  }
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return only;
  return pieces.reduce((hash, piece) => sha256(`${hash}\n${piece}`), head);
}

function lineOf(row: Row): string {
  const covered = row['evidence'] === '[]' ? COVERED : { ...COVERED, evidence: 'evidence' };
  const names = Object.entries(covered).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(names.map(([name, column]) => [name, row[column]])));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
