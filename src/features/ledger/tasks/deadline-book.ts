import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Deadline, ExtensionSetting } from '../../../domain/task/extension.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { SuperiorTerms } from '../superior/superior-terms.js';
import { ExtensionStore } from '../extension.store.js';
import { LedgerRules } from '../ledger-rules.js';
import { OpenLedgers } from '../open-ledgers.js';
import type { TaskRecord } from '../task.store.js';

/** A task's deadline with its history, and what the rules of extension rest on. */
@Injectable()
export class DeadlineBook {
  constructor(
    private readonly calendars: CalendarReader,
    private readonly cycles: CycleReader,
    private readonly ledgers: OpenLedgers,
    private readonly requests: ExtensionStore,
    private readonly rules: LedgerRules,
    private readonly terms: SuperiorTerms,
  ) {}

  /** Rules, calendar and next meeting as seen on a day; asked before a unit of work begins. */
  async setting(today: Day): Promise<ExtensionSetting> {
    return {
      rules: this.rules.extension,
      calendar: await this.calendars.calendar(),
      nextMeetingOn: await this.cycles.nextMeeting(today),
    };
  }

  /** The deadline of a task in figures. */
  async deadlineOf(task: TaskRecord): Promise<Deadline> {
    const ledger = await this.ledgers.find(task.ledgerId);
    const approved = (await this.requests.allOf(task.id)).filter(({ state }) => state === 'APPROVED');
    return {
      planYear: ledger.year,
      originalDueOn: task.originalDueOn,
      dueOn: task.dueOn,
      version: task.deadlineVersion,
      extensions: approved.length,
      overdueDaysBefore: approved.reduce((days, request) => days + request.overdueDaysThen, 0),
      notAfter: await this.terms.notAfter(task.id),
    };
  }
}
