import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import { bulkInsert, type Value } from '../../../platform/database/bulk-insert.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';
import { newId } from '../../../platform/database/id.js';

/** What is overdue at a freeze. */
export interface OverdueSubject {
  taskId: string;
  /** Empty for the task itself. */
  milestoneId: string;
  deadlineVersion: number;
  dueOn: Day;
  overdueDays: number;
}

/** A flag that has not been cleared. */
export interface OpenFlag {
  id: string;
  taskId: string;
  milestoneId: string;
  deadlineVersion: number;
}

const COLUMNS = [
  'id',
  'task_id',
  'milestone_id',
  'deadline_version',
  'due_on',
  'raised_in',
  'raised_overdue_days',
  'cleared_in',
];

/** Table of overdue flags: one per task or node and deadline version, whatever happens how often. */
@Injectable()
export class FlagStore {
  constructor(private readonly db: Database) {}

  /** Raises what has no flag yet; gives how many are new. */
  raise(subjects: readonly OverdueSubject[], month: Month): Promise<number> {
    const rows = subjects.map((s): Value[] => [
      newId(), s.taskId, s.milestoneId, s.deadlineVersion, s.dueOn, month, s.overdueDays, null,
    ]); // prettier-ignore
    return bulkInsert(this.db, 'overdue_flag', COLUMNS, rows, 'keep');
  }

  /** Every flag of these tasks: `taskId/milestoneId/deadlineVersion` → whether it is still open. */
  async known(taskIds: readonly string[]): Promise<Map<string, boolean>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<OpenFlag & { clearedIn: string | null }>(
      `SELECT id, task_id AS "taskId", milestone_id AS "milestoneId", deadline_version AS "deadlineVersion",
              cleared_in AS "clearedIn" FROM overdue_flag WHERE task_id IN (${marks(taskIds)})`,
      [...taskIds],
    );
    return new Map(
      rows.map((f) => [`${f.taskId}/${f.milestoneId}/${f.deadlineVersion}`, f.clearedIn === null]),
    );
  }

  /** Flags of these tasks that are still open. */
  open(taskIds: readonly string[]): Promise<OpenFlag[]> {
    if (taskIds.length === 0) return Promise.resolve([]);
    return this.db.read<OpenFlag>(
      `SELECT id, task_id AS "taskId", milestone_id AS "milestoneId", deadline_version AS "deadlineVersion"
         FROM overdue_flag WHERE task_id IN (${marks(taskIds)}) AND cleared_in IS NULL`,
      [...taskIds],
    );
  }

  /** Clears flags in a month; gives how many. */
  async clear(ids: readonly string[], month: Month): Promise<number> {
    if (ids.length === 0) return 0;
    const { affected } = await this.db.write(
      `UPDATE overdue_flag SET cleared_in = ? WHERE cleared_in IS NULL AND id IN (${marks(ids)})`,
      [month, ...ids],
    );
    return affected;
  }
}
