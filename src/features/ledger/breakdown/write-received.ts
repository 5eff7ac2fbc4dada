import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { AssignmentStore } from '../assignment.store.js';
import { ledgerCode } from '../import/import-content.js';
import { numberTaken } from '../ledger.errors.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { MakeLedger } from '../make-ledger.js';
import { OpenLedgers } from '../open-ledgers.js';
import { TaskStore } from '../task.store.js';
import { TaskDesk } from '../tasks/task-desk.js';
import { nextNumber } from '../tasks/task-number.js';
import type { TaskPlan } from '../tasks/task-plan.js';
import { WriteTasks } from '../tasks/write-tasks.js';
import { ledgerOfOtherYear } from '../superior/breakdown.errors.js';
import type { BreakdownRow } from '../superior/breakdown.store.js';

/** Writes what was handed down into the receiver's own ledger; inside a unit of work. */
@Injectable()
export class WriteReceived {
  constructor(
    private readonly ledgers: OpenLedgers,
    private readonly making: MakeLedger,
    private readonly tasks: TaskStore,
    private readonly writer: WriteTasks,
    private readonly parts: AssignmentStore,
    private readonly desk: TaskDesk,
  ) {}

  /** Gives the new task's id. It begins on the day it was handed down, so that all receivers are measured alike. */
  async write(
    row: BreakdownRow,
    plan: Omit<TaskPlan, 'number'>,
    { ledger: named, number: wished }: { ledger?: string; number?: string },
  ): Promise<string> {
    const home = await this.homeOf(row, named);
    const taken = await this.tasks.numbers(home.id);
    const number = wished?.trim() || nextNumber(taken);
    if (taken.has(number)) throw numberTaken(number);
    const received = [{ plan: { ...plan, number }, ready: true, rawCells: '{}', problems: [] }];
    const [task] = await this.writer.write({ ...home, issuedOn: row.handedDownOn }, received);
    if (!task) throw new Error('no task was written');
    const issued = home.state === 'ISSUED';
    const changes = issued ? this.desk.decide(task, { deed: 'ISSUE' }) : {};
    await this.desk.save(task, { ...changes, stateReason: `${row.office}下达` }, 'ledger.receive');
    if (issued) await this.parts.issueOf(task.id);
    return task.id;
  }

  /** The ledger named, else the receiver's key tasks of that year, begun as a draft where there are none yet. */
  private async homeOf({ year }: BreakdownRow, named: string | undefined): Promise<LedgerFacts> {
    if (named !== undefined) {
      const ledger = await this.ledgers.open(named, '分派上级任务');
      if (ledger.year !== year) throw ledgerOfOtherYear(year);
      return ledger;
    }
    return this.making.findOrMake({
      code: ledgerCode('KEY_TASKS', year, currentActor().jurisdiction),
      year,
      kind: 'KEY_TASKS',
      title: `${year}年重点任务台账`,
      sourceDocument: '',
      sourceNumber: '',
      issuedOn: null,
    });
  }
}
