import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { addToMonth, type Month } from '../../domain/calendar/month.js';
import { Database } from '../../platform/database/database.js';
import type { ReportFacts, VerifiedFacts } from './report-facts.js';

export type { ReportFacts, VerifiedFacts } from './report-facts.js';

/** A report's columns as the database gives them, with the day it was reviewed. */
type Row = Omit<ReportFacts, 'isLate'> & { isLate: number; reviewedOn: Day | null };

const COLUMNS = `assignment_id AS "assignmentId", task_id AS "taskId", department_id AS "departmentId", state,
  claimed_progress AS "claimedProgress", verified_progress AS "verifiedProgress", count, text, problems,
  next_step AS "nextStep", is_late AS "isLate", submitted_on AS "submittedOn", reviewed_on AS "reviewedOn"`;

/**
 * What later features may ask about reports. A hot path of the freeze: one statement a question for up to 1,000 tasks.
 * Every question names the day it is asked for, since a month made up later is judged by its own last day.
 */
@Injectable()
export class ReportingReader {
  constructor(private readonly db: Database) {}

  /** Reports of a month by assignment; parts without a row have none. */
  async reportsOf(taskIds: readonly string[], month: Month, asOf: Day): Promise<Map<string, ReportFacts>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<Row>(
      `SELECT ${COLUMNS} FROM progress_report WHERE task_id IN (${marks(taskIds)}) AND month = ?`,
      [...taskIds, month],
    );
    return new Map(rows.map((row) => [row.assignmentId, factsAsOf(row, asOf)]));
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
    const rows = await this.db.read<{ assignmentId: string; month: Month; submittedOn: Day | null }>(
      `SELECT assignment_id AS "assignmentId", month, submitted_on AS "submittedOn" FROM progress_report
        WHERE task_id IN (${marks(taskIds)}) AND month > ? AND month <= ? ORDER BY assignment_id, month DESC`,
      [...taskIds, addToMonth(upTo, -atMost), upTo],
    );
    const missed = new Map<string, number>();
    const ended = new Set<string>();
    for (const { assignmentId, submittedOn } of rows) {
      if (ended.has(assignmentId)) continue;
      if (submittedOn !== null && submittedOn <= asOf) ended.add(assignmentId);
      else missed.set(assignmentId, (missed.get(assignmentId) ?? 0) + 1);
    }
    return missed;
  }
}

function factsAsOf({ reviewedOn, ...row }: Row, asOf: Day): ReportFacts {
  const facts: ReportFacts = { ...row, isLate: row.isLate === 1 };
  if (row.submittedOn === null) return facts;
  if (row.submittedOn > asOf) {
    return {
      ...facts,
      state: 'DRAFT',
      claimedProgress: null,
      verifiedProgress: null,
      count: null,
      text: '',
      isLate: false,
    };
  }
  if (reviewedOn !== null && reviewedOn > asOf)
    return { ...facts, state: 'SUBMITTED', verifiedProgress: null };
  return facts;
}

function verifiedOf(row: { newest: string; counted: string | null }): VerifiedFacts {
  const [month = '', progress = '0'] = row.newest.split('|');
  const count = row.counted === null ? null : Number(row.counted.split('|')[1]);
  return { month, progress: Number(progress), count };
}

function marks(ids: readonly string[]): string {
  return ids.map(() => '?').join(',');
}
