import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { overdueLine, type OverdueLine } from '../../domain/snapshot/snapshot-totals.js';
import { Settings } from '../../platform/config/settings.js';
import type { LedgerFacts, TaskCursor } from '../ledger/ledger.reader.js';
import { FlagStore } from './flag.store.js';
import { addTotals, beginFreeze, chainRows, type FreezeProgress } from './freeze-progress.js';
import { FreezeRegisters, type RegistersOfMonth } from './freeze-registers.js';
import { FreezeWriter } from './freeze-writer.js';
import { MonthJudge, type JudgedPage } from './month-judge.js';
import type { PlannedReminder } from './plan-reminders.js';
import type { KeyedRow } from './snapshot-columns.js';

/** What a freeze would do if it were done as of a day. */
export interface Preview extends FreezeProgress {
  asOf: Day;
  overdue: OverdueLine[];
  rows: KeyedRow[];
  planned: PlannedReminder[];
  registers: RegistersOfMonth['rows'];
}

/** Computes exactly what a freeze computes, by the same code, and writes nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly settings: Settings,
    private readonly judge: MonthJudge,
    private readonly writer: FreezeWriter,
    private readonly flags: FlagStore,
    private readonly registers: FreezeRegisters,
  ) {}

  /** The month as it stands on a day: rows, totals, what would be flagged, who would be told what. */
  async preview(ledger: LedgerFacts, month: Month, asOf: Day): Promise<Preview> {
    const ground = await this.judge.ground(ledger.id, month, asOf);
    const preview: Preview = {
      ...beginFreeze(ledger.code, month, asOf),
      asOf,
      overdue: [],
      rows: [],
      planned: [],
      registers: [],
    };
    for (let after: TaskCursor | null = null, more = true; more;) {
      const page: JudgedPage = await this.judge.page(ground, after, this.settings.DIAODU_FREEZE_BATCH);
      const rows = page.tasks.flatMap(({ judged }) => judged.rows);
      const { planned, existing } = await this.writer.plan(ground, page);
      const flags = await this.flagsOf(page);
      preview.rows.push(...rows);
      preview.planned.push(...planned);
      preview.hash = chainRows(preview.hash, rows);
      preview.totals = addTotals(preview.totals, rows);
      preview.flags.raised += flags.raised;
      preview.flags.cleared += flags.cleared;
      preview.reminders.created += planned.reduce((n, { due }) => n + addressees(due.paper.to), 0);
      preview.reminders.existing += existing;
      more = page.more;
      after = page.end;
    }
    const tasks = preview.rows.filter((row) => row.role === 'TASK' && row.overdueDays > 0);
    preview.overdue = tasks.map(overdueLine);
    return this.withRegisters(preview, ledger, month);
  }

  private async withRegisters(preview: Preview, ledger: LedgerFacts, month: Month): Promise<Preview> {
    const { rows, hash, flags } = await this.registers.preview(ledger, month, preview.asOf, preview.hash);
    const { raised, cleared } = preview.flags;
    return {
      ...preview,
      hash,
      registers: rows,
      flags: { raised: raised + flags.raised, cleared: cleared + flags.cleared },
    };
  }

  private async flagsOf(page: JudgedPage): Promise<{ raised: number; cleared: number }> {
    const keys = page.tasks.flatMap(({ judged }) =>
      judged.overdue.map((s) => `${s.taskId}/${s.milestoneId}/${s.deadlineVersion}`),
    );
    const known = await this.flags.known(page.tasks.map(({ task }) => task.id));
    const overdue = new Set(keys);
    return {
      raised: keys.filter((key) => !known.has(key)).length,
      cleared: [...known].filter(([key, isOpen]) => isOpen && !overdue.has(key)).length,
    };
  }
}

function addressees(to: readonly string[]): number {
  return to.filter((recipient) => recipient !== 'SUPERVISING_LEADER').length;
}
