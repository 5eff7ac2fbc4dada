import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { addLegalDays, addLegalMonths } from '../../domain/calendar/legal-period.js';
import {
  addWorkingDays,
  workingDaysInYear,
  type CalendarException,
  type ReckonedDay,
  type WorkingCalendar,
} from '../../domain/calendar/working-calendar.js';
import { Clock } from '../../platform/clock/clock.js';
import { calendarWarnings, type CalendarWarning } from './calendar-outlook.js';
import { CalendarReader } from './calendar.reader.js';
import { CalendarStore, type YearRecord } from './calendar.store.js';

/** 日、月、工作日. */
export type PeriodUnit = 'DAY' | 'MONTH' | 'WORKING_DAY';

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
    private readonly clock: Clock,
  ) {}

  /** Every year that is there, newest first, and what is still to be imported. */
  async outlook(): Promise<{ years: YearRecord[]; warnings: CalendarWarning[] }> {
    const years = await this.store.years();
    return { years: years.toReversed(), warnings: calendarWarnings(years, this.clock.today()) };
  }

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

  /** The last day of a period of days, months or working days from a day; legal periods roll over rest days. */
  async period(from: Day, n: number, unit: PeriodUnit): Promise<ReckonedDay> {
    const calendar = await this.calendar();
    if (unit === 'WORKING_DAY') return addWorkingDays(calendar, from, n);
    return unit === 'MONTH' ? addLegalMonths(calendar, from, n) : addLegalDays(calendar, from, n);
  }

  calendar(): Promise<WorkingCalendar> {
    return this.reader.calendar();
  }
}
