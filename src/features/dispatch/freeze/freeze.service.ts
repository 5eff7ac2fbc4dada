import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import { LedgerReader, type LedgerFacts } from '../../ledger/ledger.reader.js';
import { FreezeClosing } from './freeze-closing.js';
import { beginFreeze, type FreezeProgress } from './freeze-progress.js';
import { RoundService } from '../round.service.js';
import { ShardDesk } from './shard-desk.js';
import { ShardPlanner } from './shard-planner.js';
import { joinShards, readPlan } from './shards.js';

/** How long to wait before shards that other processes work are looked at again; the lease is renewed as often. */
const LOOK_AGAIN_MS = 250;

/** Freezes a month: settles its shards, sees that each is worked, by this process or another, and closes the month. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly rounds: RoundService,
    private readonly planner: ShardPlanner,
    private readonly shards: ShardDesk,
    private readonly closing: FreezeClosing,
    private readonly ledgers: LedgerReader,
    private readonly progress: Progress,
  ) {}

  /** Works one slot from where an earlier attempt had come to; the result is what `dispatch run` prints. */
  async run(ledger: LedgerFacts, month: Month, asOf: Day, run: JobRun): Promise<void> {
    const plan = readPlan(run.cursor) ?? (await this.planner.plan(ledger.id));
    let roundId = '';
    await run.step(async () => {
      roundId = (await this.rounds.ensure(ledger, month)).id;
      return JSON.stringify(plan);
    });
    const count = plan.ends.length + 1;
    if (count > 1) this.shards.call(run.slot, count);
    const tasks = plan.tasks ?? (await this.ledgers.taskCount(ledger.id));
    const worked = await this.work(run, count, (done) =>
      this.progress.say(done, tasks, `正在冻结${month}，已判定 ${done} 项…`),
    );
    this.progress.say(tasks, tasks, '正在编号发出提醒…');
    const whole = joinShards(beginFreeze(ledger.code, month, asOf), worked);
    await run.finish(() => this.closing.close(ledger, asOf, roundId, run, whole));
  }

  /**
   * Until every shard is done. Whoever freezes works shards himself, so that one process is enough; where all are in other
   * hands it waits, and those of a process that died come free with its lease.
   */
  private async work(run: JobRun, count: number, said: (tasks: number) => void): Promise<FreezeProgress[]> {
    const results = new Map<number, FreezeProgress>();
    for (;;) {
      const { done, free } = await this.shards.look(run.slot, count);
      for (const n of done.filter((each) => !results.has(each)))
        results.set(n, await this.shards.result(run.slot, n));
      said([...results.values()].reduce((sum, { totals }) => sum + totals.tasks, 0));
      if (results.size === count) return done.flatMap((n) => results.get(n) ?? []);
      if (free !== null) await this.shards.work(run, free);
      else {
        await sleep(LOOK_AGAIN_MS);
        await run.step(() => Promise.resolve(run.cursor));
      }
    }
  }
}
