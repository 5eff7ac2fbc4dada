import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { CloseOutRequestState } from '../../../domain/task/close-out-request-lifecycle.js';
import type { ExtensionRequestState } from '../../../domain/task/extension-request-lifecycle.js';
import { tasksWithin, type Scope } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { nextRung, waitsForExpression, type Hand } from './next-rung.js';

/** Which requests; every part narrows. */
export interface RequestFilter {
  /** Only tasks within it. */
  scope: Scope;
  /** Only requests of this department. */
  departmentId?: string;
  kind?: string | undefined;
  state?: string | undefined;
  ledger?: string | undefined;
  task?: string | undefined;
  /** Only what is not decided yet. */
  pendingOnly?: boolean;
  /** Only what this post may decide now. */
  waitingFor?: { post: string; hands: readonly Hand[] };
}

/** A request of either kind; what only one kind has is null for the other. */
export interface RequestRow {
  kind: 'EXTENSION' | 'CLOSE_OUT';
  id: string;
  taskId: string;
  ledgerId: string;
  taskNumber: string;
  taskTitle: string;
  dueOn: Day | null;
  departmentId: string;
  ordinal: number;
  state: ExtensionRequestState | CloseOutRequestState;
  askedOn: Day;
  askedBy: string;
  text: string;
  waitsFor: string;
  decidedOn: Day | null;
  decidedBy: string | null;
  decisionReason: string;
  version: number;
  askedDueOn: Day | null;
  dueOnThen: Day | null;
  decidedDueOn: Day | null;
  isLate: number | null;
  beforeMeeting: number | null;
  lateReason: string | null;
  silentSupports: string | null;
  openMilestones: string | null;
}

const EXTENSION = `SELECT 'EXTENSION' AS kind, e.id, e.task_id, e.department_id, e.ordinal, e.state, e.asked_on, e.asked_by,
    e.reason AS text, ${waitsForExpression('e')} AS waits_for, e.decided_on, e.decided_by, e.decision_reason, e.version,
    e.asked_due_on, e.due_on_then, e.decided_due_on, e.is_late, e.before_meeting, e.late_reason,
    NULL AS silent_supports, NULL AS open_milestones, e.signed_by AS hands FROM extension_request e`;

const CLOSE_OUT = `SELECT 'CLOSE_OUT' AS kind, c.id, c.task_id, c.department_id, c.ordinal, c.state, c.requested_on AS asked_on,
    c.requested_by AS asked_by, c.statement AS text,
    CASE c.state WHEN 'SUBMITTED' THEN 'CLERK' WHEN 'VERIFIED' THEN 'CLOSER' ELSE '' END AS waits_for,
    c.decided_on, c.decided_by, c.decision_reason, c.version, NULL AS asked_due_on, NULL AS due_on_then,
    NULL AS decided_due_on, NULL AS is_late, NULL AS before_meeting, NULL AS late_reason, c.silent_supports,
    c.open_milestones, COALESCE(c.verified_by, '') AS hands FROM close_out_request c`;

const FROM = `FROM (${EXTENSION} UNION ALL ${CLOSE_OUT}) q JOIN task t ON t.id = q.task_id`;

const COLUMNS = `q.kind, q.id, q.task_id AS "taskId", t.ledger_id AS "ledgerId", t.number AS "taskNumber",
  t.title AS "taskTitle", t.due_on AS "dueOn", q.department_id AS "departmentId", q.ordinal, q.state,
  q.asked_on AS "askedOn", q.asked_by AS "askedBy", q.text, q.waits_for AS "waitsFor", q.decided_on AS "decidedOn",
  q.decided_by AS "decidedBy", q.decision_reason AS "decisionReason", q.version, q.asked_due_on AS "askedDueOn",
  q.due_on_then AS "dueOnThen", q.decided_due_on AS "decidedDueOn", q.is_late AS "isLate",
  q.before_meeting AS "beforeMeeting", q.late_reason AS "lateReason", q.silent_supports AS "silentSupports",
  q.open_milestones AS "openMilestones"`;

/** Reads extension and close-out requests as one list. */
@Injectable()
export class RequestListStore {
  constructor(private readonly db: Database) {}

  /** One page by the day asked, oldest first or newest first, after `(askedOn, id)`; at most `limit`. */
  page(
    filter: RequestFilter,
    order: 'ASC' | 'DESC',
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<RequestRow[]> {
    const { conditions, values } = conditionsOf(filter);
    if (after) {
      conditions.push(`(q.asked_on, q.id) ${order === 'ASC' ? '>' : '<'} (?, ?)`);
      values.push(...after);
    }
    return this.db.read<RequestRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')}
        ORDER BY q.asked_on ${order}, q.id ${order} LIMIT ?`,
      [...values, limit],
    );
  }

  /** How many there are, and since when the oldest waits. */
  async count(filter: RequestFilter): Promise<{ n: number; oldest: Day | null }> {
    const { conditions, values } = conditionsOf(filter);
    const rows = await this.db.read<{ n: number; oldest: Day | null }>(
      `SELECT CAST(COUNT(*) AS integer) AS n, MIN(q.asked_on) AS oldest ${FROM} WHERE ${conditions.join(' AND ')}`,
      values,
    );
    return rows[0] ?? { n: 0, oldest: null };
  }
}

function conditionsOf(filter: RequestFilter): { conditions: string[]; values: unknown[] } {
  const { and, values: scoped } = tasksWithin(filter.scope, 't');
  const conditions = [`1 = 1${and}`];
  const values: unknown[] = [...scoped];
  const add = (value: string | null | undefined, condition: string): void => {
    if (value === undefined || value === null) return;
    conditions.push(condition);
    values.push(value);
  };
  add(filter.departmentId, 'q.department_id = ?');
  add(filter.kind, 'q.kind = ?');
  add(filter.state, 'q.state = ?');
  add(filter.ledger, 't.ledger_id = ?');
  add(filter.task, 'q.task_id = ?');
  if (filter.pendingOnly) conditions.push(`q.waits_for <> ''`);
  if (filter.waitingFor) {
    const { post, hands } = filter.waitingFor;
    conditions.push(nextRung(hands), 'q.asked_by <> ?');
    // Who has verified a close-out may not approve it as well.
    conditions.push(`(q.kind = 'EXTENSION' OR q.hands <> ?)`);
    values.push(post, post);
  }
  return { conditions, values };
}
