import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import type { RegisterRow } from '../../../domain/snapshot/register-row.js';
import { bulkInsert, type Value } from '../../../platform/database/bulk-insert.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/id.js';
import { snake } from '../../../platform/database/snake-naming.js';

const FIELDS: readonly (keyof RegisterRow)[] = [
  'register', 'number', 'sortKey', 'title', 'departmentCode', 'departmentName', 'standing', 'light', 'rule',
  'explanation', 'dueOn', 'overdueDays',
]; // prettier-ignore
const SELECT = FIELDS.map((field) => `${snake(field)} AS "${field}"`).join(', ');
const FLAG_COLUMNS = [
  'id', 'register', 'number', 'department_code', 'due_on', 'raised_in', 'raised_overdue_days', 'cleared_in',
]; // prettier-ignore

/** Changes of flags, in counts. */
export interface FlagChanges {
  raised: number;
  cleared: number;
}

/** Tables of what the other registers stood with in a month, and of what was overdue in them. */
@Injectable()
export class RegisterStore {
  constructor(private readonly db: Database) {}

  /** Inserts the rows of a round; the primary key refuses a second row for the same thing. */
  async add(roundId: string, rows: readonly RegisterRow[]): Promise<void> {
    const values = rows.map((row): Value[] => [roundId, ...FIELDS.map((field) => row[field])]);
    await bulkInsert(this.db, 'register_snapshot', ['round_id', ...FIELDS.map((field) => snake(field))], values); // prettier-ignore
  }

  /** Rows of a round in reading order: of everybody, or of one department. A district has tens of them. */
  rows(roundId: string, departmentCode: string | null): Promise<RegisterRow[]> {
    const mine = departmentCode === null ? '' : ' AND department_code = ?';
    return this.db.read<RegisterRow>(
      `SELECT ${SELECT} FROM register_snapshot WHERE round_id = ?${mine} ORDER BY register, sort_key, number`,
      [roundId, ...(departmentCode === null ? [] : [departmentCode])],
    );
  }

  /** Raises what is overdue and has no flag yet, clears what no longer is. */
  async flag(overdue: readonly RegisterRow[], month: Month, jurisdiction: string): Promise<FlagChanges> {
    const rows = overdue.map((row): Value[] => [
      newId(), row.register, row.number, row.departmentCode, row.dueOn, month, row.overdueDays, null,
    ]); // prettier-ignore
    const raised = await bulkInsert(this.db, 'register_flag', FLAG_COLUMNS, rows, 'keep');
    const { over } = await this.compare(overdue, jurisdiction);
    for (const id of over)
      await this.db.write('UPDATE register_flag SET cleared_in = ? WHERE id = ?', [month, id]);
    return { raised, cleared: over.length };
  }

  /** What `flag` would do; nothing is written. */
  async wouldFlag(overdue: readonly RegisterRow[], jurisdiction: string): Promise<FlagChanges> {
    const { known, over } = await this.compare(overdue, jurisdiction);
    return { raised: overdue.filter((row) => !known.has(keyOf(row))).length, cleared: over.length };
  }

  /** Of the flags of a jurisdiction's departments: another's round says nothing about them. */
  private async compare(
    overdue: readonly RegisterRow[],
    jurisdiction: string,
  ): Promise<{ known: Set<string>; over: string[] }> {
    const flags = await this.db.read<FlagRow>(
      `SELECT id, register, number, department_code AS "departmentCode", due_on AS "dueOn", cleared_in AS "clearedIn" FROM register_flag
        WHERE department_code IN (SELECT d.code FROM department d WHERE d.jurisdiction = ?)`,
      [jurisdiction],
    );
    const still = new Set(overdue.map(keyOf));
    const over = flags.filter((flag) => flag.clearedIn === null && !still.has(keyOf(flag)));
    return { known: new Set(flags.map(keyOf)), over: over.map(({ id }) => id) };
  }
}

interface FlagRow {
  id: string;
  register: RegisterRow['register'];
  number: string;
  departmentCode: string;
  dueOn: string;
  clearedIn: string | null;
}

type FlagKey = Pick<RegisterRow, 'register' | 'number' | 'departmentCode' | 'dueOn'>;

function keyOf({ register, number, departmentCode, dueOn }: FlagKey): string {
  return [register, number, departmentCode, dueOn].join('|');
}
