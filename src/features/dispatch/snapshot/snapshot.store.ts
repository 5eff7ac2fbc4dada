import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import type { Light } from '../../../domain/light/light.js';
import { bulkInsert } from '../../../platform/database/bulk-insert.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';
import { SNAPSHOT_COLUMNS, SNAPSHOT_SELECT, snapshotValues, type KeyedRow } from './snapshot-columns.js';

/** Narrows the rows of a snapshot; every part is optional. */
export interface SnapshotFilter {
  /** Empty text: only the rows of tasks; a code: only that department's; absent: all rows. */
  departmentCode?: string;
  light?: string;
  overdueOnly?: boolean;
}

/** A task, or one department's part in it, as one month froze it. */
export type FrozenMonth = KeyedRow & { month: Month };

/** Later than any month. */
const NO_MONTH_BEFORE = '9999-12';

/** Rows of tasks in the last round of their own ledger that was frozen before a month. */
const LAST_FROZEN = `FROM task t
  JOIN dispatch_round r ON r.ledger_id = t.ledger_id AND r.frozen_at IS NOT NULL AND r.month =
    (SELECT MAX(x.month) FROM dispatch_round x WHERE x.ledger_id = t.ledger_id AND x.frozen_at IS NOT NULL AND x.month < ?)
  JOIN task_snapshot s ON s.round_id = r.id AND s.task_id = t.id`;

/** Table of frozen rows. Rows are only ever inserted; nothing updates or deletes them. */
@Injectable()
export class SnapshotStore {
  constructor(private readonly db: Database) {}

  /** Inserts the rows of a batch; the primary key refuses a second row for the same part. */
  async add(roundId: string, rows: readonly KeyedRow[]): Promise<void> {
    await bulkInsert(this.db, 'task_snapshot', SNAPSHOT_COLUMNS, rows.map((row) => snapshotValues(roundId, row))); // prettier-ignore
  }

  /** Rows of a round in reading order, task before its departments, after a sort key; at most `limit`. */
  page(
    roundId: string,
    filter: SnapshotFilter,
    after: { sortKey: string; departmentCode: string } | null,
    limit: number,
  ): Promise<KeyedRow[]> {
    const from = after ?? { sortKey: '', departmentCode: '' };
    const conditions = ['s.round_id = ?', '(s.sort_key, s.department_code) > (?, ?)'];
    const values: unknown[] = [roundId, from.sortKey, after ? from.departmentCode : ''];
    if (filter.departmentCode !== undefined) {
      conditions.push('s.department_code = ?');
      values.push(filter.departmentCode);
    }
    if (filter.light !== undefined) {
      conditions.push('s.light = ?');
      values.push(filter.light);
    }
    if (filter.overdueOnly) conditions.push('s.overdue_days > 0');
    return this.db.read<KeyedRow>(
      `SELECT ${SNAPSHOT_SELECT} FROM task_snapshot s WHERE ${conditions.join(' AND ')}
        ORDER BY s.sort_key, s.department_code LIMIT ${limit}`,
      values,
    );
  }

  /** All rows of a round that a filter leaves; for papers and lists of a district's size, not for a million. */
  async all(roundId: string, filter: SnapshotFilter = {}): Promise<KeyedRow[]> {
    const rows: KeyedRow[] = [];
    for (let after: KeyedRow | null = null; ;) {
      const page: KeyedRow[] = await this.page(roundId, filter, after, 2000);
      rows.push(...page);
      after = page.at(-1) ?? null;
      if (page.length < 2000) return rows;
    }
  }

  /** A task's rows of all frozen months, latest first, the task before its departments; or one department's. */
  monthsOf(taskId: string, departmentCode: string | null): Promise<FrozenMonth[]> {
    const own = departmentCode === null ? '' : ' AND s.department_code = ?';
    return this.db.read<FrozenMonth>(
      `SELECT r.month, ${SNAPSHOT_SELECT} FROM task_snapshot s
         JOIN dispatch_round r ON r.id = s.round_id AND r.frozen_at IS NOT NULL
         JOIN task t ON t.id = s.task_id AND t.ledger_id = r.ledger_id
        WHERE s.task_id = ?${own} ORDER BY r.month DESC, s.department_code`,
      [taskId, ...(departmentCode === null ? [] : [departmentCode])],
    );
  }

  /** The last frozen month of each of these tasks, of whichever ledgers; the rows of the tasks alone. */
  lastMonthsOf(taskIds: readonly string[]): Promise<FrozenMonth[]> {
    return this.db.read<FrozenMonth>(
      `SELECT r.month, ${SNAPSHOT_SELECT} ${LAST_FROZEN} WHERE t.id IN (${marks(taskIds)}) AND s.department_code = ''`,
      [NO_MONTH_BEFORE, ...taskIds],
    );
  }

  /** How many months in a row each part of these tasks was red up to the last month frozen before one. Key: `taskId/code`. */
  async redMonthsOf(taskIds: readonly string[], before: Month): Promise<Map<string, number>> {
    const rows = await this.db.read<{ taskId: string; code: string; redMonths: number }>(
      `SELECT s.task_id AS "taskId", s.department_code AS code, s.red_months AS "redMonths" ${LAST_FROZEN}
        WHERE t.id IN (${marks(taskIds)}) AND s.red_months > 0`,
      [before, ...taskIds],
    );
    return new Map(rows.map((row) => [`${row.taskId}/${row.code}`, row.redMonths]));
  }

  /** How many months in a row each part was red up to a round, for tasks between two sort keys. Key: `taskId/code`. */
  async redMonths(roundId: string, from: string, to: string): Promise<Map<string, number>> {
    const rows = await this.db.read<{ taskId: string; code: string; redMonths: number }>(
      `SELECT task_id AS "taskId", department_code AS code, red_months AS "redMonths" FROM task_snapshot
        WHERE round_id = ? AND sort_key >= ? AND sort_key <= ? AND red_months > 0`,
      [roundId, from, to],
    );
    return new Map(rows.map((row) => [`${row.taskId}/${row.code}`, row.redMonths]));
  }

  /** Numbers of rows per light for one department, tasks or parts. */
  async lightsOf(roundId: string, departmentCode: string): Promise<Partial<Record<Light, number>>> {
    const rows = await this.db.read<{ light: Light; n: number }>(
      `SELECT light, CAST(COUNT(*) AS integer) AS n FROM task_snapshot
        WHERE round_id = ? AND department_code = ? GROUP BY light`,
      [roundId, departmentCode],
    );
    return Object.fromEntries(rows.map((row) => [row.light, row.n]));
  }
}
