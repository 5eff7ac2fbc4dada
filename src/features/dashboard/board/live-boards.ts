import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { groupedBy } from '../../../domain/grouped-by.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { departmentScopeOf } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { seeingAll } from '../../../platform/database/sight.js';
import { LiveLightReader, type LiveLight } from '../../dispatch/live-light.reader.js';
import { BoardReader, type BoardTask } from '../../ledger/board.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { BoardChanges } from './board-changes.js';
import { initialsOf, lineOf, type BoardDepartment, type BoardLine } from './board-line.js';

/** A ledger's tasks as they stood after one event of the audit trail, on one day. */
interface Board {
  day: Day;
  /** Last event that is in it. */
  seq: number;
  departments: ReadonlyMap<string, BoardDepartment>;
  lines: Map<string, BoardLine>;
  /** First letters by title: reading a title is dearer than anything else a line costs. */
  initials: Map<string, string>;
}

/**
 * The tasks of each ledger with today's lights, held in memory and brought up to date from the audit trail before every
 * answer (ADR 0017). Nothing here is a record: whatever is lost with the process is read again.
 */
@Injectable()
export class LiveBoards {
  private readonly boards = new Map<string, Promise<Board>>();

  constructor(
    private readonly tasks: BoardReader,
    private readonly lights: LiveLightReader,
    private readonly organization: OrganizationReader,
    private readonly changes: BoardChanges,
    private readonly clock: Clock,
  ) {}

  /** All lines of a ledger as of now; callers narrow them to what their actor may see before anything else. */
  async lines(ledgerId: string): Promise<readonly BoardLine[]> {
    // One at a time per ledger: the second asker waits for the first one's reading and then finds little to do.
    const before = this.boards.get(ledgerId);
    const next = seeingAll('SHARED_MEMORY', () => this.current(ledgerId, before));
    this.boards.set(ledgerId, next);
    try {
      return [...(await next).lines.values()];
    } catch (error) {
      this.boards.delete(ledgerId);
      throw error;
    }
  }

  /** Departments as the lines name them, by id. */
  async departments(): Promise<ReadonlyMap<string, BoardDepartment>> {
    const departments = await this.organization.departments(this.clock.today());
    return new Map(
      departments.map(({ id, code, name, shortName }, order) => [
        id,
        { id, code, name, shortName, initials: `${initialsOf(name)}\n${initialsOf(shortName)}`, order },
      ]),
    );
  }

  /** Departments through whose parts the actor sees a ledger's lines; null where he sees all of it. */
  async partsSeen(isWhole: boolean): Promise<readonly string[] | null> {
    const actor = currentActor();
    const own = departmentScopeOf(actor);
    if (own !== null) return [own];
    return isWhole ? null : this.organization.idsWithin(actor.jurisdiction);
  }

  private async current(ledgerId: string, before: Promise<Board> | undefined): Promise<Board> {
    const board = await before;
    const day = this.clock.today();
    if (!board || board.day !== day) return this.read(ledgerId, board);
    const head = await this.changes.head();
    if (head === board.seq) return board;
    const stale = await this.changes.since(board.seq);
    if (stale === 'ALL') return this.read(ledgerId, board);
    return this.catchUp(ledgerId, board, head, stale);
  }

  private async read(ledgerId: string, before: Board | undefined): Promise<Board> {
    // The head comes first: what is changed while we read is then read once more, never missed.
    const seq = await this.changes.head();
    const day = this.clock.today();
    const departments = await this.departments();
    const initials = before?.initials ?? new Map<string, string>();
    const board: Board = { day, seq, departments, initials, lines: new Map() };
    const tasks = await this.tasks.tasks(ledgerId);
    place(board, tasks, await this.lights.ofLedger(ledgerId));
    return board;
  }

  private async catchUp(ledgerId: string, board: Board, seq: number, ids: readonly string[]): Promise<Board> {
    const tasks = await this.tasks.changed(ledgerId, ids);
    if (tasks.length === 0) return { ...board, seq };
    const before = board.lines.size;
    place(
      board,
      tasks,
      await this.lights.ofTasks(
        ledgerId,
        tasks.map((task) => task.id),
      ),
    );
    // A deed that makes tasks without an event of their own would show here, and is then read whole.
    const complete = board.lines.size === (await this.tasks.count(ledgerId));
    if (!complete) return this.read(ledgerId, board);
    const isNew = board.lines.size > before;
    return { ...board, lines: isNew ? inOrder(board.lines) : board.lines, seq };
  }
}

function place(board: Board, tasks: readonly BoardTask[], lights: readonly LiveLight[]): void {
  const byTask = groupedBy(lights, ({ taskId }) => taskId);
  for (const task of tasks) {
    const initials = board.initials.get(task.title) ?? initialsOf(task.title);
    board.initials.set(task.title, initials);
    board.lines.set(task.id, lineOf(task, byTask.get(task.id) ?? [], board.departments, initials));
  }
}

/** New tasks stand where their numbers say. */
function inOrder(lines: Map<string, BoardLine>): Map<string, BoardLine> {
  const all = [...lines.values()];
  const key = ({ task }: BoardLine): string => `${task.sortKey}\n${task.id}`;
  return new Map(all.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((line) => [line.task.id, line]));
}
