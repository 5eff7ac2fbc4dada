import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { Settings } from '../../platform/config/settings.js';
import { Progress } from '../../platform/http/progress/progress.js';
import type { JobRun } from '../../platform/jobs/job.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { FreezeClosing } from './freeze-closing.js';
import { addTotals, beginFreeze, chainRows, readProgress, type FreezeProgress } from './freeze-progress.js';
import { FreezeWriter } from './freeze-writer.js';
import { MonthJudge, type JudgedPage } from './month-judge.js';
import type { MonthGround } from './month-ground.js';
import { RoundService } from './round.service.js';

/** Freezes a month batch by batch; each batch is one unit of work under the run's fence. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly settings: Settings,
    private readonly judge: MonthJudge,
    private readonly writer: FreezeWriter,
    private readonly rounds: RoundService,
    private readonly closing: FreezeClosing,
    private readonly progress: Progress,
  ) {}

  /** Works one slot from where an earlier attempt had come to; the result is what `dispatch run` prints. */
  async run(ledger: LedgerFacts, month: Month, asOf: Day, run: JobRun): Promise<void> {
    let roundId = '';
    await run.step(async () => {
      roundId = (await this.rounds.ensure(ledger, month)).id;
      return run.cursor;
    });
    const ground = await this.judge.ground(ledger.id, month, asOf);
    const tasks = await this.judge.count(ledger.id);
    let progress = readProgress(run.cursor, () => beginFreeze(ledger.code, month, asOf));
    for (let more = true; more;) {
      await run.step(async () => {
        const page = await this.judge.page(ground, progress.after, this.settings.DIAODU_FREEZE_BATCH);
        progress = await this.batch(ground, roundId, run, page, progress);
        more = page.more;
        return JSON.stringify(progress);
      });
      this.progress.say(
        progress.totals.tasks,
        tasks,
        `正在冻结${month}，已判定 ${progress.totals.tasks} 项…`,
      );
    }
    this.progress.say(tasks, tasks, '正在编号发出提醒…');
    await run.finish(() => this.closing.close(ledger, asOf, roundId, run, progress));
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
