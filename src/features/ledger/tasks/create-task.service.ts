import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { numberTaken } from '../ledger.errors.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { nextNumber } from './task-number.js';
import type { TaskPlan } from './task-plan.js';
import { requireOffice } from './task.policy.js';
import { firstLeadMissing, taskNotReady } from './task-deed.errors.js';
import { OpenLedgers } from '../open-ledgers.js';
import { ReadPhrases } from '../read-phrases.js';
import { TaskStore } from '../task.store.js';
import { WriteTasks } from './write-tasks.js';

/** A task as a person writes it; phrases are read as they are in a file. */
export interface TaskWish {
  /** The next free number where none is given. */
  number?: string;
  title: string;
  measures?: string;
  indicators?: readonly string[];
  lead: readonly string[];
  support?: readonly string[];
  groups?: readonly string[];
  /** Deadline phrase, e.g. 10月底前. */
  deadline: string;
  target?: { value: number; unit: string } | null;
}

/** 新增任务: a task by hand. It is registered and waits for issue like an imported one. */
@Injectable()
export class CreateTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: OpenLedgers,
    private readonly tasks: TaskStore,
    private readonly writer: WriteTasks,
    private readonly phrases: ReadPhrases,
    private readonly audit: AuditTrail,
  ) {}

  /** Takes a ledger's id or code and the task; gives the new task's id. Refuses what could not be registered as it stands. */
  async create(ledger: string, wish: TaskWish): Promise<string> {
    const calendar = await this.phrases.calendar();
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '新增任务');
      const home = await this.ledgers.open(ledger, '新增任务');
      const taken = await this.tasks.numbers(home.id);
      const number = wish.number?.trim() || nextNumber(taken);
      if (taken.has(number)) throw numberTaken(number);
      const plan = this.planOf(home, number, wish, calendar);
      const [task] = await this.writer.write(home, [{ plan, ready: true, rawCells: '{}', problems: [] }]);
      if (!task) throw new Error('no task was written');
      const { id, title } = task;
      this.audit.record({
        operation: 'ledger.create-task',
        objectKind: 'task',
        objectId: id,
        after: { ledgerId: home.id, number, title, deadline: wish.deadline, lead: wish.lead },
      });
      return id;
    });
  }

  private planOf(
    ledger: LedgerFacts,
    number: string,
    wish: TaskWish,
    calendar: Parameters<ReadPhrases['deadline']>[2],
  ): TaskPlan {
    if (wish.lead.length === 0) throw firstLeadMissing();
    const issuedOn: Day | null = ledger.issuedOn;
    const deadline = this.phrases.deadline(wish.deadline, { year: ledger.year, issuedOn }, calendar);
    // 待定 and 立行立改 are known words without a day: the office may register them, and they show 时限待定.
    if (!this.phrases.isAcceptable(deadline)) throw taskNotReady([deadline.note ?? '完成时限']);
    return {
      number,
      title: wish.title.trim(),
      measures: wish.measures?.trim() ?? '',
      indicators: wish.indicators ?? [],
      lead: wish.lead,
      support: wish.support ?? [],
      groups: wish.groups ?? [],
      deadline,
      target: wish.target ?? null,
      nodes: [],
    };
  }
}
