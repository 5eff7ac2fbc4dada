import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import { AssignmentStore } from './assignment.store.js';
import { TaskStore } from './task.store.js';

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

  /** Puts the closed tasks into the archive; gives how many. */
  async archive(ledgerId: string, today: Day): Promise<number> {
    return this.tasks.archiveAll(ledgerId, today);
  }
}

function isOpen(state: TaskState): boolean {
  const standing = standingOf(state);
  return standing === 'OPEN' || standing === 'SUSPENDED' || state === 'DRAFT' || state === 'REGISTERED';
}
