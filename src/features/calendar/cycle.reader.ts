import { Injectable } from '@nestjs/common';
import { parseCycleRules, type CycleRules } from '../../domain/cycle/cycle-rules.js';
import { monthCycle, nextMeetingDay, type MonthCycle } from '../../domain/cycle/month-cycle.js';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { CalendarReader } from './calendar.reader.js';

/** The days of a month's dispatch, by the office's rules (config/cycle.yaml) and the working calendar. */
@Injectable()
export class CycleReader {
  private loaded: Promise<CycleRules> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly calendar: CalendarReader,
  ) {}

  /** The office's rules; a broken file is refused with all its faults. */
  rules(): Promise<CycleRules> {
    this.loaded ??= readYaml(this.settings, 'cycle.yaml').then((value) =>
      parseCycleRules((value as { month?: unknown } | null)?.month),
    );
    return this.loaded;
  }

  /** The days of one month. */
  async cycleOf(month: Month): Promise<MonthCycle> {
    return monthCycle(month, await this.rules(), await this.calendar.calendar());
  }

  /** The first meeting day after a day; 会前改期 is counted back from it. */
  async nextMeeting(after: Day): Promise<Day> {
    return nextMeetingDay(after, await this.rules(), await this.calendar.calendar());
  }
}
