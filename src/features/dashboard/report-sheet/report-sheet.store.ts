import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { addToMonth, type Month } from '../../../domain/calendar/month.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';
import { OPEN_STATES } from '../../../domain/task/task-lifecycle.js';
import { Database } from '../../../platform/database/database.js';
import { EVIDENCE_OF_REPORT } from '../evidence-count.js';
import { marks } from '../../../platform/database/placeholders.js';

/** One part of a department with this month's form (null where none is laid) and last month's. */
export interface SheetRow {
  assignmentId: string;
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  measures: string;
  indicator: string;
  role: 'LEAD' | 'SUPPORT';
  isFirstLead: number;
  partState: string;
  taskState: string;
  dueOn: Day | null;
  originalDueOn: Day | null;
  targetCount: number | null;
  targetUnit: string;
  reportId: string | null;
  state: ProgressReportState | null;
  claimedProgress: number | null;
  verifiedProgress: number | null;
  count: number | null;
  text: string | null;
  problems: string | null;
  nextStep: string | null;
  submittedOn: Day | null;
  isLate: number | null;
  timesReturned: number | null;
  returnedReason: string | null;
  version: number | null;
  submissions: number;
  evidence: number;
  lastState: ProgressReportState | null;
  lastClaimed: number | null;
  lastVerified: number | null;
  lastCount: number | null;
  lastText: string | null;
  lastProblems: string | null;
  lastNextStep: string | null;
  /** Newest verified progress before this month. */
  verifiedBefore: number | null;
}

const COLUMNS = `a.id AS "assignmentId", t.id AS "taskId", t.number AS "taskNumber", t.title AS "taskTitle", t.measures,
  COALESCE(i.path, '') AS indicator, a.role, a.is_first_lead AS "isFirstLead", a.state AS "partState",
  t.state AS "taskState", t.due_on AS "dueOn", t.original_due_on AS "originalDueOn", t.target_count AS "targetCount",
  t.target_unit AS "targetUnit", r.id AS "reportId", r.state, r.claimed_progress AS "claimedProgress",
  r.verified_progress AS "verifiedProgress", r.count, r.text, r.problems, r.next_step AS "nextStep",
  r.submitted_on AS "submittedOn", r.is_late AS "isLate", r.times_returned AS "timesReturned",
  r.returned_reason AS "returnedReason", r.version, p.state AS "lastState", p.claimed_progress AS "lastClaimed",
  p.verified_progress AS "lastVerified", p.count AS "lastCount", p.text AS "lastText", p.problems AS "lastProblems",
  p.next_step AS "lastNextStep",
  (SELECT CAST(COUNT(*) AS integer) FROM progress_report_version v WHERE v.report_id = r.id) AS submissions,
  ${EVIDENCE_OF_REPORT} AS evidence,
  (SELECT b.verified_progress FROM progress_report b WHERE b.assignment_id = a.id AND b.month < ?
      AND b.verified_progress IS NOT NULL ORDER BY b.month DESC LIMIT 1) AS "verifiedBefore"`;

/** Reads a department's month as one sheet. */
@Injectable()
export class ReportSheetStore {
  constructor(private readonly db: Database) {}

  /** Parts with a form for the month, and parts still owed that have none yet, in reading order. */
  rows(ledgerId: string, month: Month, departmentId: string): Promise<SheetRow[]> {
    return this.db.read<SheetRow>(
      `SELECT ${COLUMNS} FROM assignment a JOIN task t ON t.id = a.task_id
         LEFT JOIN indicator i ON i.id = t.indicator_id
         LEFT JOIN progress_report r ON r.assignment_id = a.id AND r.month = ?
         LEFT JOIN progress_report p ON p.assignment_id = a.id AND p.month = ?
        WHERE t.ledger_id = ? AND a.department_id = ?
          AND (r.id IS NOT NULL OR (a.state NOT IN ('WITHDRAWN','DONE') AND t.state IN (${marks(OPEN_STATES)})))
        ORDER BY t.sort_key, a.id`,
      [month, month, addToMonth(month, -1), ledgerId, departmentId, ...OPEN_STATES],
    );
  }
}
