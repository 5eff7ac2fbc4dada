import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { addToMonth, type Month } from '../../../domain/calendar/month.js';
import { parseLightThresholds, type LightThresholds } from '../../../domain/light/light-thresholds.js';
import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { readYaml } from '../../../platform/config/read-yaml.js';
import { Settings } from '../../../platform/config/settings.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { LedgerReader, type TaskCursor, type TaskFacts } from '../../ledger/ledger.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { taskAsOf } from './as-of.js';
import { evaluateTask, type EvaluatedTask } from './evaluate-task.js';
import { GatherFacts } from './gather-facts.js';
import type { MonthGround } from './month-ground.js';
import { PreviousRounds } from './previous-rounds.js';

/** One page of tasks, judged. */
export interface JudgedPage {
  tasks: { task: TaskFacts; judged: EvaluatedTask }[];
  /** The last task's keys; null for an empty page. */
  end: TaskCursor | null;
  /** False when nothing can follow. */
  more: boolean;
}

/** Judges the tasks of a ledger page by page; the freeze writes what it says, the preview only shows it. */
@Injectable()
export class MonthJudge {
  private thresholds: Promise<LightThresholds> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly ledgers: LedgerReader,
    private readonly gather: GatherFacts,
    private readonly organization: OrganizationReader,
    private readonly cycles: CycleReader,
    private readonly previous: PreviousRounds,
  ) {}

  /** What the pages of a month share, as of a day. */
  async ground(ledgerId: string, month: Month, today: Day): Promise<MonthGround> {
    const previousRoundId = await this.previous.frozenBefore(ledgerId, month);
    return { ...(await this.common(month, today)), ledgerId, previousRoundId };
  }

  /** What tasks of any ledger are judged by. */
  private async common(month: Month, today: Day): Promise<Omit<MonthGround, 'ledgerId' | 'previousRoundId'>> {
    const cycle = await this.cycles.cycleOf(month);
    const cutOffPassed = today > cycle.reportsDueOn;
    return {
      month,
      today,
      cutOffPassed,
      lastDueMonth: cutOffPassed ? month : addToMonth(month, -1),
      departments: await this.organization.departmentNames(today),
      thresholds: await this.lightThresholds(),
    };
  }

  /** Judges the next `limit` tasks after a cursor, up to and with another where one is given. */
  async page(
    ground: MonthGround,
    after: TaskCursor | null,
    limit: number,
    upTo: TaskCursor | null = null,
  ): Promise<JudgedPage> {
    const tasks = await this.ledgers.taskPage(ground.ledgerId, after, limit, upTo);
    const isLast = upTo !== null && tasks.at(-1)?.id === upTo.id;
    return this.judged(ground, tasks, tasks.length === limit && !isLast);
  }

  /** Judges these tasks of the ground's ledger; those that were never issued have no light and are left out. */
  async some(ground: MonthGround, taskIds: readonly string[]): Promise<JudgedPage> {
    return this.judged(ground, await this.issued(taskIds), false);
  }

  /**
   * Judges these tasks of whichever ledgers, with as many questions as for those of one; those that were never issued are
   * left out.
   */
  async anywhere(month: Month, today: Day, taskIds: readonly string[]): Promise<JudgedPage['tasks']> {
    const read = await this.issued(taskIds);
    if (read.length === 0) return [];
    const tasks = read.map((task) => taskAsOf(task, today));
    const ground = { ...(await this.common(month, today)), ledgerId: '', previousRoundId: null };
    const redMonthsBefore = await this.previous.redMonthsOf(taskIds, month);
    const facts = { ...(await this.gather.of(ground, tasks)), redMonthsBefore };
    return tasks.map((task) => ({ task, judged: evaluateTask(task, facts) }));
  }

  private async issued(taskIds: readonly string[]): Promise<TaskFacts[]> {
    const tasks = await this.ledgers.tasks(taskIds);
    return tasks.filter((task) => standingOf(task.state as TaskState) !== null);
  }

  private async judged(ground: MonthGround, read: TaskFacts[], more: boolean): Promise<JudgedPage> {
    const tasks = read.map((task) => taskAsOf(task, ground.today));
    const last = tasks.at(-1);
    if (!last) return { tasks: [], end: null, more: false };
    const facts = await this.gather.of(ground, tasks);
    return {
      tasks: tasks.map((task) => ({ task, judged: evaluateTask(task, facts) })),
      end: { sortKey: last.sortKey, id: last.id },
      more,
    };
  }

  /** The office's thresholds (config/lights.yaml). */
  lightThresholds(): Promise<LightThresholds> {
    this.thresholds ??= readYaml(this.settings, 'lights.yaml').then(parseLightThresholds);
    return this.thresholds;
  }
}
