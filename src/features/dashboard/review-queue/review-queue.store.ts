import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';
import { within, type Scope } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { EVIDENCE_OF_REPORT } from '../evidence-count.js';
import { marks } from '../../../platform/database/placeholders.js';

/** Which reports the office reviews; without a month only those of months that are not frozen. */
export interface QueueFilter {
  /** What the actor may see. */
  scope: Scope;
  ledgerId?: string;
  month?: Month;
  departmentId?: string;
  states: readonly string[];
  lateOnly: boolean;
}

/** A report in the queue, with what was said and verified before and who comes before and after it. */
export interface QueueRow {
  id: string;
  ledgerId: string;
  month: Month;
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  role: 'LEAD' | 'SUPPORT';
  dueOn: Day | null;
  targetCount: number | null;
  targetUnit: string;
  departmentId: string;
  state: ProgressReportState;
  claimedProgress: number | null;
  verifiedProgress: number | null;
  count: number | null;
  text: string;
  problems: string;
  nextStep: string;
  submittedOn: Day | null;
  submittedAt: number;
  isLate: number;
  timesReturned: number;
  returnedReason: string;
  version: number;
  lastVerified: number | null;
  lastCount: number | null;
  lastText: string | null;
  evidence: number;
  previousId: string | null;
  nextId: string | null;
}

const BEFORE = (column: string): string => `(SELECT p.${column} FROM progress_report p
  WHERE p.assignment_id = r.assignment_id AND p.month < r.month AND p.verified_progress IS NOT NULL
  ORDER BY p.month DESC LIMIT 1)`;

const QUEUE = `SELECT r.id, r.ledger_id AS "ledgerId", r.month, r.task_id AS "taskId", t.number AS "taskNumber",
  t.title AS "taskTitle", a.role, t.due_on AS "dueOn", t.target_count AS "targetCount", t.target_unit AS "targetUnit",
  r.department_id AS "departmentId", r.state, r.claimed_progress AS "claimedProgress",
  r.verified_progress AS "verifiedProgress", r.count, r.text, r.problems, r.next_step AS "nextStep",
  r.submitted_on AS "submittedOn", r.submitted_at AS "submittedAt", r.is_late AS "isLate",
  r.times_returned AS "timesReturned", r.returned_reason AS "returnedReason", r.version,
  ${BEFORE('verified_progress')} AS "lastVerified", ${BEFORE('count')} AS "lastCount", ${BEFORE('text')} AS "lastText",
  ${EVIDENCE_OF_REPORT} AS evidence, LAG(r.id) OVER w AS "previousId", LEAD(r.id) OVER w AS "nextId"
  FROM progress_report r JOIN assignment a ON a.id = r.assignment_id JOIN task t ON t.id = r.task_id`;

/** Reads reports in the order the office takes them up: the first handed in is the first reviewed. */
@Injectable()
export class ReviewQueueStore {
  constructor(private readonly db: Database) {}

  /** A page after `(submittedAt, id)`; neighbours are those of the whole queue, not of the page. */
  page(filter: QueueFilter, after: readonly (string | number)[] | null, limit: number): Promise<QueueRow[]> {
    const { where, values } = conditionsOf(filter);
    const from = after ? 'WHERE (q."submittedAt", q.id) > (?, ?)' : '';
    return this.db.read<QueueRow>(
      `SELECT * FROM (${QUEUE} WHERE ${where} WINDOW w AS (ORDER BY r.submitted_at, r.id)) q ${from}
        ORDER BY q."submittedAt", q.id LIMIT ?`,
      [...values, ...(after ?? []), limit],
    );
  }

  /** How many there are in all. */
  async count(filter: QueueFilter): Promise<number> {
    const { where, values } = conditionsOf(filter);
    const rows = await this.db.read<{ n: number }>(
      `SELECT CAST(COUNT(*) AS integer) AS n FROM progress_report r WHERE ${where}`,
      values,
    );
    return rows[0]?.n ?? 0;
  }
}

function conditionsOf(filter: QueueFilter): { where: string; values: unknown[] } {
  const scope = within(filter.scope, { department: 'r.department_id', ledger: 'r.ledger_id' });
  const conditions = [`r.submitted_at IS NOT NULL${scope.and}`, `r.state IN (${marks(filter.states)})`];
  const values: unknown[] = [...scope.values, ...filter.states];
  const add = (value: string | undefined, condition: string): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  add(filter.ledgerId, 'r.ledger_id = ?');
  add(filter.month, 'r.month = ?');
  add(filter.departmentId, 'r.department_id = ?');
  if (filter.lateOnly) conditions.push('r.is_late = 1');
  if (filter.month === undefined)
    conditions.push(`NOT EXISTS (SELECT 1 FROM dispatch_round d WHERE d.ledger_id = r.ledger_id
      AND d.month = r.month AND d.frozen_at IS NOT NULL)`);
  return { where: conditions.join(' AND '), values };
}
