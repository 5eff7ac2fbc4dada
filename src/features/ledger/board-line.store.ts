import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';

/** A department's part in a task, as a list needs it. */
export interface BoardPart {
  id: string;
  taskId: string;
  departmentId: string;
  role: 'LEAD' | 'SUPPORT';
  isFirstLead: boolean;
  state: string;
  version: number;
}

/** A task as a list needs it, whatever its state. */
export interface BoardTask {
  id: string;
  ledgerId: string;
  number: string;
  sortKey: string;
  title: string;
  measures: string;
  /** Names from level 1, joined by ` / `; empty without one. */
  indicatorPath: string;
  deadlineRaw: string;
  startsOn: string;
  originalDueOn: string | null;
  dueOn: string | null;
  deadlineVersion: number;
  cadence: string;
  targetCount: number | null;
  targetUnit: string;
  state: string;
  openEnded: boolean;
  version: number;
  parts: BoardPart[];
}

type TaskRow = Omit<BoardTask, 'openEnded' | 'parts'> & { openEnded: number };
type PartRow = Omit<BoardPart, 'isFirstLead'> & { isFirstLead: number };

const TASK = `SELECT t.id, t.ledger_id AS "ledgerId", t.number, t.sort_key AS "sortKey", t.title, t.measures,
  COALESCE(i.path, '') AS "indicatorPath", t.deadline_raw AS "deadlineRaw", t.starts_on AS "startsOn",
  t.original_due_on AS "originalDueOn", t.due_on AS "dueOn", t.deadline_version AS "deadlineVersion", t.cadence,
  t.target_count AS "targetCount", t.target_unit AS "targetUnit", t.state, t.open_ended AS "openEnded", t.version
  FROM task t LEFT JOIN indicator i ON i.id = t.indicator_id`;

const PART = `SELECT a.id, a.task_id AS "taskId", a.department_id AS "departmentId", a.role,
  a.is_first_lead AS "isFirstLead", a.state, a.version FROM task t JOIN assignment a ON a.task_id = t.id`;

/** SQLite binds 32,766 values at most; well below. */
const IDS_AT_ONCE = 1000;

/** Reads the tasks of a ledger with their parts for lists: two statements, however many tasks there are. */
@Injectable()
export class BoardLineStore {
  constructor(private readonly db: Database) {}

  /** Every task of a ledger in reading order. */
  async all(ledgerId: string): Promise<BoardTask[]> {
    return this.read('t.ledger_id = ?', [ledgerId]);
  }

  /** Those of these tasks that belong to the ledger. */
  async some(ledgerId: string, ids: readonly string[]): Promise<BoardTask[]> {
    const found: BoardTask[] = [];
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE);
      found.push(...(await this.read(`t.ledger_id = ? AND t.id IN (${marks(some)})`, [ledgerId, ...some])));
    }
    return found;
  }

  /** How many tasks a ledger has. */
  async count(ledgerId: string): Promise<number> {
    const rows = await this.db.read<{ n: number | string }>(
      'SELECT COUNT(*) AS n FROM task WHERE ledger_id = ?',
      [ledgerId],
    );
    return Number(rows[0]?.n ?? 0);
  }

  /** Tasks that parts, nodes and requests belong to, whichever of these tables the ids are of. */
  async tasksOf(kind: 'assignment' | 'milestone' | 'extension_request', ids: readonly string[]) {
    const found: string[] = [];
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE);
      const rows = await this.db.read<{ id: string }>(
        `SELECT DISTINCT task_id AS id FROM ${kind} WHERE id IN (${marks(some)})`,
        some,
      );
      found.push(...rows.map((row) => row.id));
    }
    return found;
  }

  private async read(where: string, values: string[]): Promise<BoardTask[]> {
    const rows = await this.db.read<TaskRow>(`${TASK} WHERE ${where} ORDER BY t.sort_key, t.id`, values);
    const parts = await this.db.read<PartRow>(`${PART} WHERE ${where} ORDER BY a.ordinal, a.id`, values);
    const tasks = rows.map((row) => ({ ...row, openEnded: row.openEnded === 1, parts: [] as BoardPart[] }));
    const byId = new Map(tasks.map((task) => [task.id, task]));
    for (const part of parts) {
      byId.get(part.taskId)?.parts.push({ ...part, isFirstLead: part.isFirstLead === 1 });
    }
    return tasks;
  }
}
