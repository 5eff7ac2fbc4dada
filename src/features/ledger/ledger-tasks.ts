import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import { AssignmentStore } from './assignment.store.js';
import { TaskStore } from './task.store.js';

const SEALED_AT_ONCE = 10_000;

/** The tasks of a ledger as a whole; inside a unit of work. */
@Injectable()
export class LedgerTasks {
  constructor(
    private readonly tasks: TaskStore,
    private readonly parts: AssignmentStore,
  ) {}

  /** Numbers of the drafts. */
  async drafts(ledgerId: string): Promise<string[]> {
    return (await this.tasks.inState(ledgerId, 'DRAFT')).map((task) => task.number);
  }

  /** Numbers of the tasks that are not over. */
  async open(ledgerId: string): Promise<string[]> {
    const tasks = await this.tasks.ofLedger(ledgerId);
    return tasks.filter(({ state }) => isOpen(state as TaskState)).map((task) => task.number);
  }

  /** Issues the registered tasks; they begin on the ledger's issue day unless their phrase says else. Gives how many. */
  async issue(ledgerId: string, issuedOn: Day, assignedOn: Day): Promise<number> {
    await this.tasks.beginDrafts(ledgerId, issuedOn);
    const issued = await this.tasks.issueAll(ledgerId, assignedOn);
    await this.parts.issueAll(ledgerId);
    return issued;
  }

  /**
   * Seals the tasks that are issued by now, for the audit trail: imported tasks have no events of their own, and without a
   * seal nobody could tell that one was added, removed or given another deadline past the program.
   */
  async seal(ledgerId: string): Promise<{ sealedTasks: number; sealedSha256: string }> {
    const hash = createHash('sha256');
    let sealedTasks = 0;
    for (let after = ''; ;) {
      const page = await this.tasks.issuedAfter(ledgerId, after, SEALED_AT_ONCE);
      for (const { id, number, originalDueOn, dueOn, deadlineVersion } of page)
        hash.update(`${JSON.stringify([id, number, originalDueOn, dueOn, deadlineVersion])}\n`);
      sealedTasks += page.length;
      if (page.length < SEALED_AT_ONCE) return { sealedTasks, sealedSha256: hash.digest('hex') };
      after = page.at(-1)?.id ?? after;
    }
  }

  /** Puts the closed tasks into the archive; gives how many. */
  async archive(ledgerId: string, today: Day): Promise<number> {
    return this.tasks.archiveAll(ledgerId, today);
  }
}

function isOpen(state: TaskState): boolean {
  const standing = standingOf(state);
  return standing === 'OPEN' || standing === 'SUSPENDED' || state === 'DRAFT' || state === 'REGISTERED';
}
