import { Injectable } from '@nestjs/common';
import { ExtensionStore } from './extension.store.js';
import { MilestoneStore } from './milestone.store.js';
import { SuperiorTerms } from './superior/superior-terms.js';
import type { TaskSheet } from './tasks/present-task.js';
import { TaskDesk } from './tasks/task-desk.js';
import { TaskFactsStore } from './task-facts.store.js';
import { TaskStore } from './task.store.js';

/** Puts together everything that belongs to one task. */
@Injectable()
export class TaskSheets {
  constructor(
    private readonly desk: TaskDesk,
    private readonly facts: TaskFactsStore,
    private readonly tasks: TaskStore,
    private readonly milestones: MilestoneStore,
    private readonly extensions: ExtensionStore,
    private readonly terms: SuperiorTerms,
  ) {}

  /** Refuses a task the actor may not see as if there were none. */
  async open(id: string): Promise<TaskSheet> {
    const { task, parts } = await this.desk.open(id);
    const merged =
      task.mergedIntoId === null ? null : await this.tasks.one(task.mergedIntoId, { kind: 'WHOLE' });
    return {
      task,
      parts,
      indicator: (await this.facts.one(id))?.indicatorPath ?? '',
      milestones: await this.milestones.allOf(id),
      changes: await this.extensions.changesOf(id),
      requests: await this.extensions.allOf(id),
      mergedInto: merged?.number ?? null,
      bonds: await this.terms.bondsOf(id),
    };
  }
}
