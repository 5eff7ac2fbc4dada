import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/auth/scope.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { DepartmentBooks } from './department-books.js';
import { OpenLedgers } from '../open-ledgers.js';
import {
  presentTask,
  presentTaskListItem,
  type TaskPageResponse,
  type TaskResponse,
} from './present-task.js';
import { departmentsUnknown } from '../ledger.errors.js';
import { TaskListStore, type TaskSort } from '../task-list.store.js';
import { TaskSheets } from '../task-sheets.js';

/** What a list is asked for. */
export interface TaskQueryWish {
  ledger?: string;
  /** Code of the jurisdiction whose ledgers are asked about. */
  jurisdiction?: string;
  /** Code of a department. */
  department?: string;
  state?: string;
  indicator?: string;
  dueFrom?: string;
  dueTo?: string;
  q?: string;
  objected?: string;
  sort: TaskSort;
  after?: string;
  limit: number;
}

/** Answers questions about tasks within what the actor may see. */
@Injectable()
export class TaskQuery {
  constructor(
    private readonly list: TaskListStore,
    private readonly sheets: TaskSheets,
    private readonly ledgers: OpenLedgers,
    private readonly books: DepartmentBooks,
    private readonly clock: Clock,
  ) {}

  /** One page of tasks; a department sees those it has or had a part in. */
  async page(wish: TaskQueryWish): Promise<TaskPageResponse> {
    const names = await this.books.names(this.clock.today());
    const { ledger, department, sort, after, limit, ...rest } = wish;
    const filter = {
      ...rest,
      scope: scopeOf(currentActor()),
      departmentId: department === undefined ? undefined : idOf(department, names),
      ...(ledger === undefined ? {} : { ledgerId: (await this.ledgers.find(ledger)).id }),
    };
    const cursor = after === undefined ? null : decodeCursor(after, 2);
    const rows = await this.list.page(filter, sort, cursor, limit);
    return pageOf(
      rows,
      limit,
      (row) => presentTaskListItem(row, names),
      (row) => [row.sortValue, row.id],
    );
  }

  /** Id of a department by code; the actor's own where none is given. */
  async departmentId(code: string | undefined): Promise<string> {
    if (code === undefined) return currentActor().departmentId ?? '';
    return idOf(code, await this.books.names(this.clock.today()));
  }

  /** One task with everything that belongs to it; one the actor may not see is not found. */
  async show(id: string): Promise<TaskResponse> {
    const sheet = await this.sheets.open(id);
    return presentTask(sheet, await this.books.names(this.clock.today()));
  }
}

function idOf(code: string, names: ReadonlyMap<string, { code: string }>): string {
  for (const [id, department] of names) if (department.code === code) return id;
  throw departmentsUnknown([code]);
}
