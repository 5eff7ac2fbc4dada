import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { addToMonth, type Month } from '../../domain/calendar/month.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import type { CloseRequestFacts, ReportFacts, ReportStateCounts, VerifiedFacts } from './report-facts.js';
import { needsHistory, reportAsOf, type ReportRow, type SubmissionRow } from './report-as-of.js';

export type { CloseRequestFacts, ReportFacts, ReportStateCounts, VerifiedFacts } from './report-facts.js';

const REPORT = `SELECT id, assignment_id AS "assignmentId", task_id AS "taskId", department_id AS "departmentId", state,
  claimed_progress AS "claimedProgress", verified_progress AS "verifiedProgress", count, text, problems,
  next_step AS "nextStep", is_late AS "isLate", submitted_on AS "submittedOn", times_returned AS "timesReturned",
  reviewed_on AS "reviewedOn" FROM progress_report`;

const SUBMISSION = `SELECT report_id AS "reportId", ordinal, outcome AS state, claimed_progress AS "claimedProgress",
  verified_progress AS "verifiedProgress", count, text, problems, next_step AS "nextStep",
  submitted_on AS "submittedOn", outcome_on AS "reviewedOn" FROM progress_report_version`;

/**
 * What later features may ask about reports. A hot path of the freeze: one statement a question for up to 1,000 tasks.
 * Every question names the day it is asked for, since a month made up later is judged by its own last day.
 */
@Injectable()
export class ReportingReader {
  constructor(private readonly db: Database) {}

  /** Reports of a month by assignment, as they stood at the end of a day; parts without a form have none. */
  async reportsOf(taskIds: readonly string[], month: Month, asOf: Day): Promise<Map<string, ReportFacts>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<ReportRow>(
      `${REPORT} WHERE task_id IN (${marks(taskIds)}) AND month = ?`,
      [...taskIds, month],
    );
    const submissions = await this.submissionsOf(
      rows.filter((row) => needsHistory(row, asOf)),
      asOf,
    );
    return new Map(rows.map((row) => [row.assignmentId, reportAsOf(row, submissions.get(row.id), asOf)]));
  }

  /** The last verified progress of each part up to a month, whenever it was reported. */
  async latestVerified(
    taskIds: readonly string[],
    upTo: Month,
    asOf: Day,
  ): Promise<Map<string, VerifiedFacts>> {
    if (taskIds.length === 0) return new Map();
    // Months have a fixed width, so the greatest text is the newest month's; both databases agree on it.
    const rows = await this.db.read<{ assignmentId: string; newest: string; counted: string | null }>(
      `SELECT assignment_id AS "assignmentId",
              MAX(month || '|' || CAST(verified_progress AS text)) AS newest,
              MAX(CASE WHEN count IS NULL THEN NULL ELSE month || '|' || CAST(count AS text) END) AS counted
         FROM progress_report
        WHERE task_id IN (${marks(taskIds)}) AND month <= ? AND verified_progress IS NOT NULL AND reviewed_on <= ?
        GROUP BY assignment_id`,
      [...taskIds, upTo, asOf],
    );
    return new Map(rows.map((row) => [row.assignmentId, verifiedOf(row)]));
  }

  /**
   * How many months in a row up to and including `upTo` each part let pass without submitting; counts at most `atMost`.
   * Parts that owe nothing (no form was opened for them) are absent.
   */
  async missedInARow(
    taskIds: readonly string[],
    upTo: Month,
    atMost: number,
    asOf: Day,
  ): Promise<Map<string, number>> {
    if (taskIds.length === 0) return new Map();
    // A report handed in again after the day had been handed in before it; only its versions know.
    const rows = await this.db.read<{ assignmentId: string; handedIn: number }>(
      `SELECT assignment_id AS "assignmentId", CASE WHEN submitted_on <= ? THEN 1
              WHEN times_returned > 0 AND EXISTS (SELECT 1 FROM progress_report_version v
                WHERE v.report_id = progress_report.id AND v.submitted_on <= ?) THEN 1 ELSE 0 END AS "handedIn"
         FROM progress_report
        WHERE task_id IN (${marks(taskIds)}) AND month > ? AND month <= ? ORDER BY assignment_id, month DESC`,
      [asOf, asOf, ...taskIds, addToMonth(upTo, -atMost), upTo],
    );
    const missed = new Map<string, number>();
    const ended = new Set<string>();
    for (const { assignmentId, handedIn } of rows) {
      if (ended.has(assignmentId)) continue;
      if (handedIn === 1) ended.add(assignmentId);
      else missed.set(assignmentId, (missed.get(assignmentId) ?? 0) + 1);
    }
    return missed;
  }

  /** How many reports of a month stand in which state now, of one department or of all. */
  async statesOf(
    ledgerId: string,
    month: Month,
    departmentId: string | null = null,
  ): Promise<ReportStateCounts> {
    const mine = departmentId === null ? '' : ' AND department_id = ?';
    const rows = await this.db.read<{ state: ReportFacts['state']; n: number }>(
      `SELECT state, CAST(COUNT(*) AS integer) AS n FROM progress_report
        WHERE ledger_id = ? AND month = ?${mine} GROUP BY state`,
      [ledgerId, month, ...(departmentId === null ? [] : [departmentId])],
    );
    const counts = new Map(rows.map(({ state, n }) => [state, n]));
    const of = (state: ReportFacts['state']) => counts.get(state) ?? 0;
    return {
      DRAFT: of('DRAFT'),
      SUBMITTED: of('SUBMITTED'),
      RETURNED: of('RETURNED'),
      ACCEPTED: of('ACCEPTED'),
    };
  }

  /** The latest close-out request of each task that has one; at most 1,000 tasks. */
  async closeRequests(taskIds: readonly string[]): Promise<Map<string, CloseRequestFacts>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<CloseRequestFacts>(
      `SELECT task_id AS "taskId", state, requested_on AS "requestedOn", decided_on AS "decidedOn"
         FROM close_out_request WHERE task_id IN (${marks(taskIds)}) ORDER BY task_id, ordinal`,
      [...taskIds],
    );
    return new Map(rows.map((row) => [row.taskId, row]));
  }

  /** Tasks that these reports or close-out requests are about. */
  async tasksOf(kind: 'progress_report' | 'close_out_request', ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (let from = 0; from < ids.length; from += MAX_IDS) {
      const some = ids.slice(from, from + MAX_IDS);
      const rows = await this.db.read<{ id: string }>(
        `SELECT DISTINCT task_id AS id FROM ${kind} WHERE id IN (${marks(some)})`,
        some,
      );
      found.push(...rows.map((row) => row.id));
    }
    return found;
  }

  /** The newest submission up to a day of each of these reports; few reports ever need it. */
  private async submissionsOf(reports: readonly ReportRow[], asOf: Day): Promise<Map<string, SubmissionRow>> {
    if (reports.length === 0) return new Map();
    const newest = new Map<string, SubmissionRow>();
    for (let from = 0; from < reports.length; from += MAX_IDS) {
      const ids = reports.slice(from, from + MAX_IDS).map((row) => row.id);
      const rows = await this.db.read<SubmissionRow>(
        `${SUBMISSION} WHERE report_id IN (${marks(ids)}) AND submitted_on <= ? ORDER BY report_id, ordinal`,
        [...ids, asOf],
      );
      for (const row of rows) newest.set(row.reportId, row);
    }
    return newest;
  }
}

/** A page of tasks may have many more parts than tasks; stays below the databases' limits of bound values. */
const MAX_IDS = 10_000;

function verifiedOf(row: { newest: string; counted: string | null }): VerifiedFacts {
  const [month = '', progress = '0'] = row.newest.split('|');
  const count = row.counted === null ? null : Number(row.counted.split('|')[1]);
  return { month, progress: Number(progress), count };
}
