import { Injectable } from '@nestjs/common';
import { tasksWithin, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import type { AssignmentFacts, MilestoneFacts, TaskCursor, TaskFacts } from './ledger-facts.js';
import {
  assignmentOf,
  milestoneOf,
  taskOf,
  type AssignmentRow,
  type MilestoneRow,
  type TaskRow,
} from './task-facts-rows.js';

const TASK = `SELECT t.id, t.ledger_id AS "ledgerId", t.number, t.sort_key AS "sortKey", t.title,
  i.path AS "indicatorPath", t.starts_on AS "startsOn", t.original_due_on AS "originalDueOn", t.due_on AS "dueOn",
  t.deadline_version AS "deadlineVersion", t.cadence, t.deadline, t.target_count AS "targetCount",
  t.target_unit AS "targetUnit", t.state, t.state_since AS "stateSince",
  t.closed_on AS "closedOn", t.close_requested_on AS "closeRequestedOn",
  t.days_in_review AS "daysInReview"
  FROM task t LEFT JOIN indicator i ON i.id = t.indicator_id`;

const ASSIGNMENT = `SELECT a.id, a.task_id AS "taskId", a.department_id AS "departmentId", a.role,
  a.is_first_lead AS "isFirstLead", a.via_group AS "viaGroup", a.state, a.signed_on AS "signedOn"
  FROM task t JOIN assignment a ON a.task_id = t.id`;

const MILESTONE = `SELECT m.id, m.task_id AS "taskId", m.kind, m.period, m.label, m.starts_on AS "startsOn",
  m.original_due_on AS "originalDueOn", m.due_on AS "dueOn", m.deadline_version AS "deadlineVersion",
  m.done_on AS "doneOn" FROM task t JOIN milestone m ON m.task_id = t.id`;

const EVERYWHERE: Scope = { kind: 'WHOLE' };

/** A task that was never issued is no one's duty yet. */
const ISSUED = `t.state NOT IN ('DRAFT','REGISTERED','VOID')`;

/**
 * Reads tasks with their parts as plain facts. A hot path (1,000,000 tasks a month): three statements a page, raw rows,
 * joined by key range so that no statement grows with the page.
 */
@Injectable()
export class TaskFactsStore {
  constructor(private readonly db: Database) {}

  /** The issued tasks after a cursor, up to and with another where one is given, at most `limit`, in reading order. */
  async page(
    ledgerId: string,
    after: TaskCursor | null,
    limit: number,
    upTo: TaskCursor | null = null,
  ): Promise<TaskFacts[]> {
    const from = after ?? { sortKey: '', id: '' };
    const end = upTo === null ? '' : ' AND (t.sort_key, t.id) <= (?, ?)';
    const rows = await this.db.read<TaskRow>(
      `${TASK} WHERE t.ledger_id = ? AND (t.sort_key, t.id) > (?, ?)${end} AND ${ISSUED}
       ORDER BY t.sort_key, t.id LIMIT ?`,
      [ledgerId, from.sortKey, from.id, ...(upTo === null ? [] : [upTo.sortKey, upTo.id]), limit],
    );
    const last = rows.at(-1);
    if (!last) return [];
    const where = `WHERE t.ledger_id = ? AND (t.sort_key, t.id) > (?, ?) AND (t.sort_key, t.id) <= (?, ?) AND ${ISSUED}`;
    return this.withParts(rows, where, [ledgerId, from.sortKey, from.id, last.sortKey, last.id]);
  }

  /** The last task of every so many issued ones in reading order; the rest that fills no such number has none. */
  async everyNth(ledgerId: string, n: number): Promise<TaskCursor[]> {
    return this.db.read<TaskCursor>(
      `SELECT sort_key AS "sortKey", id FROM (
         SELECT t.sort_key, t.id, ROW_NUMBER() OVER (ORDER BY t.sort_key, t.id) AS place
           FROM task t WHERE t.ledger_id = ? AND ${ISSUED}) placed
        WHERE place % ? = 0 ORDER BY place`,
      [ledgerId, n],
    );
  }

  /** How many issued tasks a ledger has. */
  async count(ledgerId: string): Promise<number> {
    const rows = await this.db.read<{ n: number }>(
      `SELECT CAST(COUNT(*) AS integer) AS n FROM task t WHERE t.ledger_id = ? AND ${ISSUED}`,
      [ledgerId],
    );
    return rows[0]?.n ?? 0;
  }

  /** One task within a scope in any state, or null. */
  async one(id: string, scope: Scope = EVERYWHERE): Promise<TaskFacts | null> {
    const { and, values } = tasksWithin(scope, 't');
    const rows = await this.db.read<TaskRow>(`${TASK} WHERE t.id = ?${and}`, [id, ...values]);
    return (await this.withParts(rows, 'WHERE t.id = ?', [id]))[0] ?? null;
  }

  /** The tasks of these ids within a scope in any state, in reading order; at most 1,000 ids. */
  async many(ids: readonly string[], scope: Scope): Promise<TaskFacts[]> {
    if (ids.length === 0) return [];
    const where = `WHERE t.id IN (${marks(ids)})`;
    const { and, values } = tasksWithin(scope, 't');
    const rows = await this.db.read<TaskRow>(`${TASK} ${where}${and} ORDER BY t.sort_key, t.id`, [
      ...ids,
      ...values,
    ]);
    return this.withParts(rows, where, [...ids]);
  }

  private async withParts(rows: TaskRow[], where: string, values: unknown[]): Promise<TaskFacts[]> {
    const tasks = rows.map(taskOf);
    const byId = new Map(tasks.map((task) => [task.id, task]));
    for (const part of await this.assignments(where, values)) byId.get(part.taskId)?.assignments.push(part);
    for (const node of await this.milestones(where, values)) byId.get(node.taskId)?.milestones.push(node);
    await this.addLastChanges(tasks.filter((task) => task.deadlineVersion > 0));
    return tasks;
  }

  private async assignments(where: string, values: unknown[]): Promise<AssignmentFacts[]> {
    const sql = `${ASSIGNMENT} ${where} ORDER BY t.sort_key, t.id, a.ordinal, a.id`;
    return (await this.db.read<AssignmentRow>(sql, values)).map(assignmentOf);
  }

  private async milestones(where: string, values: unknown[]): Promise<MilestoneFacts[]> {
    const sql = `${MILESTONE} ${where} ORDER BY t.sort_key, t.id, m.due_on, m.period`;
    return (await this.db.read<MilestoneRow>(sql, values)).map(milestoneOf);
  }

  /** Few tasks ever get another deadline, so most pages are spared this statement. */
  private async addLastChanges(tasks: readonly TaskFacts[]): Promise<void> {
    if (tasks.length === 0) return;
    const rows = await this.db.read<ChangeRow>(
      `SELECT c.task_id AS "taskId", c.changed_on AS "changedOn", c.before_meeting AS "beforeMeeting",
         c.from_due_on AS "fromDueOn", COALESCE(r.overdue_days_then, 0) AS "overdueDays"
       FROM deadline_change c LEFT JOIN extension_request r ON r.id = c.extension_request_id
       WHERE c.task_id IN (${marks(tasks)}) ORDER BY c.task_id, c.deadline_version`,
      tasks.map((task) => task.id),
    );
    const byId = new Map(tasks.map((task) => [task.id, task]));
    for (const row of rows) {
      const task = byId.get(row.taskId);
      if (!task) continue;
      task.overdueDaysBefore += row.overdueDays;
      const { changedOn, fromDueOn } = row;
      task.lastChange = { changedOn, fromDueOn, beforeMeeting: row.beforeMeeting === 1 };
    }
  }
}

interface ChangeRow {
  taskId: string;
  changedOn: string;
  beforeMeeting: number;
  fromDueOn: string | null;
  overdueDays: number;
}
