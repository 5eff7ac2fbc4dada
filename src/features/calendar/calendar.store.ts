import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type {
  CalendarException,
  CalendarStatus,
  CalendarYear,
} from '../../domain/calendar/working-calendar.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { Database } from '../../platform/database/database.js';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear as CalendarYearRow } from './calendar-year.entity.js';

/** A year of the calendar as stored. */
export interface YearRecord {
  year: number;
  status: CalendarStatus;
  noticeNumber: string;
  importedOn: Day | null;
  version: number;
}

/** The only file that knows the tables of the calendar. */
@Injectable()
export class CalendarStore {
  constructor(private readonly db: Database) {}

  /** All years, oldest first. */
  async years(): Promise<YearRecord[]> {
    return (await this.db.reader.find(CalendarYearRow, { order: { year: 'ASC' } })) as YearRecord[];
  }

  async year(year: number): Promise<YearRecord | null> {
    return (await this.db.reader.findOneBy(CalendarYearRow, { year })) as YearRecord | null;
  }

  /** Exceptions to Monday–Friday from one day to another, both included. */
  async exceptions(from: Day, to: Day): Promise<CalendarException[]> {
    const rows = await this.db.reader
      .createQueryBuilder(CalendarDay, 'd')
      .where('d.day BETWEEN :from AND :to', { from, to })
      .orderBy('d.day')
      .getMany();
    return rows.map(({ day, isWorking, name }) => ({ day, isWorking: isWorking === 1, name }));
  }

  /** A number that changes with every change of the calendar. */
  async stamp(): Promise<string> {
    const rows = await this.db.read<{ years: number; versions: number | null }>(
      'SELECT COUNT(*) AS years, SUM(version) AS versions FROM calendar_year',
    );
    return `${rows[0]?.years ?? 0}/${rows[0]?.versions ?? 0}`;
  }

  /** Lets processes that start at the same moment take turns; on SQLite the unit of work has done so already. */
  async takeTurn(): Promise<void> {
    await this.db.write('UPDATE app_lock SET turn = turn + 1');
  }

  /** Adds a year that is not there yet. A day an earlier year's notice has spoken of follows the later notice. */
  async addYear(calendar: CalendarYear): Promise<void> {
    await this.db.writer.insert(CalendarYearRow, {
      year: calendar.year,
      status: calendar.status,
      noticeNumber: calendar.noticeNumber ?? '',
      importedOn: null,
      version: 1,
    });
    await this.putDays(calendar.exceptions);
  }

  /** Replaces the days of a period and the facts of the year; false when the version is not the stored one any more. */
  async replaceYear(
    record: YearRecord,
    remove: readonly Day[],
    put: readonly CalendarException[],
  ): Promise<boolean> {
    const { year, version, ...facts } = record;
    const result = await this.db.writer.update(
      CalendarYearRow,
      { year, version },
      { ...facts, version: version + 1 },
    );
    if (result.affected !== 1) return false;
    for (const day of remove) await this.db.writer.delete(CalendarDay, { day });
    await this.putDays(put);
    return true;
  }

  private async putDays(exceptions: readonly CalendarException[]): Promise<void> {
    for (const { day } of exceptions) await this.db.writer.delete(CalendarDay, { day });
    await bulkInsert(
      this.db,
      'calendar_day',
      ['day', 'is_working', 'name'],
      exceptions.map(({ day, isWorking, name }) => [day, isWorking ? 1 : 0, name]),
    );
  }
}
