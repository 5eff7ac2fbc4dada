import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { withLabel } from './milestone-label.js';
import { Milestone } from './milestone.entity.js';

/** A node or period as it is kept. */
export type MilestoneRecord = { [Key in keyof Milestone]: Milestone[Key] };

const COLUMNS = [
  'id', 'task_id', 'kind', 'period', 'label', 'starts_on', 'original_due_on', 'due_on', 'deadline_version', 'done_on',
  'proof', 'version',
]; // prettier-ignore

/** Keeps nodes and periods of tasks. */
@Injectable()
export class MilestoneStore {
  constructor(private readonly db: Database) {}

  /** A node of this task, or null; one of another task is as good as none. */
  async ofTask(taskId: string, id: string): Promise<MilestoneRecord | null> {
    const node = await this.db.reader.findOneBy(Milestone, { id, taskId });
    return node && withLabel(node);
  }

  /** All nodes and periods of a task, earliest due first. */
  async allOf(taskId: string): Promise<MilestoneRecord[]> {
    const order = { dueOn: 'ASC', period: 'ASC' } as const;
    return (await this.db.reader.find(Milestone, { where: { taskId }, order })).map(withLabel);
  }

  async insert(records: readonly MilestoneRecord[]): Promise<void> {
    const rows = records.map((m) => [
      m.id, m.taskId, m.kind, m.period, m.label, m.startsOn, m.originalDueOn, m.dueOn, m.deadlineVersion, m.doneOn,
      m.proof, m.version,
    ]); // prettier-ignore
    await bulkInsert(this.db, 'milestone', COLUMNS, rows);
  }

  /** Takes the nodes of a draft away so that its corrected deadline can give new ones; those of issued tasks stay. */
  async clearDraft(taskId: string): Promise<void> {
    await this.db.write(
      `DELETE FROM milestone WHERE task_id = ?
       AND task_id IN (SELECT id FROM task WHERE id = ? AND state IN ('DRAFT','REGISTERED'))`,
      [taskId, taskId],
    );
  }

  /** Changes a node if it still has the version given. */
  async update(
    record: { id: string; version: number },
    changes: Partial<Pick<MilestoneRecord, 'doneOn' | 'proof' | 'dueOn' | 'deadlineVersion'>>,
  ): Promise<void> {
    await updateVersioned(this.db, Milestone, record, changes);
  }
}
