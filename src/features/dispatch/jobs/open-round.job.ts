import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { roundsOpened } from '../../../domain/cycle/round-months.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { OPEN_JOB, partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ledgerNotFound } from '../dispatch.errors.js';
import { RoundService } from '../round.service.js';

/** 每月开启: a round with its dates for every month of every issued ledger. */
@Injectable()
export class OpenRoundJob implements Job {
  readonly name = OPEN_JOB;
  readonly catchUp = 'all';

  constructor(
    private readonly ledgers: LedgerReader,
    private readonly rounds: RoundService,
  ) {}

  slotsDue(today: Day): Promise<DueSlot[]> {
    return this.ledgers.roundSlots(today, roundsOpened);
  }

  async run(run: JobRun): Promise<void> {
    const { ledgerId, month } = partsOfMonthSlot(run.slot);
    await run.finish(async () => {
      const ledger = await this.ledgers.ledger(ledgerId);
      if (!ledger) throw ledgerNotFound(ledgerId);
      const round = await this.rounds.ensure(ledger, month);
      return { reportsDueOn: round.reportsDueOn, meetingOn: round.meetingOn };
    });
  }
}
