import { Injectable } from '@nestjs/common';
import { standingOf, taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { DomainError } from '../../../domain/refusal.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OpenLedgers } from '../open-ledgers.js';
import { TaskSheets } from '../task-sheets.js';
import type { TaskRecord } from '../task.store.js';
import { reasonRequired } from '../tasks/task-deed.errors.js';
import { staleVersion } from '../../../platform/database/version.js';
import { requireOffice } from '../tasks/task.policy.js';
import { BreakdownDesk } from '../superior/breakdown-desk.js';
import { breakdownNotOpen, breakdownsRefused, type RefusedTask } from '../superior/breakdown.errors.js';
import { HandDown, type Receiver, type ReceiverWish } from './hand-down.js';

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
   * receivers that are not right below, and what a receiver already has; then nothing is handed down. Of several tasks every
   * one that cannot be handed down is told with its reason (BREAKDOWNS_REFUSED).
   */
  async breakDown(wish: BreakdownWish): Promise<string[]> {
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '分解下达');
      const receivers = await this.handing.receivers(wish.receivers);
      const tasks = [...new Map(wish.tasks.map((each) => [each.id, each])).values()];
      const ids: string[] = [];
      const refused: RefusedTask[] = [];
      for (const each of tasks) {
        const task = { id: each.id, number: '' };
        try {
          ids.push(...(await this.one(each, task, receivers, wish.note ?? '')));
        } catch (error) {
          // Alone it is told as it is; what is no refusal is a fault and ends everything.
          if (tasks.length === 1 || !(error instanceof DomainError)) throw error;
          refused.push({ ...task, code: error.code, message: worded(task.number, error) });
        }
      }
      if (refused.length > 0) throw breakdownsRefused(refused, tasks.length);
      return ids;
    });
  }

  /** One task to all receivers; `told` learns its number as soon as that is known. */
  private async one(
    { id, version }: BreakdownWish['tasks'][number],
    told: { number: string },
    receivers: readonly Receiver[],
    note: string,
  ): Promise<string[]> {
    const { task, indicator } = await this.sheets.open(id);
    told.number = task.number;
    if (task.version !== version) throw staleVersion('task', task, version);
    requireBeingWorked(task);
    const ledger = await this.ledgers.open(task.ledgerId, '分解下达');
    return this.handing.down({ task, indicator, ledger, note }, receivers);
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

/** A refusal that does not say which task it is about is told with the number. */
function worded(number: string, { message }: DomainError): string {
  return number === '' || message.includes(`序号 ${number} `) ? message : `序号 ${number}：${message}`;
}
