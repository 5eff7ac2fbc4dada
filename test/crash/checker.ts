import { checkAudit } from './check-audit.js';
import { checkFlags, checkReminders } from './check-reminders.js';
import { checkSnapshot } from './check-snapshot.js';
import { compare, noFindings, together, type Findings } from './findings.js';
import { SHARD_TASKS } from './small-shards.js';
import { ask } from './tables.js';

/** Jobs whose slot of the month must be done once a month is frozen. */
const MONTHLY_JOBS = ['dispatch.open', 'reporting.open-forms', 'dispatch.freeze'];

/**
 * Judges a database after a month was run, however often that was disturbed: every flag, reminder, number, event,
 * snapshot row and audit event there exactly once. It shares no code with the product: its own SQL, its own arithmetic
 * (days by SQLite's julianday), its own copy of the office's ladder. `asOf` is the month's last day, `remindedAsOf` the
 * last day on which reminders were decided: the month's last, or a chase's.
 */
export function checkMonth(
  data: string,
  ledgerId: string,
  month: string,
  asOf: string,
  remindedAsOf = asOf,
): Findings {
  return together([
    checkFile(data),
    checkSlots(data, ledgerId, month),
    checkSnapshot(data, ledgerId, month, asOf),
    checkFlags(data, ledgerId, [asOf]),
    checkReminders(data, ledgerId, remindedAsOf),
    checkResult(data, ledgerId, month),
    checkAudit(data, month),
  ]);
}

/** The file itself: pages, indexes and foreign keys. */
export function checkFile(data: string): Findings {
  const integrity = ask<{ integrity_check: string }>(data, 'PRAGMA integrity_check').map(
    (row) => row.integrity_check,
  );
  const foreign = ask<object>(data, 'PRAGMA foreign_key_check').map((row) => JSON.stringify(row));
  const faults = [
    ...integrity.filter((line) => line !== 'ok'),
    ...foreign.map((row) => `foreign key ${row}`),
  ];
  return { ...noFindings(), faults };
}

function checkSlots(data: string, ledgerId: string, month: string): Findings {
  const slot = `${ledgerId}/${month}`;
  const rows = ask<{ key: string }>(
    data,
    `SELECT job || ' ' || state || CASE WHEN finished_at IS NULL THEN ' unfinished' ELSE '' END AS key
       FROM schedule_run WHERE slot = ?`,
    slot,
  );
  const wanted = new Set(MONTHLY_JOBS.map((job) => `${job} DONE`));
  const own = compare(
    `slot ${slot}`,
    wanted,
    rows.map(({ key }) => key),
  );
  return together([own, checkShards(data, ledgerId, slot)]);
}

/** Each shard of the freeze done, and as many as the tasks ask for. */
function checkShards(data: string, ledgerId: string, slot: string): Findings {
  const shards = ask<{ key: string }>(
    data,
    `SELECT SUBSTR(slot, LENGTH(?) + 2) || ' ' || state AS key FROM schedule_run
      WHERE job = 'dispatch.freeze-shard' AND slot LIKE ? || '/%'`,
    slot,
    slot,
  );
  const [tasks] = ask<{ n: number }>(data, 'SELECT COUNT(*) AS n FROM task WHERE ledger_id = ?', ledgerId);
  const n = Math.ceil((tasks?.n ?? 0) / SHARD_TASKS);
  const wanted = new Set(Array.from({ length: n }, (_, i) => `${i} DONE`));
  return compare(
    `shard of ${slot}`,
    wanted,
    shards.map(({ key }) => key),
  );
}

/** What the finished slot says it did, beside what is there. */
function checkResult(data: string, ledgerId: string, month: string): Findings {
  const [row] = ask<{ result: string | null; sha: string; flags: number; reminders: number; state: string }>(
    data,
    `SELECT s.result, r.snapshot_sha256 AS sha, r.state,
            (SELECT COUNT(*) FROM overdue_flag WHERE raised_in = r.month) AS flags,
            (SELECT COUNT(*) FROM reminder WHERE slot = s.slot) AS reminders
       FROM schedule_run s JOIN dispatch_round r ON r.ledger_id = ? AND r.month = ?
      WHERE s.job = 'dispatch.freeze' AND s.slot = ? || '/' || ?`,
    ledgerId,
    month,
    ledgerId,
    month,
  );
  if (typeof row?.result !== 'string') return { ...noFindings(), lost: [`result of ${month}`] };
  const told = JSON.parse(row.result) as {
    snapshotSha256: string;
    flags: { raised: number };
    reminders: { created: number };
  };
  const fits =
    told.snapshotSha256 === row.sha &&
    told.flags.raised === row.flags &&
    told.reminders.created === row.reminders &&
    row.state === 'FROZEN';
  const faults = fits
    ? []
    : [`result of ${month} says ${row.result}, the tables ${JSON.stringify({ ...row, result: '' })}`];
  return { ...noFindings(), faults };
}
