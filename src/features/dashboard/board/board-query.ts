import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { LedgerReader, type LedgerFacts } from '../../ledger/ledger.reader.js';
import { boardDepartmentUnknown, boardLedgerNotFound } from '../dashboard.errors.js';
import { count, narrow, type BoardFilter } from './board-filter.js';
import { seenByAny, type BoardDepartment, type SeenLine } from './board-line.js';
import { pageIn, placeOf, type BoardPlace, type BoardSort } from './board-order.js';
import type { BoardFilterRequest, BoardPageRequest } from './board-requests.js';
import { LiveBoards } from './live-boards.js';
import { presentCounts, presentLine, type TaskBoardFacets, type TaskBoardPage } from './present-board.js';

/** The ledger as the screen asks for it: what the actor may see, narrowed, sorted, counted. */
@Injectable()
export class BoardQuery {
  constructor(
    private readonly boards: LiveBoards,
    private readonly ledgers: LedgerReader,
  ) {}

  /** One page of tasks with today's lights. */
  async page(wish: BoardPageRequest): Promise<TaskBoardPage> {
    const { sort, after, limit } = wish;
    const place = after === undefined ? null : (decodeCursor(after, 3).map(String) as unknown as BoardPlace);
    const rows = pageIn(await this.narrowed(wish), sort, place, limit + 1);
    return pageOf(rows, limit, presentLine, (seen) => placeOf(seen, sort));
  }

  /** Everything a filter leaves, in order; for papers, which know their own limits. */
  async all(wish: BoardFilterRequest, sort: BoardSort): Promise<SeenLine[]> {
    return pageIn(await this.narrowed(wish), sort, null, Number.MAX_SAFE_INTEGER);
  }

  /** The numbers beside the filters. */
  async facets(wish: BoardFilterRequest): Promise<TaskBoardFacets> {
    const departments = await this.boards.departments();
    const visible = await this.visible(wish.ledger);
    const counts = count(visible, filterOf(wish, departments));
    const indicators = new Set(visible.map(({ line }) => line.task.indicatorPath));
    return presentCounts(counts, [...indicators], departments.values());
  }

  private async narrowed(wish: BoardFilterRequest): Promise<SeenLine[]> {
    return narrow(await this.visible(wish.ledger), filterOf(wish, await this.boards.departments()));
  }

  /** The one way to lines: through what the actor may see (R17). Nothing is counted, sorted or searched before. */
  private async visible(ledger: string | undefined): Promise<SeenLine[]> {
    const seen: SeenLine[] = [];
    const whole = new Set((await this.ledgers.ledgers()).map(({ id }) => id));
    for (const { id } of await this.ledgersOf(ledger)) {
      const departments = await this.boards.partsSeen(whole.has(id));
      for (const line of await this.boards.lines(id)) {
        const own = seenByAny(line, departments);
        if (own) seen.push(own);
      }
    }
    return seen;
  }

  private async ledgersOf(idOrCode: string | undefined): Promise<LedgerFacts[]> {
    const all = await this.ledgers.concerning();
    if (idOrCode === undefined) return all;
    const one = all.find(({ id, code }) => id === idOrCode || code === idOrCode);
    if (!one) throw boardLedgerNotFound();
    return [one];
  }
}

function filterOf(wish: BoardFilterRequest, departments: ReadonlyMap<string, BoardDepartment>): BoardFilter {
  const { department, part, indicator, dueFrom, dueTo } = wish;
  const { role, departmentId } = currentActor();
  return {
    lights: choices(wish.light),
    states: choices(wish.state),
    cadences: choices(wish.cadence),
    department:
      department === undefined ? undefined : { id: idOf(department, departments), leadOnly: part === 'LEAD' },
    indicator,
    dueFrom,
    dueTo,
    overdueOnly: wish.overdue,
    mine: wish.mine ? { role, departmentId } : undefined,
    q: wish.q?.toLowerCase().split(/\s+/).filter(Boolean),
  };
}

function choices(list: string | undefined): string[] | undefined {
  return list?.split(',');
}

function idOf(code: string, departments: ReadonlyMap<string, BoardDepartment>): string {
  for (const department of departments.values()) if (department.code === code) return department.id;
  throw boardDepartmentUnknown(code);
}
