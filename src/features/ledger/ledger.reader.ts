import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { RoundDue } from '../../domain/cycle/round-months.js';
import type { DueSlot } from '../../platform/jobs/job.js';
import { monthSlot } from '../../platform/jobs/slot-names.js';
import { AssignmentStore, factsOfAssignment } from './assignment.store.js';
import type {
  AssignmentFacts,
  LedgerFacts,
  LedgerFilter,
  OpenAssignment,
  TaskCursor,
  TaskFacts,
} from './ledger-facts.js';
import { LedgerStore } from './ledger.store.js';
import { TaskFactsStore } from './task-facts.store.js';

export type {
  AssignmentFacts,
  LedgerFacts,
  LedgerFilter,
  MilestoneFacts,
  OpenAssignment,
  TaskCursor,
  TaskFacts,
} from './ledger-facts.js';

/** One department has at most so many parts in one ledger; more are asked for by the page. */
const ALL_OF_A_DEPARTMENT = 10_000;

/** What later features may ask about ledgers and their tasks. Days are `YYYY-MM-DD`, ids are text. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly ledgerStore: LedgerStore,
    private readonly facts: TaskFactsStore,
    private readonly assignmentStore: AssignmentStore,
  ) {}

  /** One ledger, or null. */
  async ledger(id: string): Promise<LedgerFacts | null> {
    return this.ledgerStore.one(id);
  }

  /** All ledgers a filter leaves, by year and code. */
  async ledgers(filter: LedgerFilter = {}): Promise<LedgerFacts[]> {
    return this.ledgerStore.list(filter);
  }

  /**
   * Due slots `<ledger>/<month>` of all issued ledgers, oldest month first; `due` says which rounds have fallen due for
   * an issue date (e.g. `roundsOpened`, `roundsToFreeze`).
   */
  async roundSlots(today: Day, due: (issuedOn: Day | null, today: Day) => RoundDue[]): Promise<DueSlot[]> {
    const issued = await this.ledgerStore.list({ state: 'ISSUED' });
    return issued.flatMap(({ id, issuedOn }) =>
      due(issuedOn, today).map(({ month, dueOn }) => ({ slot: monthSlot(id, month), scope: id, dueOn })),
    );
  }

  /** One task in any state with its parts, or null. */
  async task(id: string): Promise<TaskFacts | null> {
    return this.facts.one(id);
  }

  /** Tasks in any state by id, in reading order; at most 1,000 at a time. */
  async tasks(ids: readonly string[]): Promise<TaskFacts[]> {
    return this.facts.many(ids);
  }

  /**
   * The issued tasks of a ledger (never DRAFT, REGISTERED or VOID; closed, suspended and cancelled ones are in), in
   * reading order after `after` (`{sortKey, id}` of the last task seen; null begins), at most `limit`.
   */
  async taskPage(ledgerId: string, after: TaskCursor | null, limit: number): Promise<TaskFacts[]> {
    return this.facts.page(ledgerId, after, limit);
  }

  /** How many issued tasks a ledger has. */
  async taskCount(ledgerId: string): Promise<number> {
    return this.facts.count(ledgerId);
  }

  /** One department's part by its id, also an ended one, or null. */
  async assignment(id: string): Promise<AssignmentFacts | null> {
    const record = await this.assignmentStore.one(id);
    return record && factsOfAssignment(record);
  }

  /** A department's part in a task, also an ended one, or null. */
  async assignmentOf(taskId: string, departmentId: string): Promise<AssignmentFacts | null> {
    const record = await this.assignmentStore.of(taskId, departmentId);
    return record && factsOfAssignment(record);
  }

  /** A department's parts (without one: everybody's, at most 10,000) in tasks still to be worked, in reading order. */
  async openAssignments(ledgerId: string, departmentId: string | null = null): Promise<OpenAssignment[]> {
    return this.assignmentStore.open(ledgerId, departmentId, null, ALL_OF_A_DEPARTMENT);
  }

  /** Parts still to be worked, after `{sortKey, id}` (id of the assignment), at most `limit`. */
  async openAssignmentPage(
    ledgerId: string,
    after: { sortKey: string; id: string } | null,
    limit: number,
  ): Promise<OpenAssignment[]> {
    return this.assignmentStore.open(ledgerId, null, after, limit);
  }
}
