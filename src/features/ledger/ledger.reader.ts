import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import type { RoundDue } from '../../domain/cycle/round-months.js';
import { seesItsJurisdiction } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { ofDepartment, ofJurisdiction } from '../../platform/auth/scope.js';
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
import { OwnLedger } from './own-ledger.js';
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
    private readonly own: OwnLedger,
  ) {}

  /** One ledger that concerns the actor's jurisdiction, or null; refuses an office's deed in a foreign one. */
  async ledger(id: string): Promise<LedgerFacts | null> {
    const ledger = await this.ledgerStore.one(id);
    if (ledger) await this.own.require(id);
    return ledger;
  }

  /** The jurisdiction a ledger's owner lies in, as a path; `/` where the tree names none. */
  async jurisdictionOf(ledgerId: string): Promise<string> {
    return (await this.ledgerStore.jurisdictionOf(ledgerId)) ?? WHOLE_INSTALLATION;
  }

  /** Refuses an office's deed in a ledger of another jurisdiction, where the deed begins before its unit of work. */
  async requireOwn(ledgerId: string): Promise<void> {
    await this.own.requireAlways(ledgerId);
  }

  /** All ledgers that concern the actor's jurisdiction, by year and code: also those in which it only has a part. */
  async concerning(filter: LedgerFilter = {}): Promise<LedgerFacts[]> {
    return this.ledgerStore.list(filter);
  }

  /**
   * All ledgers a filter leaves, by year and code. To an office and the leaders those of their jurisdiction and below it:
   * of a superior's ledger they know their part, not the whole.
   */
  async ledgers(filter: LedgerFilter = {}): Promise<LedgerFacts[]> {
    const found = await this.ledgerStore.list(filter);
    const { jurisdiction } = currentActor();
    if (jurisdiction === WHOLE_INSTALLATION || !seesItsJurisdiction(currentActor())) return found;
    const own = await Promise.all(found.map(({ id }) => this.ledgerStore.isWithin(id, jurisdiction)));
    return found.filter((_, place) => own[place]);
  }

  /** One ledger of which the actor may know the whole, as of `ledgers`; null else. */
  async wholeLedger(id: string): Promise<LedgerFacts | null> {
    const ledger = await this.ledger(id);
    if (!ledger || !seesItsJurisdiction(currentActor())) return ledger;
    return (await this.ledgerStore.isWithin(id, currentActor().jurisdiction)) ? ledger : null;
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

  /** One task of the actor's jurisdiction in any state with its parts, or null; refuses like `ledger`. */
  async task(id: string): Promise<TaskFacts | null> {
    const task = await this.facts.one(id, ofJurisdiction(currentActor().jurisdiction));
    if (task) await this.own.require(task.ledgerId);
    return task;
  }

  /** Tasks of the actor's jurisdiction in any state by id, in reading order; at most 1,000 at a time. */
  async tasks(ids: readonly string[]): Promise<TaskFacts[]> {
    return this.facts.many(ids, ofJurisdiction(currentActor().jurisdiction));
  }

  /**
   * The issued tasks of a ledger (never DRAFT, REGISTERED or VOID; closed, suspended and cancelled ones are in), in
   * reading order after `after` (`{sortKey, id}` of the last task seen; null begins) up to and with `upTo` (null: to the
   * last), at most `limit`.
   */
  async taskPage(
    ledgerId: string,
    after: TaskCursor | null,
    limit: number,
    upTo: TaskCursor | null = null,
  ): Promise<TaskFacts[]> {
    return this.facts.page(ledgerId, after, limit, upTo);
  }

  /** The last task of every `n` issued ones in reading order; what is left over has no end. */
  async taskEnds(ledgerId: string, n: number): Promise<TaskCursor[]> {
    return this.facts.everyNth(ledgerId, n);
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

  /** A department's parts (without one: everybody's in the actor's jurisdiction, at most 10,000) in tasks still to be worked. */
  async openAssignments(ledgerId: string, departmentId: string | null = null): Promise<OpenAssignment[]> {
    const scope =
      departmentId === null ? ofJurisdiction(currentActor().jurisdiction) : ofDepartment(departmentId);
    return this.assignmentStore.open(ledgerId, scope, null, ALL_OF_A_DEPARTMENT);
  }

  /** Parts still to be worked, after `{sortKey, id}` (id of the assignment), at most `limit`. */
  async openAssignmentPage(
    ledgerId: string,
    after: { sortKey: string; id: string } | null,
    limit: number,
  ): Promise<OpenAssignment[]> {
    return this.assignmentStore.open(ledgerId, { kind: 'WHOLE' }, after, limit);
  }
}
