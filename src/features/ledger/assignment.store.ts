import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { Assignment } from './assignment.entity.js';
import type { AssignmentFacts, OpenAssignment } from './ledger-facts.js';
import { assignmentOf } from './task-facts-rows.js';

/** An assignment as it is kept. */
export type AssignmentRecord = { [Key in keyof Assignment]: Assignment[Key] };

const COLUMNS = [
  'id', 'task_id', 'department_id', 'role', 'is_first_lead', 'via_group', 'state', 'signed_on', 'ordinal', 'version',
]; // prettier-ignore

const OPEN = `SELECT a.id, a.task_id AS "taskId", a.department_id AS "departmentId", a.role,
  a.is_first_lead AS "isFirstLead", a.via_group AS "viaGroup", a.state, a.signed_on AS "signedOn",
  t.ledger_id AS "ledgerId", t.number, t.sort_key AS "sortKey", t.title, t.state AS "taskState"
  FROM task t JOIN assignment a ON a.task_id = t.id
  WHERE t.ledger_id = ? AND a.state NOT IN ('WITHDRAWN','DONE')
  AND t.state NOT IN ('DRAFT','REGISTERED','VOID','CLOSED','SUSPENDED','CANCELLED','MERGED','ARCHIVED')`;

/** Keeps the departments' parts in tasks. */
@Injectable()
export class AssignmentStore {
  constructor(private readonly db: Database) {}

  async one(id: string): Promise<AssignmentRecord | null> {
    return this.db.reader.findOneBy(Assignment, { id });
  }

  /** A department's part in a task, also an ended one, or null. */
  async of(taskId: string, departmentId: string): Promise<AssignmentRecord | null> {
    return this.db.reader.findOneBy(Assignment, { taskId, departmentId });
  }

  /** All parts of a task, ended ones too, in the order of the ledger. */
  async ofTask(taskId: string): Promise<AssignmentRecord[]> {
    return this.db.reader.find(Assignment, { where: { taskId }, order: { ordinal: 'ASC', id: 'ASC' } });
  }

  /** Parts still to be worked, in reading order, after a cursor of (sortKey, assignment id). */
  async open(
    ledgerId: string,
    scope: Scope,
    after: { sortKey: string; id: string } | null,
    limit: number,
  ): Promise<OpenAssignment[]> {
    const { and, values } = within(scope, { department: 'a.department_id', ledger: 't.ledger_id' });
    const rows = await this.db.read<Omit<OpenAssignment, 'isFirstLead'> & { isFirstLead: number }>(
      `${OPEN}${and} AND t.sort_key >= ? AND (t.sort_key, a.id) > (?, ?) ORDER BY t.sort_key, a.id LIMIT ?`,
      [ledgerId, ...values, after?.sortKey ?? '', after?.sortKey ?? '', after?.id ?? '', limit],
    );
    return rows.map((row) => ({ ...row, ...assignmentOf(row) }) as OpenAssignment);
  }

  async insert(records: readonly AssignmentRecord[]): Promise<void> {
    const rows = records.map((r) => [
      r.id, r.taskId, r.departmentId, r.role, r.isFirstLead, r.viaGroup, r.state, r.signedOn, r.ordinal, r.version,
    ]); // prettier-ignore
    await bulkInsert(this.db, 'assignment', COLUMNS, rows);
  }

  /** Changes a part if it still has the version given. */
  async update(record: { id: string; version: number }, changes: Partial<AssignmentRecord>): Promise<void> {
    await updateVersioned(this.db, Assignment, record, changes);
  }

  /** Lays every planned part of the ledger's issued tasks before its department. */
  async issueAll(ledgerId: string): Promise<void> {
    await this.db.write(
      `UPDATE assignment SET state = 'ISSUED', version = version + 1 WHERE state = 'PLANNED'
       AND task_id IN (SELECT id FROM task WHERE ledger_id = ? AND state = 'ASSIGNED')`,
      [ledgerId],
    );
  }

  /** The same for one task. */
  async issueOf(taskId: string): Promise<void> {
    await this.db.write(
      `UPDATE assignment SET state = 'ISSUED', version = version + 1 WHERE state = 'PLANNED' AND task_id = ?`,
      [taskId],
    );
  }

  /** Ends the parts of a task that was closed; withdrawn ones stay withdrawn. */
  async completeOf(taskId: string): Promise<void> {
    await this.db.write(
      `UPDATE assignment SET state = 'DONE', version = version + 1
       WHERE task_id = ? AND state IN ('ISSUED','OBJECTED','IN_PROGRESS')`,
      [taskId],
    );
  }
}

/** Takes what is kept; gives what others are told. */
export function factsOfAssignment(record: AssignmentRecord): AssignmentFacts {
  const { id, taskId, departmentId, role, viaGroup, state, signedOn } = record;
  const isFirstLead = record.isFirstLead === 1;
  return {
    id,
    taskId,
    departmentId,
    role: role as AssignmentFacts['role'],
    isFirstLead,
    viaGroup,
    state,
    signedOn,
  };
}
