import { Injectable } from '@nestjs/common';
import { AssignmentStore } from '../assignment.store.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { TaskDesk } from './task-desk.js';
import { partNumbers } from './task-number.js';
import type { TaskPlan } from './task-plan.js';
import { TaskStore, type TaskRecord } from '../task.store.js';
import { WriteTasks } from './write-tasks.js';

/** Writes the parts of a divided task. */
@Injectable()
export class SplitWriting {
  constructor(
    private readonly tasks: TaskStore,
    private readonly writer: WriteTasks,
    private readonly parts: AssignmentStore,
    private readonly desk: TaskDesk,
  ) {}

  /** Gives the new tasks' ids, in order. */
  async write(
    task: TaskRecord,
    ledger: LedgerFacts,
    plans: readonly Omit<TaskPlan, 'number'>[],
  ): Promise<string[]> {
    const numbers = partNumbers(task.number, plans.length, await this.tasks.numbers(task.ledgerId));
    const planned = plans.map((plan, i) => ({
      plan: { ...plan, number: numbers[i]! },
      ready: true,
      rawCells: '{}',
      problems: [],
    }));
    const fresh = await this.writer.write(ledger, planned);
    const issued = task.state !== 'REGISTERED';
    for (const part of fresh) {
      const act = this.desk.decide(part, { deed: 'ISSUE' });
      const state = issued ? act : {};
      await this.desk.save(
        part,
        { ...state, indicatorId: task.indicatorId, startsOn: task.startsOn },
        'ledger.split-part',
      );
      if (issued) await this.parts.issueOf(part.id);
    }
    return fresh.map((part) => part.id);
  }
}
