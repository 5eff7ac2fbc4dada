import { Injectable } from '@nestjs/common';
import { standingOf, taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OpenLedgers } from '../open-ledgers.js';
import { TaskSheets } from '../task-sheets.js';
import type { TaskRecord } from '../task.store.js';
import { reasonRequired } from '../tasks/task-deed.errors.js';
import { staleVersion } from '../../../platform/database/version.js';
import { requireOffice } from '../tasks/task.policy.js';
import { BreakdownDesk } from '../superior/breakdown-desk.js';
import { breakdownNotOpen } from '../superior/breakdown.errors.js';
import { HandDown, type ReceiverWish } from './hand-down.js';

/** What an office hands down, and to whom. */
export interface BreakdownWish {
  tasks: readonly { id: string; version: number }[];
  receivers: readonly ReceiverWish[];
  note?: string;
}

/** 分解下达: an office hands tasks of its issued ledger down to the jurisdictions right below it, and takes back what nobody has taken on. */
@Injectable()
export class BreakDownService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: TaskSheets,
    private readonly ledgers: OpenLedgers,
    private readonly handing: HandDown,
    private readonly desk: BreakdownDesk,
  ) {}

  /**
   * Hands each task down to each receiver; gives the ids of what was handed down. Refuses tasks that are not being worked,
   * receivers that are not right below, and what a receiver already has; then nothing is handed down.
   */
  async breakDown(wish: BreakdownWish): Promise<string[]> {
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '分解下达');
      const receivers = await this.handing.receivers(wish.receivers);
      const ids: string[] = [];
      for (const { id, version } of wish.tasks) {
        const { task, indicator } = await this.sheets.open(id);
        if (task.version !== version) throw staleVersion('task', task, version);
        requireBeingWorked(task);
        const ledger = await this.ledgers.open(task.ledgerId, '分解下达');
        ids.push(...(await this.handing.down({ task, indicator, ledger, note: wish.note ?? '' }, receivers)));
      }
      return ids;
    });
  }

  /** 撤回 with a reason, while nobody has taken it on. */
  async withdraw(id: string, reason: string, version: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('撤回');
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '撤回');
      const row = await this.desk.open(id, 'giver', version);
      await this.desk.act(row, 'WITHDRAW', 'ledger.breakdown.withdraw', { reason: reason.trim() });
    });
  }
}

function requireBeingWorked(task: TaskRecord): void {
  const state = task.state as TaskState;
  if (standingOf(state) !== 'OPEN') throw breakdownNotOpen(task.number, taskLifecycle.states[state]);
}
