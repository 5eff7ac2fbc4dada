import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { RateAnswer } from '../../domain/rate/compute-rate.js';
import { isWithin, yearPeriod } from '../../domain/rate/period.js';
import type { RegisterNotice, RegisterRow } from '../../domain/snapshot/register-row.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { officeScopeOf, type Scope } from '../../platform/auth/scope.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { CourtCaseStore } from './court-case.store.js';
import { hearingNotices, hearingRows } from './hearing-rows.js';
import { LitigationSettings } from './litigation-settings.js';
import { RateQuery, type RateWish } from './rate-query.js';

/** Court appearance in a year, counted from the records of a day. */
export interface LitigationStatistics {
  /** Administrative cases filed or heard in the year. */
  cases: number;
  /** Ids of those cases, for whoever asks where the number comes from. */
  caseIds: string[];
  /** Hearings held in the year. */
  hearings: number;
  /** R1 with both its lists. */
  appearance: RateAnswer;
  /** R5. */
  principal: RateAnswer;
  suggestions: number;
}

/** The questions other features may ask about court appearance; each as of a day, answered the same for ever. */
@Injectable()
export class LitigationReader {
  constructor(
    private readonly store: CourtCaseStore,
    private readonly settings: LitigationSettings,
    private readonly organization: OrganizationReader,
    private readonly rates: RateQuery,
  ) {}

  /** Hearings of a month, and earlier ones whose form is missing, as the records of a day show them. */
  async monthRows(asOf: Day, month: Month, scope: Scope = { kind: 'WHOLE' }): Promise<RegisterRow[]> {
    return hearingRows(await this.store.asOf(asOf, scope), month, asOf, await this.settings.hearingRules());
  }

  /** What departments are to be told on a day: the latest rung reached of every hearing that wants something. */
  async notices(asOf: Day): Promise<RegisterNotice[]> {
    const departments = await this.organization.departments(asOf);
    const ids = new Map(departments.map(({ code, id }) => [code, id]));
    const heirs = await this.organization.successors(asOf);
    const idOf = (code: string) => ids.get(code) ?? ids.get(heirs.get(code) ?? '');
    return hearingNotices(
      await this.store.asOf(asOf, { kind: 'WHOLE' }),
      asOf,
      await this.settings.hearingRules(),
      idOf,
    );
  }

  /** One rate with its lists. */
  async rate(wish: RateWish): Promise<RateAnswer> {
    return this.rates.rate(wish);
  }

  /** What the annual report counts. */
  async statistics(
    year: number,
    asOf: Day,
    scope: Scope = officeScopeOf(currentActor()),
  ): Promise<LitigationStatistics> {
    const period = yearPeriod(year);
    const cases = (await this.store.asOf(asOf, scope)).filter(({ register }) => register === 'ADMINISTRATIVE');
    const held = cases
      .flatMap(({ instances }) => instances.flatMap((one) => one.hearings))
      .filter(({ state, kind, day }) => state === 'HELD' && kind === 'TRIAL' && isWithin(day, period) && day <= asOf);
    const ofYear = cases.filter(({ instances }) =>
      instances.some(
        ({ filedOn, hearings }) => isWithin(filedOn, period) || hearings.some(({ day }) => isWithin(day, period)),
      ),
    );
    const wish: RateWish = { variant: 'R1', period, asOf, department: null, register: 'ADMINISTRATIVE', scope };
    return {
      cases: ofYear.length,
      caseIds: ofYear.map(({ id }) => id),
      hearings: held.length,
      appearance: await this.rates.rate(wish),
      principal: await this.rates.rate({ ...wish, variant: 'R5' }),
      suggestions: ofYear
        .flatMap(({ instances }) => instances.flatMap((one) => one.suggestions))
        .filter(({ receivedOn }) => isWithin(receivedOn, period)).length,
    };
  } // prettier-ignore
}
