import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.js';
import type { Deadline } from '../../domain/phrases/deadline.js';
import { isReady } from '../../domain/phrases/deadline-resolution.js';
import { parseDeadline } from '../../domain/phrases/parse-deadline.js';
import { CalendarReader } from '../calendar/calendar.reader.js';

/** Reads deadline phrases with the office's calendar. */
@Injectable()
export class ReadPhrases {
  constructor(private readonly calendars: CalendarReader) {}

  /** The working calendar; asked before a unit of work begins. */
  async calendar(): Promise<WorkingCalendar> {
    return this.calendars.calendar();
  }

  /** Takes a phrase and what it is read against; gives the deadline with the words it was read from. */
  deadline(
    raw: string,
    against: { year: number; issuedOn: Day | null },
    calendar: WorkingCalendar,
  ): Deadline & { raw: string } {
    const read = parseDeadline(raw, { planYear: against.year, issuedOn: against.issuedOn, calendar });
    return { ...read, raw };
  }

  /** What the office may register by hand: what is ready, and known words that leave the day open. */
  isAcceptable(deadline: Deadline): boolean {
    return isReady(deadline) || deadline.kind === 'tbd' || deadline.kind === 'immediate';
  }
}
