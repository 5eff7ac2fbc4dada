import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import type { BreakdownState } from '../../domain/task/breakdown-lifecycle.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import { isOfDepartment } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { seeingAll } from '../../platform/database/sight.js';
import { presentBreakdown, type BreakdownResponse } from './breakdown/present-breakdown.js';
import { BreakdownStore, type BreakdownRow } from './superior/breakdown.store.js';
import { LedgerStore } from './ledger.store.js';
import { TaskDesk } from './tasks/task-desk.js';

export type { BreakdownResponse } from './breakdown/present-breakdown.js';

/** What one receiver has, and where the task it became stands. */
export interface GivenFacts {
  /** As the interface shows it. */
  shown: BreakdownResponse;
  state: BreakdownState;
  /** The task it became and its ledger; null until it is assigned. */
  received: { taskId: string; ledgerId: string } | null;
}

/** A task that was handed down, or that came from above. */
export interface BreakdownFacts {
  /** Where it came from; null for the office's own. */
  origin: { shown: BreakdownResponse } | null;
  /** By the receivers' codes; those the actor may look at. */
  given: GivenFacts[];
  /** It is being worked, so that it may be handed down. */
  isOpen: boolean;
  /** It stands in a ledger of the actor's own jurisdiction. */
  isOwn: boolean;
}

/** A task of a ledger with what it was handed down as. */
export interface GivenTask {
  /** Id of the task above. */
  taskId: string;
  given: GivenFacts;
}

/** What later features may ask about tasks handed down. */
@Injectable()
export class BreakdownReader {
  constructor(
    private readonly desk: TaskDesk,
    private readonly store: BreakdownStore,
    private readonly ledgers: LedgerStore,
  ) {}

  /** What all tasks of a ledger were handed down as, to receivers that the actor's office may look at, by their codes. */
  async ofLedger(ledgerId: string): Promise<GivenTask[]> {
    const rows = await this.store.ofLedger(ledgerId);
    return rows.map((row) => ({ taskId: row.sourceTaskId, given: givenOf(row) }));
  }

  /**
   * What one task was handed down as; a task the actor may not see is refused as if there were none (TASK_NOT_FOUND). An
   * office and leaders see the receivers of their jurisdiction; of the departments only those that lead the task, since
   * they report on the whole.
   */
  async of(taskId: string): Promise<BreakdownFacts> {
    const { task, parts } = await this.desk.open(taskId);
    const actor = currentActor();
    const leads = parts.some(
      ({ departmentId, role, state }) =>
        departmentId === actor.departmentId && role === 'LEAD' && state !== 'WITHDRAWN',
    );
    // What it became below stands in ledgers of others; that it did is told with the task.
    const given =
      isOfDepartment(actor) && !leads ? [] : await seeingAll('VERDICT', () => this.store.ofSource(taskId));
    const origin = await this.store.ofReceived(taskId);
    return {
      origin: origin && { shown: presentBreakdown(origin) },
      given: given.map(givenOf),
      isOpen: standingOf(task.state as TaskState) === 'OPEN',
      isOwn: [WHOLE_INSTALLATION, await this.ledgers.jurisdictionOf(task.ledgerId)].includes(
        actor.jurisdiction,
      ),
    };
  }
}

function givenOf(row: BreakdownRow): GivenFacts {
  const { receivedTaskId: taskId, receivedLedgerId: ledgerId } = row;
  return {
    shown: presentBreakdown(row),
    state: row.state as BreakdownState,
    received: taskId === null || ledgerId === null ? null : { taskId, ledgerId },
  };
}
