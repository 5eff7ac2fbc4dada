import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/month.js';
import { Clock } from '../../platform/clock/clock.js';
import { seeingAll } from '../../platform/database/sight.js';
import type { TaskCursor } from '../ledger/ledger.reader.js';
import { MonthJudge, type JudgedPage } from './judging/month-judge.js';
import type { MonthGround } from './judging/month-ground.js';
import type { KeyedRow } from './snapshot/snapshot-columns.js';

/** What a task, or one department's part in it, looks like today; nothing of it is stored. */
export type LiveLight = Pick<
  KeyedRow,
  | 'taskId'
  | 'departmentCode'
  | 'role'
  | 'light'
  | 'rule'
  | 'explanation'
  | 'overdueDays'
  | 'timeProgress'
  | 'verifiedProgress'
  | 'claimedProgress'
  | 'pace'
  | 'count'
  | 'reportState'
  | 'redMonths'
  | 'extensions'
>;

/** Tasks judged at a time; the same as the freeze's batch, for the same reason. */
const AT_ONCE = 500;

/** Lights as of today, by the very code that freezes a month. */
@Injectable()
export class LiveLightReader {
  constructor(
    private readonly judge: MonthJudge,
    private readonly clock: Clock,
  ) {}

  /** Lights of all issued tasks of a ledger: each task (empty department code), then its parts. */
  ofLedger(ledgerId: string): Promise<LiveLight[]> {
    return seeingAll('VERDICT', () => this.judgeAll(ledgerId));
  }

  /** The same for some tasks of one ledger; those never issued have none. */
  ofTasks(ledgerId: string, taskIds: readonly string[]): Promise<LiveLight[]> {
    return seeingAll('VERDICT', () => this.judgeSome(ledgerId, taskIds));
  }

  /** The same for some tasks of whichever ledgers, with as many questions as for those of one; the tasks alone, without parts. */
  ofTasksAnywhere(taskIds: readonly string[]): Promise<Map<string, LiveLight>> {
    return seeingAll('VERDICT', () => this.judgeAnywhere(taskIds));
  }

  private async judgeAnywhere(taskIds: readonly string[]): Promise<Map<string, LiveLight>> {
    const today = this.clock.today();
    const lights = new Map<string, LiveLight>();
    for (let at = 0; at < taskIds.length; at += AT_ONCE) {
      const tasks = await this.judge.anywhere(monthOf(today), today, taskIds.slice(at, at + AT_ONCE));
      for (const { task, judged } of tasks) {
        const row = judged.rows.find(({ departmentCode }) => departmentCode === '');
        if (row) lights.set(task.id, lightOf(row));
      }
    }
    return lights;
  }

  private async judgeAll(ledgerId: string): Promise<LiveLight[]> {
    const ground = await this.ground(ledgerId);
    const lights: LiveLight[] = [];
    for (let after: TaskCursor | null = null, more = true; more;) {
      const page: JudgedPage = await this.judge.page(ground, after, AT_ONCE);
      lights.push(...lightsOf(page));
      more = page.more;
      after = page.end;
    }
    return lights;
  }

  private async judgeSome(ledgerId: string, taskIds: readonly string[]): Promise<LiveLight[]> {
    const ground = await this.ground(ledgerId);
    const lights: LiveLight[] = [];
    for (let at = 0; at < taskIds.length; at += AT_ONCE) {
      lights.push(...lightsOf(await this.judge.some(ground, taskIds.slice(at, at + AT_ONCE))));
    }
    return lights;
  }

  private ground(ledgerId: string): Promise<MonthGround> {
    const today = this.clock.today();
    return this.judge.ground(ledgerId, monthOf(today), today);
  }
}

function lightsOf(page: JudgedPage): LiveLight[] {
  return page.tasks.flatMap(({ judged }) => judged.rows.map(lightOf));
}

/** Texts of reports are left out: a list does not show them, and they would be held in memory for nothing. */
function lightOf(row: KeyedRow): LiveLight {
  const { taskId, departmentCode, role, light, rule, explanation, overdueDays, timeProgress } = row;
  const { verifiedProgress, claimedProgress, pace, count, reportState, redMonths, extensions } = row;
  const verdict = { light, rule, explanation, overdueDays, timeProgress, pace, redMonths };
  return { taskId, departmentCode, role, ...verdict, verifiedProgress, claimedProgress, count, reportState, extensions }; // prettier-ignore
}
