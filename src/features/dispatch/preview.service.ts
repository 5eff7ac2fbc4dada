import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { noTotals, overdueLine, type OverdueLine } from '../../domain/snapshot/snapshot-totals.js';
import { Settings } from '../../platform/config/settings.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { FlagStore } from './snapshot/flag.store.js';
import {
  addProgress,
  addTotals,
  beginFreeze,
  chainRows,
  type FreezeProgress,
} from './freeze/freeze-progress.js';
import { FreezeRegisters, type RegistersOfMonth } from './freeze/freeze-registers.js';
import { FreezeWriter } from './freeze/freeze-writer.js';
import type { MonthGround } from './judging/month-ground.js';
import { MonthJudge, type JudgedPage } from './judging/month-judge.js';
import type { PlannedReminder } from './reminder/plan-reminders.js';
import { ShardPlanner } from './freeze/shard-planner.js';
import { joinShards, shardsOf, type Shard } from './freeze/shards.js';
import type { KeyedRow } from './snapshot/snapshot-columns.js';

/** What a freeze would do if it were done as of a day. */
export interface Preview extends FreezeProgress {
  asOf: Day;
  overdue: OverdueLine[];
  rows: KeyedRow[];
  planned: PlannedReminder[];
  registers: RegistersOfMonth['rows'];
}

/** What is kept of every shard beside what is counted. */
type Seen = Pick<Preview, 'rows' | 'planned'>;

/** Computes exactly what a freeze computes, by the same code, and writes nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly settings: Settings,
    private readonly judge: MonthJudge,
    private readonly writer: FreezeWriter,
    private readonly flags: FlagStore,
    private readonly registers: FreezeRegisters,
    private readonly planner: ShardPlanner,
  ) {}

  /** The month as it stands on a day: rows, totals, what would be flagged, who would be told what. */
  async preview(ledger: LedgerFacts, month: Month, asOf: Day): Promise<Preview> {
    const ground = await this.judge.ground(ledger.id, month, asOf);
    const head = beginFreeze(ledger.code, month, asOf);
    const seen: Seen = { rows: [], planned: [] };
    const parts: FreezeProgress[] = [];
    for (const shard of shardsOf(await this.planner.plan(ledger.id)))
      parts.push(await this.shard(ground, shard, head, seen));
    const tasks = seen.rows.filter((row) => row.role === 'TASK' && row.overdueDays > 0);
    const preview = {
      ...joinShards(head, parts),
      asOf,
      overdue: tasks.map(overdueLine),
      ...seen,
      registers: [],
    };
    return this.withRegisters(preview, ledger, month);
  }

  private async shard(
    ground: MonthGround,
    shard: Shard,
    head: FreezeProgress,
    seen: Seen,
  ): Promise<FreezeProgress> {
    const batch = this.settings.DIAODU_FREEZE_BATCH;
    let part: FreezeProgress = { ...head, after: shard.after };
    for (let more = true; more;) {
      const page = await this.judge.page(ground, part.after, batch, shard.upTo);
      const rows = page.tasks.flatMap(({ judged }) => judged.rows);
      const { planned, existing } = await this.writer.plan(ground, page);
      seen.rows.push(...rows);
      seen.planned.push(...planned);
      const created = planned.reduce((n, { due }) => n + addressees(due.paper.to), 0);
      part = addProgress(part, {
        after: page.end ?? part.after,
        hash: '',
        totals: addTotals(noTotals(), rows),
        flags: await this.flagsOf(page),
        reminders: { created, existing },
      });
      part.hash = chainRows(part.hash, rows);
      more = page.more;
    }
    return part;
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
