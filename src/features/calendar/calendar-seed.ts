import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { parseHolidayCsv } from '../../domain/calendar/parse-holiday-csv.js';
import type { CalendarYear } from '../../domain/calendar/working-calendar.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Settings } from '../../platform/config/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CalendarStore } from './calendar.store.js';

/** Brings in the years of config/calendar that the table does not hold; years that it holds are the office's own. */
@Injectable()
export class CalendarSeed implements OnApplicationBootstrap {
  constructor(
    private readonly settings: Settings,
    private readonly store: CalendarStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds missing years in one unit of work; gives them. A faulty file stops the start with its lines. */
  async seed(): Promise<number[]> {
    const files = await this.yearFiles();
    const known = await this.knownYears();
    if (files.every(({ year }) => known.has(year))) return [];
    const calendars = await Promise.all(files.map(({ path }) => readYear(path)));
    return this.unitOfWork.run(async () => {
      await this.store.takeTurn();
      const inside = await this.knownYears();
      const missing = calendars.filter(({ year }) => !inside.has(year));
      for (const calendar of missing) {
        const { year, status, noticeNumber, exceptions } = calendar;
        const record = { year, status, noticeNumber: noticeNumber ?? '', importedOn: null, version: 1 };
        await this.store.addYear(record, exceptions);
        this.audit.record({
          operation: 'calendar.seedYear',
          objectKind: 'calendar_year',
          objectId: String(year),
          after: { status, noticeNumber, days: exceptions.length },
        });
      }
      return missing.map(({ year }) => year);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.seed();
  }

  private async knownYears(): Promise<Set<number>> {
    return new Set((await this.store.years()).map(({ year }) => year));
  }

  private async yearFiles(): Promise<{ year: number; path: string }[]> {
    const folder = join(this.settings.DIAODU_CONFIG_DIR, 'calendar');
    const names = (await readdir(folder)).filter((name) => /^\d{4}\.csv$/.test(name)).sort();
    return names.map((name) => ({ year: Number(name.slice(0, 4)), path: join(folder, name) }));
  }
}

async function readYear(path: string): Promise<CalendarYear> {
  return parseHolidayCsv(await readFile(path, 'utf8'));
}
