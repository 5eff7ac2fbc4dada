import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { OPEN_STATES } from '../../../domain/task/task-lifecycle.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';

/** How the reports of a ledger's month stand; `missing` are owed and were never handed in. */
export interface MonthFigures {
  toReview: number;
  returned: number;
  accepted: number;
  late: number;
  missing: number;
}

const NONE: MonthFigures = { toReview: 0, returned: 0, accepted: 0, late: 0, missing: 0 };

/** Counts reports; nothing is owed for a part that has ended, nor in a task that is closed or suspended. */
@Injectable()
export class MonthFiguresStore {
  constructor(private readonly db: Database) {}

  /** Of one ledger and month; of one department where it is given. */
  async of(ledgerId: string, month: Month, departmentId: string | null): Promise<MonthFigures> {
    const own = departmentId === null ? '' : ' AND r.department_id = ?';
    const rows = await this.db.read<MonthFigures>(
      `SELECT ${counted(`r.state = 'SUBMITTED'`)} AS "toReview", ${counted(`r.state = 'RETURNED'`)} AS returned,
              ${counted(`r.state = 'ACCEPTED'`)} AS accepted, ${counted('r.is_late = 1')} AS late,
              ${counted(`r.state = 'DRAFT' AND r.submitted_on IS NULL AND a.state NOT IN ('WITHDRAWN','DONE')
                AND t.state IN (${marks(OPEN_STATES)})`)} AS missing
         FROM progress_report r JOIN assignment a ON a.id = r.assignment_id JOIN task t ON t.id = r.task_id
        WHERE r.ledger_id = ? AND r.month = ?${own}`,
      [...OPEN_STATES, ledgerId, month, ...(departmentId === null ? [] : [departmentId])],
    );
    return rows[0] ?? NONE;
  }
}

/** Whole numbers on both databases, also over no row at all. */
function counted(condition: string): string {
  return `CAST(COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0) AS integer)`;
}
