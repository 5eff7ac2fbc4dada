import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { Settings } from '../../platform/config/settings.js';
import type { JobRun } from '../../platform/jobs/job.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { ledgerNotFound } from './dispatch.errors.js';
import { FreezeClosing } from './freeze-closing.js';
import { addTotals, beginFreeze, chainRows, readProgress, type FreezeProgress } from './freeze-progress.js';
import { FreezeWriter } from './freeze-writer.js';
import { MonthJudge, type JudgedPage, type MonthGround } from './month-judge.js';
import { RoundService } from './round.service.js';

/** Freezes a month batch by batch; each batch is one unit of work under the run's fence. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly settings: Settings,
    private readonly ledgers: LedgerReader,
    private readonly judge: MonthJudge,
    private readonly writer: FreezeWriter,
    private readonly rounds: RoundService,
    private readonly closing: FreezeClosing,
  ) {}

  /** Works one slot from where an earlier attempt had come to; the result is what `dispatch run` prints. */
  async run(ledgerId: string, month: Month, asOf: Day, run: JobRun): Promise<void> {
    const ledger = await this.ledgers.ledger(ledgerId);
    if (!ledger) throw ledgerNotFound(ledgerId);
    let roundId = '';
    await run.step(async () => {
      roundId = (await this.rounds.ensure(ledger, month)).id;
      return run.cursor;
    });
    const ground = await this.judge.ground(ledgerId, month, asOf);
    let progress = readProgress(run.cursor, () => beginFreeze(ledger.code, month, asOf));
    for (let more = true; more;) {
      await run.step(async () => {
        const page = await this.judge.page(ground, progress.after, this.settings.DIAODU_FREEZE_BATCH);
        progress = await this.batch(ground, roundId, run, page, progress);
        more = page.more;
        return JSON.stringify(progress);
      });
    }
    await run.finish(() => this.closing.close(ledger, roundId, run, progress));
  }

  private async batch(
    ground: MonthGround,
    roundId: string,
    run: JobRun,
    page: JudgedPage,
    progress: FreezeProgress,
  ): Promise<FreezeProgress> {
    const rows = page.tasks.flatMap(({ judged }) => judged.rows);
    const written = await this.writer.write(ground, roundId, run.slot, page);
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
