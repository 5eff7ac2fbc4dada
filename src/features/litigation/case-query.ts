import { Injectable } from '@nestjs/common';
import { firstDayOf, lastDayOf, type Month } from '../../domain/calendar/month.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { CaseDesk } from './case-desk.js';
import { CaseListStore } from './case-list.store.js';
import type { CaseListQuery } from './case-requests.js';
import { DepartmentCodes } from './department-codes.js';
import { LitigationSettings } from './litigation-settings.js';
import { presentCase, type CaseResponse } from './present-case.js';
import { firstFiling, presentCaseLine, type CasePageResponse } from './present-case-list.js';
import { presentCalendar, type CalendarHearingResponse } from './present-calendar.js';
import type { HearingView } from './present-hearing.js';

/** Answers questions about cases and hearings, each actor about what he may see. */
@Injectable()
export class CaseQuery {
  constructor(
    private readonly desk: CaseDesk,
    private readonly lists: CaseListStore,
    private readonly codes: DepartmentCodes,
    private readonly settings: LitigationSettings,
    private readonly clock: Clock,
  ) {}

  /** One case with everything. */
  async show(id: string): Promise<CaseResponse> {
    return presentCase(await this.desk.open(id), await this.view());
  }

  /** The case a hearing belongs to. */
  async showHearing(hearingId: string): Promise<CaseResponse> {
    return presentCase(await this.desk.openHearing(hearingId), await this.view());
  }

  /** A page of cases, the latest filed first. */
  async list({ limit, after, department, ...filter }: CaseListQuery): Promise<CasePageResponse> {
    const from = after === undefined ? null : decodeCursor(after, 2).map(String);
    const departmentIds = await this.departmentIds(department);
    const rows = await this.lists.page(
      { ...filter, scope: scopeOf(currentActor()), departmentIds },
      from,
      limit + 1,
    );
    return pageOf(rows, limit, presentCaseLine, ({ courtCase }) => [
      firstFiling(courtCase.instances),
      courtCase.id,
    ]);
  }

  /** Hearings of a month by day and time; also those that were cancelled or moved. */
  async calendar(month: Month, department?: string): Promise<CalendarHearingResponse[]> {
    const [from, to] = [firstDayOf(month), lastDayOf(month)];
    const filter = { scope: scopeOf(currentActor()), departmentIds: await this.departmentIds(department) };
    const cases = await this.lists.heardBetween(from, to, filter);
    return presentCalendar(
      cases.map(({ courtCase }) => courtCase),
      { from, to },
      await this.view(),
    );
  }

  private async departmentIds(department?: string): Promise<string[]> {
    return department === undefined ? [] : [await this.codes.idOf(department)];
  }

  private async view(): Promise<HearingView> {
    const rules = await this.settings.hearingRules();
    return { today: this.clock.today(), rules, scope: await this.codes.scopeCode() };
  }
}
