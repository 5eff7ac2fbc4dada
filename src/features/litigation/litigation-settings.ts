import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/day.js';
import { nextWorkingDay } from '../../domain/calendar/working-calendar.js';
import {
  parseLitigationRules,
  type HearingRules,
  type LitigationRules,
} from '../../domain/rate/rate-policy.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { CalendarReader } from '../calendar/calendar.reader.js';

/** What the office has set about court appearance. */
@Injectable()
export class LitigationSettings {
  private loaded: Promise<LitigationRules> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly calendars: CalendarReader,
  ) {}

  /** The rules of config/litigation.yaml; a broken file is refused with all its faults. */
  rules(): Promise<LitigationRules> {
    this.loaded ??= readYaml(this.settings, 'litigation.yaml').then(parseLitigationRules);
    return this.loaded;
  }

  /** The rules with the working calendar as it is now. */
  async hearingRules(): Promise<HearingRules> {
    const rules = await this.rules();
    const calendar = await this.calendars.calendar();
    const formDue = (day: string) => nextWorkingDay(calendar, addDays(day, rules.hearing.formDueDays)).day;
    return { ...rules, formDue };
  }
}
