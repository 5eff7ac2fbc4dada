import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { NOTICES_JOB } from '../../../platform/jobs/slot-names.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { NoticeService } from '../reminder/notice.service.js';

/**
 * 每个工作日: notices about hearings and decisions. Not part of the chase, whose slots are ledgers': a hearing in January
 * comes before the year's ledger is issued. Slots are `registers/<day>`; the next day finds by state what a missed one would have.
 */
@Injectable()
export class NoticesJob implements Job {
  readonly name = NOTICES_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly calendars: CalendarReader,
    private readonly notices: NoticeService,
  ) {}

  async slotsDue(today: Day): Promise<DueSlot[]> {
    const calendar = await this.calendars.calendar();
    if (!calendar.isWorkingDay(today)) return [];
    return [{ slot: `registers/${today}`, scope: 'registers', dueOn: today }];
  }

  async run(run: JobRun): Promise<void> {
    const [, day = ''] = run.slot.split('/');
    await this.notices.run(day, run);
  }
}
