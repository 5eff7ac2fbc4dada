import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Progress } from '../../platform/http/progress/progress.js';
import type { JobRun } from '../../platform/jobs/job.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { FreezeClosing } from './freeze-closing.js';
import { beginFreeze, type FreezeProgress } from './freeze-progress.js';
import { MonthJudge } from './month-judge.js';
import { RoundService } from './round.service.js';
import { ShardDesk } from './shard-desk.js';
import { joinShards, readPlan, type FreezePlan } from './shards.js';

/** How long to wait before shards that other processes work are looked at again; the lease is renewed as often. */
const LOOK_AGAIN_MS = 250;

/** Freezes a month: settles its shards, sees that each is worked, by this process or another, and closes the month. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly judge: MonthJudge,
    private readonly rounds: RoundService,
    private readonly shards: ShardDesk,
    private readonly closing: FreezeClosing,
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: Progress,
  ) {}

  /** Works one slot from where an earlier attempt had come to; the result is what `dispatch run` prints. */
  async run(ledger: LedgerFacts, month: Month, asOf: Day, run: JobRun): Promise<void> {
    let roundId = '';
    await run.step(async () => {
      roundId = (await this.rounds.ensure(ledger, month)).id;
      return JSON.stringify(readPlan(run.cursor) ?? (await this.plan(ledger.id, run.slot)));
    });
    const count = readPlan(run.cursor)?.shards.length ?? 0;
    const tasks = await this.judge.count(ledger.id);
    const worked = await this.work(run, count, (done) =>
      this.progress.say(done, tasks, `正在冻结${month}，已判定 ${done} 项…`),
    );
    this.progress.say(tasks, tasks, '正在编号发出提醒…');
    const whole = joinShards(beginFreeze(ledger.code, month, asOf), worked);
    await run.finish(() => this.closing.close(ledger, asOf, roundId, run, whole));
  }

  /** Settles the shards in the open unit and calls for help once they are on disk. */
  private async plan(ledgerId: string, slot: string): Promise<FreezePlan> {
    const shards = await this.judge.shards(ledgerId);
    if (shards.length > 1) {
      this.unitOfWork.required().afterCommit.push(() => this.shards.call(slot, shards.length));
    }
    return { shards };
  }

  /** Until every shard is done; those of a process that died come free when its lease ends. */
  private async work(run: JobRun, count: number, said: (tasks: number) => void): Promise<FreezeProgress[]> {
    for (;;) {
      const results = await this.shards.results(run.slot, count);
      const done = results.filter((result) => result !== null);
      said(done.reduce((sum, { totals }) => sum + totals.tasks, 0));
      if (done.length === count) return done;
      const isFree = await this.shards.workOne(run.slot, count, run.madeUp);
      if (!isFree) await sleep(LOOK_AGAIN_MS);
      await run.step(() => Promise.resolve(run.cursor));
    }
  }
}
