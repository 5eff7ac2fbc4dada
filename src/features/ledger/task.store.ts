import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { confine, tasksWithin, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import type { TaskDays } from './tasks/task-plan.js';
import { Task } from './task.entity.js';

/** A task as it is kept. */
export type TaskRecord = { [Key in keyof Task]: Task[Key] };

/** What may be changed of a task after it was made; the original deadline is not among it. */
export type TaskChanges = Partial<Omit<TaskRecord, 'id' | 'ledgerId' | 'originalDueOn' | 'version'>>;

/** What of an issued task is sealed: it changes never, or with an event of its own only. */
export type SealedTask = Pick<TaskRecord, 'id' | 'number' | 'originalDueOn' | 'dueOn' | 'deadlineVersion'>;

const COLUMNS = [
  'id', 'ledger_id', 'number', 'sort_key', 'title', 'measures', 'indicator_id', 'raw_cells', 'deadline_raw', 'deadline',
  'starts_on', 'original_due_on', 'due_on', 'deadline_version', 'cadence', 'target_count', 'target_unit', 'state',
  'state_since', 'assigned_on', 'closed_on', 'close_requested_on', 'days_in_review', 'state_reason', 'merged_into_id', 'open_ended',
  'problems', 'version',
]; // prettier-ignore

/** Keeps tasks. No statement here can change the original deadline of a task that was issued. */
@Injectable()
export class TaskStore {
  constructor(private readonly db: Database) {}

  /** A task within a scope, or null. */
  async one(id: string, scope: Scope): Promise<TaskRecord | null> {
    const query = this.db.reader.createQueryBuilder(Task, 't').where('t.id = :id', { id });
    confine(query, tasksWithin(scope, 't'));
    return query.getOne();
  }

  /** The task of a number in a ledger, or null. */
  async byNumber(ledgerId: string, number: string): Promise<TaskRecord | null> {
    return this.db.reader.findOneBy(Task, { ledgerId, number });
  }

  /** All tasks of a ledger in reading order, for a comparison with a file. */
  async ofLedger(ledgerId: string): Promise<TaskRecord[]> {
    return this.db.reader.find(Task, { where: { ledgerId }, order: { sortKey: 'ASC', id: 'ASC' } });
  }

  /** Tasks of a ledger in one state, in reading order. */
  async inState(ledgerId: string, state: string): Promise<TaskRecord[]> {
    return this.db.reader.find(Task, { where: { ledgerId, state }, order: { sortKey: 'ASC', id: 'ASC' } });
  }

  /** Every number in use in a ledger. */
  async numbers(ledgerId: string): Promise<Set<string>> {
    const rows = await this.db.read<{ number: string }>('SELECT number FROM task WHERE ledger_id = ?', [
      ledgerId,
    ]);
    return new Set(rows.map((row) => row.number));
  }

  async insert(records: readonly TaskRecord[]): Promise<void> {
    const rows = records.map((t) => [
      t.id, t.ledgerId, t.number, t.sortKey, t.title, t.measures, t.indicatorId, t.rawCells, t.deadlineRaw, t.deadline,
      t.startsOn, t.originalDueOn, t.dueOn, t.deadlineVersion, t.cadence, t.targetCount, t.targetUnit, t.state,
      t.stateSince, t.assignedOn, t.closedOn, t.closeRequestedOn, t.daysInReview, t.stateReason, t.mergedIntoId, t.openEnded,
      t.problems, t.version,
    ]); // prettier-ignore
    await bulkInsert(this.db, 'task', COLUMNS, rows);
  }

  /** Changes a task if it still has the version given. */
  async update(task: { id: string; version: number }, changes: TaskChanges): Promise<void> {
    await updateVersioned(this.db, Task, task, changes);
  }

  /**
   * Sets the days of a task that was never issued, so that a draft can be corrected. The condition on the state is part
   * of the statement: an issued task's original deadline stays as it was whatever the caller believes.
   */
  async dateDraft(id: string, days: TaskDays): Promise<void> {
    const { affected } = await this.db.write(
      `UPDATE task SET starts_on = ?, original_due_on = ?, due_on = ?, cadence = ?
       WHERE id = ? AND state IN ('DRAFT','REGISTERED')`,
      [days.startsOn, days.originalDueOn, days.dueOn, days.cadence, id],
    );
    if (affected !== 1) throw new Error(`task ${id} was issued: its original deadline cannot be set`);
  }

  /** Begins the tasks not yet issued on the ledger's issue day, unless their own phrase says when. */
  async beginDrafts(ledgerId: string, issuedOn: string): Promise<void> {
    await this.db.write(
      `UPDATE task SET starts_on = ? WHERE ledger_id = ? AND state IN ('DRAFT','REGISTERED')
       AND deadline NOT LIKE '%"start":%'`,
      [issuedOn, ledgerId],
    );
  }

  /** Issues every registered task of a ledger; gives how many. */
  async issueAll(ledgerId: string, today: string): Promise<number> {
    const { affected } = await this.db.write(
      `UPDATE task SET state = 'ASSIGNED', state_since = ?, assigned_on = ?, version = version + 1
       WHERE ledger_id = ? AND state = 'REGISTERED'`,
      [today, today, ledgerId],
    );
    return affected;
  }

  /** Tasks of a ledger that have gone beyond 立项, by id after one, at most `limit`. */
  issuedAfter(ledgerId: string, after: string, limit: number): Promise<SealedTask[]> {
    return this.db.read<SealedTask>(
      `SELECT id, number, original_due_on AS "originalDueOn", due_on AS "dueOn", deadline_version AS "deadlineVersion" FROM task
       WHERE ledger_id = ? AND id > ? AND state NOT IN ('DRAFT','REGISTERED','VOID') ORDER BY id LIMIT ?`,
      [ledgerId, after, limit],
    );
  }

  /** Puts every closed task of a ledger into the archive at year's end; gives how many. */
  async archiveAll(ledgerId: string, today: string): Promise<number> {
    const { affected } = await this.db.write(
      `UPDATE task SET state = 'ARCHIVED', state_since = ?, version = version + 1 WHERE ledger_id = ? AND state = 'CLOSED'`,
      [today, ledgerId],
    );
    return affected;
  }

  /** How many tasks of a ledger stand in each state: those within a scope. */
  async countByState(ledgerId: string, scope: Scope): Promise<Record<string, number>> {
    const { and, values } = tasksWithin(scope, 't');
    const rows = await this.db.read<{ state: string; n: number | string }>(
      `SELECT t.state, COUNT(*) AS n FROM task t WHERE t.ledger_id = ? ${and} GROUP BY t.state ORDER BY t.state`,
      [ledgerId, ...values],
    );
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
  }
}
