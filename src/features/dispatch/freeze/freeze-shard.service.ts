import { Injectable } from '@nestjs/common';
import { lastDayOf } from '../../../domain/calendar/month.js';
import { Settings } from '../../../platform/config/settings.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import { RunLedger } from '../../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ledgerNotFound } from '../dispatch.errors.js';
import { addTotals, beginFreeze, chainRows, readProgress, type FreezeProgress } from './freeze-progress.js';
import { FreezeWriter } from './freeze-writer.js';
import { MonthJudge, type JudgedPage } from '../judging/month-judge.js';
import type { MonthGround } from '../judging/month-ground.js';
import { RoundStore } from '../round.store.js';
import { partsOfShardSlot, readPlan, shardsOf, type Shard } from './shards.js';

/** Freezes one stretch of a month batch by batch; each batch is one unit of work under the run's fence. */
@Injectable()
export class FreezeShardService {
  constructor(
    private readonly settings: Settings,
    private readonly judge: MonthJudge,
    private readonly writer: FreezeWriter,
    private readonly rounds: RoundStore,
    private readonly ledgers: LedgerReader,
    private readonly runs: RunLedger,
  ) {}

  /** Works one shard from where an earlier attempt had come to; its result is what it adds to the month. */
  async run(run: JobRun): Promise<void> {
    const { freezeSlot, n } = partsOfShardSlot(run.slot);
    const { ledgerId, month } = partsOfMonthSlot(freezeSlot);
    const ledger = await this.ledgers.ledger(ledgerId);
    if (!ledger) throw ledgerNotFound(ledgerId);
    const asOf = lastDayOf(month);
    const { shard, begun } = await this.shard(freezeSlot, n);
    const roundId = await this.roundOf(ledgerId, month);
    const ground = await this.judge.ground(ledgerId, month, asOf);
    const batch = this.settings.DIAODU_FREEZE_BATCH;
    const begin = () => begun ?? { ...beginFreeze(ledger.code, month, asOf), after: shard.after };
    let progress = readProgress(run.cursor, begin);
    for (let more = true; more;) {
      await run.step(async () => {
        const page = await this.judge.page(ground, progress.after, batch, shard.upTo);
        progress = await this.batch(ground, roundId, freezeSlot, page, progress);
        more = page.more;
        if (more) return JSON.stringify(progress);
        return { result: progress };
      });
    }
  }

  /** Where the shard begins and ends, as the freeze has settled it. */
  private async shard(freezeSlot: string, n: number): Promise<{ shard: Shard; begun?: FreezeProgress }> {
    const plan = readPlan(await this.runs.cursorOf(FREEZE_JOB, freezeSlot));
    const shard = plan && shardsOf(plan)[n];
    if (!shard) throw new Error(`freeze ${freezeSlot} has no shard ${n}`);
    return { shard, ...(plan.begun ? { begun: plan.begun } : {}) };
  }

  private async roundOf(ledgerId: string, month: string): Promise<string> {
    const round = await this.rounds.of(ledgerId, month);
    if (!round) throw new Error(`freeze ${ledgerId}/${month} has no round`);
    return round.id;
  }

  private async batch(
    ground: MonthGround,
    roundId: string,
    slot: string,
    page: JudgedPage,
    progress: FreezeProgress,
  ): Promise<FreezeProgress> {
    const rows = page.tasks.flatMap(({ judged }) => judged.rows);
    const written = await this.writer.write(ground, roundId, slot, page);
    return {
      after: page.end ?? progress.after,
      hash: chainRows(progress.hash, rows),
      totals: addTotals(progress.totals, rows),
      flags: {
        raised: progress.flags.raised + written.raised,
        cleared: progress.flags.cleared + written.cleared,
      },
      reminders: {
        created: progress.reminders.created + written.created,
        existing: progress.reminders.existing + written.existing,
      },
    };
  }
}
