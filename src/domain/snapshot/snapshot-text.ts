import type { Day } from '../calendar/day.js';
import type { Month } from '../calendar/month.js';
import type { SnapshotRow } from './snapshot-row.js';

/** What a month's hash begins with: which ledger (by its key, never its id), which month, as of which day. */
export function snapshotHead(ledger: string, month: Month, asOf: Day): string {
  return JSON.stringify({ asOf, ledger, month });
}

/**
 * One row as canonical JSON (RFC 8785): keys, lights, rules, dates, figures and reported texts; no ids, no instants.
 * Explanations and names are left out: they follow from the rest and may be worded better one day without two
 * installations with the same records falling apart. Keys stand in code-unit order, written out by hand because a
 * freeze does this up to a million times; a test holds it against `canonicalJson`.
 */
export function snapshotLine(row: SnapshotRow): string {
  return JSON.stringify({
    beforeMeeting: row.beforeMeeting,
    claimedProgress: row.claimedProgress,
    count: row.count,
    deadlineVersion: row.deadlineVersion,
    department: row.departmentCode,
    dueOn: row.dueOn,
    // Left out where there is none, so that months frozen before evidence was kept have the hash they were told with.
    evidence: row.evidence === '[]' ? undefined : row.evidence,
    extensions: row.extensions,
    light: row.light,
    nextStep: row.nextStep,
    originalDueOn: row.originalDueOn,
    overdueDays: row.overdueDays,
    pace: row.pace,
    problems: row.problems,
    redMonths: row.redMonths,
    reportIsLate: row.reportIsLate,
    reportState: row.reportState,
    reportText: row.reportText,
    role: row.role,
    rule: row.rule,
    startsOn: row.startsOn,
    targetCount: row.targetCount,
    task: row.number,
    timeProgress: row.timeProgress,
    verifiedProgress: row.verifiedProgress,
  });
}
