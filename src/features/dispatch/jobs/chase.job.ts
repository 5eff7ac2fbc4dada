import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { CHASE_JOB, FREEZE_JOB, OPENING_JOBS } from '../../../platform/jobs/slot-names.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ChaseService } from '../reminder/chase.service.js';

/**
 * 每个工作日催办: what is due by state and not yet reminded. Slots are `<ledger>/<day>`; a missed day is not made up,
 * since the next one finds by state everything the missed one would have found.
 */
@Injectable()
export class ChaseJob implements Job {
  readonly name = CHASE_JOB;
  /** Reports are chased by their forms; and what a freeze issues is issued by the month: a chase beside it would be first. */
  readonly waitsFor = [...OPENING_JOBS, FREEZE_JOB];
  readonly catchUp = 'latest';

  constructor(
    private readonly ledgers: LedgerReader,
    private readonly calendars: CalendarReader,
    private readonly chase: ChaseService,
  ) {}

  async slotsDue(today: Day): Promise<DueSlot[]> {
    const calendar = await this.calendars.calendar();
    if (!calendar.isWorkingDay(today)) return [];
    const issued = await this.ledgers.ledgers({ state: 'ISSUED' });
    return issued
      .filter((ledger) => ledger.issuedOn !== null && ledger.issuedOn <= today)
      .map((ledger) => ({ slot: `${ledger.id}/${today}`, scope: ledger.id, dueOn: today }));
  }

  async run(run: JobRun): Promise<void> {
    const [ledgerId = '', day = ''] = run.slot.split('/');
    await this.chase.run(ledgerId, day, run);
  }
}
