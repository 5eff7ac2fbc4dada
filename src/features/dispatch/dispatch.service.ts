import { Injectable } from '@nestjs/common';
import { firstDayOf, addToMonth, lastDayOf, type Month } from '../../domain/calendar/month.js';
import type { Day } from '../../domain/calendar/day.js';
import { overdueLine } from '../../domain/snapshot/snapshot-totals.js';
import { Clock } from '../../platform/clock/clock.js';
import { monthSlot } from '../../platform/jobs/slot-names.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { earlierMonthOpen, freezeInProgress, freezeTooEarly } from './dispatch.errors.js';
import { DispatchJobs } from './dispatch-jobs.js';
import { monthsToOpen, monthsUpTo } from './ledger-months.js';
import type { FreezeResult, MonthResult } from './month-result.js';
import { PreviewService } from './preview.service.js';
import { RoundStore } from './round.store.js';
import { SnapshotStore } from './snapshot/snapshot.store.js';

/** Runs or previews one month of one ledger on demand; the scheduler does the same by itself. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly jobs: DispatchJobs,
    private readonly rounds: RoundStore,
    private readonly snapshots: SnapshotStore,
    private readonly previews: PreviewService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the month if needed and freezes it as of its last day; a frozen month is only shown again. Refuses before the
   * last day, outside the ledger's months, and while an earlier month is open.
   */
  async run(ledger: LedgerFacts, month: Month): Promise<MonthResult> {
    const today = this.clock.today();
    const months = monthsUpTo(ledger, month, today);
    const asOf = lastDayOf(month);
    if (today < asOf) throw freezeTooEarly(month, asOf, today);
    if (!(await this.jobs.open(ledger.id, monthsToOpen(ledger, month, today)))) throw freezeInProgress(month);
    const slot = monthSlot(ledger.id, month);
    const missing = await this.rounds.firstOpenBefore(ledger.id, month, months);
    if (missing !== null) throw earlierMonthOpen(month, missing);
    const worked = await this.jobs.freeze(slot, today > firstDayOf(addToMonth(month, 1)));
    const result = await this.jobs.resultOf(slot);
    if (!result) throw freezeInProgress(month);
    return this.answer(ledger, month, asOf, result, !worked);
  }

  /** The month as a freeze today would give it; nothing is written. */
  async preview(ledger: LedgerFacts, month: Month): Promise<MonthResult> {
    const today = this.clock.today();
    monthsUpTo(ledger, month, today);
    const preview = await this.previews.preview(ledger, month, today);
    const { totals, overdue, flags, reminders, hash } = preview;
    return {
      month,
      asOf: today,
      ...totals,
      overdue,
      flags,
      reminders,
      snapshotSha256: hash,
      alreadyDone: false,
    };
  }

  private async answer(
    ledger: LedgerFacts,
    month: Month,
    asOf: Day,
    result: FreezeResult,
    alreadyDone: boolean,
  ) {
    const round = await this.rounds.of(ledger.id, month);
    const rows = await this.snapshots.all(round?.id ?? '', { departmentCode: '', overdueOnly: true });
    const { flags, reminders } = result;
    return {
      month,
      asOf,
      ...result.totals,
      overdue: rows.map(overdueLine),
      flags: alreadyDone ? { raised: 0, cleared: 0 } : flags,
      reminders: alreadyDone ? { created: 0, existing: reminders.created + reminders.existing } : reminders,
      snapshotSha256: result.snapshotSha256,
      alreadyDone,
    };
  }
}
