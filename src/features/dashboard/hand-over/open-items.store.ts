import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { AssignmentState } from '../../../domain/task/assignment-lifecycle.js';
import { OPEN_STATES, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';

/** A task a department still works on. */
export interface OpenItemRow {
  ledgerId: string;
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  role: 'LEAD' | 'SUPPORT';
  partState: AssignmentState;
  taskState: TaskState;
  dueOn: Day | null;
}

/** A piece of evidence that will not hold much longer. */
export interface ExpiringRow {
  id: string;
  name: string;
  taskId: string;
  taskNumber: string;
  validUntil: Day;
}

/** Reads what a department has in hand. */
@Injectable()
export class OpenItemsStore {
  constructor(private readonly db: Database) {}

  /** Open parts in reading order. */
  items(departmentId: string): Promise<OpenItemRow[]> {
    return this.db.read<OpenItemRow>(
      `SELECT t.ledger_id AS "ledgerId", t.id AS "taskId", t.number AS "taskNumber", t.title AS "taskTitle", a.role,
              a.state AS "partState", t.state AS "taskState", t.due_on AS "dueOn"
         FROM assignment a JOIN task t ON t.id = a.task_id
        WHERE a.department_id = ? AND a.state NOT IN ('WITHDRAWN','DONE') AND t.state IN (${marks(OPEN_STATES)})
        ORDER BY t.ledger_id, t.sort_key, t.id`,
      [departmentId, ...OPEN_STATES],
    );
  }

  /** Standing evidence of the department whose validity ends up to a day, the first to end first. */
  expiring(departmentId: string, upTo: Day): Promise<ExpiringRow[]> {
    return this.db.read<ExpiringRow>(
      `SELECT e.id, e.name, e.task_id AS "taskId", t.number AS "taskNumber", e.valid_until AS "validUntil"
         FROM evidence e JOIN task t ON t.id = e.task_id
        WHERE e.department_id = ? AND e.removed_on IS NULL AND e.superseded_on IS NULL AND e.valid_until <= ?
        ORDER BY e.valid_until, e.id`,
      [departmentId, upTo],
    );
  }
}
