import { currentActor } from '../../../platform/auth/actor-context.js';
import { scopeOf } from '../../../platform/auth/scope.js';
import { Injectable } from '@nestjs/common';
import { taskNotFound } from '../ledger.errors.js';
import { OpenLedgers } from '../open-ledgers.js';
import { TaskStore } from '../task.store.js';

/** Finds tasks by what people call them. */
@Injectable()
export class FindTasks {
  constructor(
    private readonly ledgers: OpenLedgers,
    private readonly tasks: TaskStore,
  ) {}

  /** Takes an id, or `KT-2023/3` (ledger code and number); gives the id. Refuses what does not exist. */
  async idOf(name: string): Promise<string> {
    const [, code, number] = /^(.+?)\/(.+)$/.exec(name) ?? [];
    const task =
      code !== undefined && number !== undefined
        ? await this.tasks.byNumber((await this.ledgers.find(code)).id, number)
        : await this.tasks.one(name, scopeOf(currentActor()));
    if (!task) throw taskNotFound();
    return task.id;
  }
}
