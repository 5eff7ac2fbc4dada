import { Injectable } from '@nestjs/common';
import { parseHolidayCsv } from '../../domain/calendar/parse-holiday-csv.js';
import { parseHolidayNotice } from '../../domain/calendar/parse-holiday-notice.js';
import type { CalendarStatus, CalendarYear } from '../../domain/calendar/working-calendar.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import { changedDays, type ChangedDay } from './calendar-changes.js';
import {
  calendarNoticeMismatch,
  calendarNoticeMissing,
  calendarYearMismatch,
  calendarYearUnknown,
} from './calendar-import.errors.js';
import { requireCalendarKeeper } from './calendar.policy.js';
import { CalendarStore, type YearRecord } from './calendar.store.js';

/** A year's arrangement to be taken in: the text of the notice or of a holiday file, and the notice's number. */
export interface NoticeInput {
  year: number;
  text: string;
  /** Number of the notice; null: as the text says. */
  noticeNumber: string | null;
}

/** What taking an arrangement in changes, or would change. */
export interface NoticeOutcome {
  year: number;
  status: CalendarStatus;
  noticeNumber: string;
  changes: ChangedDay[];
  /** Version of the year after it; 0 for a year that is not there. */
  version: number;
}

/** Takes in the published holidays of a year and marks years provisional or final. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly store: CalendarStore,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** What an import would change; writes nothing. */
  async preview(input: NoticeInput): Promise<NoticeOutcome> {
    requireCalendarKeeper(currentActor());
    const calendar = readNotice(input);
    const stored = await this.store.year(input.year);
    return outcomeOf(calendar, await this.changes(calendar), stored?.version ?? 0);
  }

  /**
   * Replaces what is known of a year by its notice. `version` is the version of the year that was seen, 0 where it is
   * not there, null to take whatever is there (command line). The same notice again changes nothing.
   */
  async import(input: NoticeInput, version: number | null): Promise<NoticeOutcome> {
    requireCalendarKeeper(currentActor());
    const calendar = readNotice(input);
    return this.unitOfWork.run(async () => {
      const stored = await this.store.year(input.year);
      const seen = stored?.version ?? 0;
      if (version !== null && version !== seen) throw staleVersion();
      const changes = await this.changes(calendar);
      if (stored && changes.length === 0 && sameFacts(stored, calendar)) return outcomeOf(calendar, [], seen);
      await this.save(calendar, stored);
      this.recordImport(calendar, stored, changes);
      return outcomeOf(calendar, changes, seen + 1);
    });
  }

  /** Marks a year final or provisional (暂定) without touching its days. Refuses an unknown year and a stale version. */
  async mark(year: number, version: number, status: CalendarStatus): Promise<YearRecord> {
    requireCalendarKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const stored = await this.store.year(year);
      if (!stored) throw calendarYearUnknown(year);
      if (!(await this.store.changeYear(year, version, { status }))) throw staleVersion();
      this.audit.record({
        operation: 'calendar.mark',
        objectKind: 'calendar_year',
        objectId: String(year),
        before: { status: stored.status },
        after: { status },
      });
      return { ...stored, status, version: version + 1 };
    });
  }

  private recordImport(calendar: CalendarYear, stored: YearRecord | null, changes: ChangedDay[]): void {
    this.audit.record({
      operation: 'calendar.import',
      objectKind: 'calendar_year',
      objectId: String(calendar.year),
      before: stored && { status: stored.status, noticeNumber: stored.noticeNumber },
      after: { status: calendar.status, noticeNumber: calendar.noticeNumber, changes },
    });
  }

  private async changes(calendar: CalendarYear): Promise<ChangedDay[]> {
    return changedDays(await this.store.exceptions(calendar.year), calendar.exceptions);
  }

  private async save(calendar: CalendarYear, stored: YearRecord | null): Promise<void> {
    const { year, status, exceptions } = calendar;
    const facts = { status, noticeNumber: calendar.noticeNumber ?? '', importedOn: this.clock.today() };
    if (!stored) return this.store.addYear({ year, ...facts, version: 1 }, exceptions);
    if (!(await this.store.changeYear(year, stored.version, facts))) throw staleVersion();
    await this.store.replaceDays(year, exceptions);
  }
}

/** Reads either form; refuses another year than the one meant, another number, and a final year without number. */
function readNotice({ year, text, noticeNumber }: NoticeInput): CalendarYear {
  const isFile = /^\s*(?:#|day,kind,name)/.test(text.replace(/^\uFEFF/, ''));
  const calendar = isFile ? parseHolidayCsv(text) : parseHolidayNotice(text);
  if (calendar.year !== year) throw calendarYearMismatch(year, calendar.year);
  const found = calendar.noticeNumber;
  if (noticeNumber !== null && found !== null && noticeNumber !== found) {
    throw calendarNoticeMismatch(noticeNumber, found);
  }
  const number = noticeNumber ?? found;
  if (number === null && calendar.status === 'FINAL') throw calendarNoticeMissing();
  return { ...calendar, noticeNumber: number };
}

function sameFacts(stored: YearRecord, calendar: CalendarYear): boolean {
  return stored.status === calendar.status && stored.noticeNumber === (calendar.noticeNumber ?? '');
}

function outcomeOf(calendar: CalendarYear, changes: ChangedDay[], version: number): NoticeOutcome {
  const { year, status, noticeNumber } = calendar;
  return { year, status, noticeNumber: noticeNumber ?? '', changes, version };
}
