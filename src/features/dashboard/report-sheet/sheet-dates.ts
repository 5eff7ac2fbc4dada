import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { workingDaysBetween } from '../../../domain/calendar/working-calendar.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import type { RoundFacts } from '../../dispatch/dispatch.reader.js';

/** Until when a month's reports are taken. */
@Injectable()
export class SheetDates {
  constructor(
    private readonly cycles: CycleReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** The round's own days where it is open; what the cycle says where it is not. */
  async of(month: Month, round: RoundFacts | null) {
    const cycle = await this.cycles.cycleOf(month);
    const { reportsDueOn, freezeOn } = round ?? cycle;
    const calendar = await this.calendars.calendar();
    const workingDaysLeft = workingDaysBetween(calendar, this.clock.today(), reportsDueOn).count;
    return { reportsDueOn, reportsDueAt: cycle.reportsDueAt, freezeOn, workingDaysLeft };
  }
}
