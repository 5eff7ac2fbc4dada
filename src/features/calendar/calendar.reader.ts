import { Injectable } from '@nestjs/common';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/working-calendar.js';
import { CalendarStore } from './calendar.store.js';

/** The working calendar for features that reckon with it. */
@Injectable()
export class CalendarReader {
  private cached: { stamp: string; calendar: WorkingCalendar } | null = null;

  constructor(private readonly store: CalendarStore) {}

  /**
   * All published years as one value. Kept in memory; a change of any year, also by another process, is seen at the
   * next question, because the versions of the years are asked each time.
   */
  async calendar(): Promise<WorkingCalendar> {
    const stamp = await this.store.stamp();
    if (this.cached?.stamp !== stamp) this.cached = { stamp, calendar: await this.load() };
    return this.cached.calendar;
  }

  private async load(): Promise<WorkingCalendar> {
    const years = await this.store.years();
    const exceptions = await this.store.exceptions();
    return workingCalendar(
      years.map(({ year, status, noticeNumber }) => ({
        year,
        status,
        noticeNumber: noticeNumber === '' ? null : noticeNumber,
        exceptions: exceptions.filter(({ noticeYear }) => noticeYear === year),
      })),
    );
  }
}
