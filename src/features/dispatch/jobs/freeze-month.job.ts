import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { lastDayOf } from '../../../domain/calendar/month.js';
import { roundsToFreeze } from '../../../domain/cycle/round-months.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { FREEZE_JOB, OPENING_JOBS, partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ledgerNotFound } from '../dispatch.errors.js';
import { FreezeService } from '../freeze/freeze.service.js';

/** 月末冻结: every month of every issued ledger, as of the month's last day; a missed month is made up and marked. */
@Injectable()
export class FreezeMonthJob implements Job {
  readonly name = FREEZE_JOB;
  readonly catchUp = 'all';
  /** Where no form is laid nothing is owed: a freeze before its month is open would hold every missing report for none asked. */
  readonly follows = OPENING_JOBS;

  constructor(
    private readonly ledgers: LedgerReader,
    private readonly freeze: FreezeService,
  ) {}

  slotsDue(today: Day): Promise<DueSlot[]> {
    return this.ledgers.roundSlots(today, roundsToFreeze);
  }

  async run(run: JobRun): Promise<void> {
    const { ledgerId, month } = partsOfMonthSlot(run.slot);
    const ledger = await this.ledgers.ledger(ledgerId);
    if (!ledger) throw ledgerNotFound(ledgerId);
    await this.freeze.run(ledger, month, lastDayOf(month), run);
  }
}
