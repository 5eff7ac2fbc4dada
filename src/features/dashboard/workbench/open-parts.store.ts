import { Injectable } from '@nestjs/common';
import { OPEN_STATES } from '../../../domain/task/task-lifecycle.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';

/** Counts what each department is working on. */
@Injectable()
export class OpenPartsStore {
  constructor(private readonly db: Database) {}

  /** Open tasks by department id; departments without any are absent. */
  async byDepartment(): Promise<Map<string, number>> {
    const rows = await this.db.read<{ departmentId: string; n: number }>(
      `SELECT a.department_id AS "departmentId", CAST(COUNT(*) AS integer) AS n
         FROM assignment a JOIN task t ON t.id = a.task_id
        WHERE a.state NOT IN ('WITHDRAWN','DONE') AND t.state IN (${marks(OPEN_STATES)})
        GROUP BY a.department_id`,
      [...OPEN_STATES],
    );
    return new Map(rows.map(({ departmentId, n }) => [departmentId, n]));
  }
}
