import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { CalendarException, CalendarStatus } from '../../domain/calendar/working-calendar.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { Database } from '../../platform/database/database.js';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear } from './calendar-year.entity.js';

/** A year of the calendar as stored, without its days. */
export interface YearRecord {
  year: number;
  status: CalendarStatus;
  /** Empty where nobody has looked it up. */
  noticeNumber: string;
  /** Office day of the import by hand; null for what came with the program. */
  importedOn: Day | null;
  version: number;
}

/** A day and the year whose notice speaks of it. */
export type StoredException = CalendarException & { noticeYear: number };

/** The only file that knows the tables of the calendar. */
@Injectable()
export class CalendarStore {
  constructor(private readonly db: Database) {}

  /** All years, oldest first. */
  async years(): Promise<YearRecord[]> {
    return (await this.db.reader.find(CalendarYear, { order: { year: 'ASC' } })) as YearRecord[];
  }

  async year(year: number): Promise<YearRecord | null> {
    return (await this.db.reader.findOneBy(CalendarYear, { year })) as YearRecord | null;
  }

  /** Days that the notices speak of, of all years or of one, by day. */
  async exceptions(noticeYear?: number): Promise<StoredException[]> {
    const rows = await this.db.reader.find(CalendarDay, {
      ...(noticeYear === undefined ? {} : { where: { noticeYear } }),
      order: { day: 'ASC', noticeYear: 'ASC' },
    });
    return rows.map((row) => ({ ...row, isWorking: row.isWorking === 1 }));
  }

  /** A text that changes with every change of the calendar. */
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

  async addYear(record: YearRecord, exceptions: readonly CalendarException[]): Promise<void> {
    await this.db.writer.insert(CalendarYear, record);
    await this.putDays(record.year, exceptions);
  }

  /** Changes a year that has the version given; false when somebody else was faster. */
  async changeYear(
    year: number,
    version: number,
    changes: Partial<Omit<YearRecord, 'year' | 'version'>>,
  ): Promise<boolean> {
    const values = { ...changes, version: version + 1 };
    const result = await this.db.writer.update(CalendarYear, { year, version }, values);
    return result.affected === 1;
  }

  /** Replaces all days that a year's notice speaks of. */
  async replaceDays(noticeYear: number, exceptions: readonly CalendarException[]): Promise<void> {
    await this.db.writer.delete(CalendarDay, { noticeYear });
    await this.putDays(noticeYear, exceptions);
  }

  private async putDays(noticeYear: number, exceptions: readonly CalendarException[]): Promise<void> {
    const rows = exceptions.map(({ day, isWorking, name }) => [noticeYear, day, isWorking ? 1 : 0, name]);
    await bulkInsert(this.db, 'calendar_day', ['notice_year', 'day', 'is_working', 'name'], rows);
  }
}
