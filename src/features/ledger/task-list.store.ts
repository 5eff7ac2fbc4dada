import { Injectable } from '@nestjs/common';
import { OPEN_STATES } from '../../domain/task/task-lifecycle.js';
import { tasksWithin, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { likeText } from '../../platform/database/like-text.js';
import { marks } from '../../platform/database/placeholders.js';

/** What a list of tasks is narrowed by; every part is optional. */
export interface TaskFilter {
  ledgerId?: string;
  /** What the actor may see. */
  scope: Scope;
  /** Tasks this department has or had a part in. */
  departmentId?: string | undefined;
  state?: string;
  /** Path of a heading; its subheadings are included. */
  indicator?: string;
  dueFrom?: string;
  dueTo?: string;
  /** Code of the jurisdiction whose ledgers the tasks stand in. */
  jurisdiction?: string;
  /** Part of the title or of the number. */
  q?: string;
  /** Only open tasks of which a department disputes its part. */
  objected?: string;
}

/** A row of the list. */
export interface TaskListRow {
  id: string;
  ledgerId: string;
  number: string;
  title: string;
  indicatorPath: string | null;
  startsOn: string;
  originalDueOn: string | null;
  dueOn: string | null;
  cadence: string;
  state: string;
  version: number;
  /** Department that leads; null in a draft without one. */
  leadId: string | null;
  /** Value the list is sorted by. */
  sortValue: string;
}

/** Sort names of the interface and what they mean in the table. */
const SORTS = {
  number: ['t.sort_key', 'ASC'],
  '-number': ['t.sort_key', 'DESC'],
  due: [`COALESCE(t.due_on, '9999-12-31')`, 'ASC'],
  '-due': [`COALESCE(t.due_on, '9999-12-31')`, 'DESC'],
} as const;

/** Names of the sorts. */
export type TaskSort = keyof typeof SORTS;
export const TASK_SORTS = Object.keys(SORTS) as TaskSort[];

const COLUMNS = `t.id, t.ledger_id AS "ledgerId", t.number, t.title, i.path AS "indicatorPath",
  t.starts_on AS "startsOn", t.original_due_on AS "originalDueOn", t.due_on AS "dueOn", t.cadence, t.state, t.version,
  (SELECT a.department_id FROM assignment a WHERE a.task_id = t.id AND a.is_first_lead = 1 LIMIT 1) AS "leadId"`;

/** Reads pages of the task list as raw rows. */
@Injectable()
export class TaskListStore {
  constructor(private readonly db: Database) {}

  /** One row more than a page, so that the caller sees whether there is a next one; `after` is (sort value, id). */
  async page(
    filter: TaskFilter,
    sort: TaskSort,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<TaskListRow[]> {
    const [expression, direction] = SORTS[sort];
    const { conditions, values } = conditionsOf(filter);
    if (after) {
      conditions.push(`(${expression}, t.id) ${direction === 'ASC' ? '>' : '<'} (?, ?)`);
      values.push(...after.map(String));
    }
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    return this.db.read<TaskListRow>(
      `SELECT ${COLUMNS}, ${expression} AS "sortValue" FROM task t LEFT JOIN indicator i ON i.id = t.indicator_id
       ${where} ORDER BY ${expression} ${direction}, t.id ${direction} LIMIT ?`,
      [...values, limit + 1],
    );
  }
}

const IN_LEDGERS_OF = `t.ledger_id IN (SELECT jl.id FROM ledger jl JOIN department jo ON jo.id = jl.owner_department_id
  WHERE jo.jurisdiction = (SELECT jn.path FROM department jn WHERE jn.code = ?))`;

const PART_OF = 'EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id AND a.department_id = ?)';

function conditionsOf(filter: TaskFilter): { conditions: string[]; values: (string | number)[] } {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (value: string | undefined, condition: string, ...bound: string[]): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(...(bound.length > 0 ? bound : [value]));
  };
  add(filter.ledgerId, 't.ledger_id = ?');
  add(filter.jurisdiction, IN_LEDGERS_OF);
  add(filter.state, 't.state = ?');
  add(filter.dueFrom, 't.due_on >= ?');
  add(filter.dueTo, 't.due_on <= ?');
  const { indicator, q } = filter;
  add(
    indicator,
    `(i.path = ? OR i.path LIKE ? ESCAPE '!')`,
    indicator ?? '',
    `${likeText(indicator ?? '')} / %`,
  );
  add(q, `(t.title LIKE ? ESCAPE '!' OR t.number = ?)`, `%${likeText(q ?? '')}%`, q ?? '');
  add(
    filter.objected,
    `t.state IN (${marks(OPEN_STATES)}) AND (t.state = 'OBJECTED' OR EXISTS (
      SELECT 1 FROM assignment o WHERE o.task_id = t.id AND o.state = 'OBJECTED'))`,
    ...OPEN_STATES,
  );
  add(filter.departmentId, PART_OF);
  const { and, values: scoped } = tasksWithin(filter.scope, 't');
  if (and !== '') conditions.push(and.replace(/^ AND /, ''));
  values.push(...scoped);
  return { conditions, values };
}
