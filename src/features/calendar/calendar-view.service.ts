import { Injectable } from '@nestjs/common';
import {
  workingDaysInYear,
  type CalendarException,
  type WorkingCalendar,
} from '../../domain/calendar/working-calendar.js';
import { CalendarReader } from './calendar.reader.js';
import { CalendarStore, type YearRecord } from './calendar.store.js';

/** A year as people look at it. */
export interface YearView {
  record: YearRecord;
  exceptions: CalendarException[];
  workingDays: number;
}

/** Looks at years and months of the calendar. */
@Injectable()
export class CalendarViewService {
  constructor(
    private readonly store: CalendarStore,
    private readonly reader: CalendarReader,
  ) {}

  /** A year; one that was never imported is Monday to Friday and provisional, with version 0. */
  async year(year: number): Promise<YearView> {
    const unknown: YearRecord = {
      year,
      status: 'PROVISIONAL',
      noticeNumber: '',
      importedOn: null,
      version: 0,
    };
    const record = (await this.store.year(year)) ?? unknown;
    const calendar = await this.calendar();
    const { count } = workingDaysInYear(calendar, year);
    return { record, exceptions: await this.store.exceptions(year), workingDays: count };
  }

  calendar(): Promise<WorkingCalendar> {
    return this.reader.calendar();
  }
}
