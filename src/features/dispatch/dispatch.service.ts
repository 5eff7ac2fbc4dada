import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstDayOf, addToMonth, lastDayOf, monthOf, type Month } from '../../domain/calendar/month.js';
import type { Day } from '../../domain/calendar/day.js';
import { roundsOpened } from '../../domain/cycle/round-months.js';
import { overdueLine, type OverdueLine, type SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import { Clock } from '../../platform/clock/clock.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { RunLedger } from '../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot, OPENING_JOBS } from '../../platform/jobs/slot-names.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import {
  earlierMonthOpen,
  freezeInProgress,
  freezeTooEarly,
  ledgerNotIssued,
  monthOutsideLedger,
} from './dispatch.errors.js';
import { PreviewService } from './preview.service.js';
import { RoundStore } from './round.store.js';
import { SnapshotStore } from './snapshot.store.js';

/** What `dispatch run` answers. */
export interface MonthResult extends SnapshotTotals {
  month: Month;
  asOf: Day;
  overdue: OverdueLine[];
  flags: { raised: number; cleared: number };
  reminders: { created: number; existing: number };
  snapshotSha256: string;
  alreadyDone: boolean;
}

/** What a finished freeze slot keeps. */
type FreezeResult = Pick<MonthResult, 'flags' | 'reminders' | 'snapshotSha256'> & { totals: SnapshotTotals };

/** How long a caller waits for another process that freezes the same month. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 250;

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
    const months = this.monthsOf(ledger, month, today);
    const asOf = lastDayOf(month);
    if (today < asOf) throw freezeTooEarly(month, asOf, today);
    await this.jobs.open(ledger.id, months);
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
    this.monthsOf(ledger, month, today);
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

  private monthsOf(ledger: LedgerFacts, month: Month, today: Day): Month[] {
    if (ledger.issuedOn === null || ledger.state === 'DRAFT') throw ledgerNotIssued(ledger.code);
    const months = roundsOpened(ledger.issuedOn, today).map((round) => round.month);
    if (months.includes(month)) return months.filter((each) => each <= month);
    throw monthOutsideLedger(month, monthOf(ledger.issuedOn), months.at(-1) ?? monthOf(ledger.issuedOn));
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

/** The slots a run on demand works; the same slots, claims and fences as the scheduler's. */
@Injectable()
export class DispatchJobs {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly ledger: RunLedger,
  ) {}

  /** Opens the rounds and report forms of these months where that has not been done. */
  async open(ledgerId: string, months: readonly Month[]): Promise<void> {
    for (const job of this.registry.jobs.filter(({ name }) => OPENING_JOBS.includes(name))) {
      const settled = await this.ledger.settled(job.name);
      for (const month of months) {
        const slot = monthSlot(ledgerId, month);
        if (!settled.has(slot)) await this.runner.workSlot(job, slot, false);
      }
    }
  }

  /** Freezes, or waits for the process that is doing it; true when this call did it. */
  async freeze(slot: string, madeUp: boolean): Promise<boolean> {
    const job = this.registry.job(FREEZE_JOB);
    for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
      if (await this.ledger.isDone(FREEZE_JOB, slot)) return false;
      if (await this.runner.workSlot(job, slot, madeUp)) return true;
      if (waited >= PATIENCE_MS) return false;
      await sleep(LOOK_AGAIN_MS);
    }
  }

  resultOf(slot: string): Promise<FreezeResult | null> {
    return this.ledger.resultOf<FreezeResult>(FREEZE_JOB, slot);
  }
}
