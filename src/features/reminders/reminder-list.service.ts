import { Injectable } from '@nestjs/common';
import { departmentScopeOf, NO_DEPARTMENT } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { presentReminderLine, type ReminderListView } from './present-reminder-list.js';
import type { ReminderListQuery } from './reminder-list-requests.js';
import { ReminderListStore, type ReminderFilter } from './reminder-list.store.js';

/** 提醒台账: every rung reached, its paper, delivery, signature and reply. */
@Injectable()
export class ReminderListService {
  constructor(
    private readonly store: ReminderListStore,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  async page({ limit, after, ...query }: ReminderListQuery): Promise<ReminderListView> {
    const today = this.clock.today();
    const from = after === undefined ? null : decodeCursor(after, 2);
    const rows = await this.store.page(await this.filterOf(query), today, from, limit + 1);
    const departments = new Map(
      (await this.organization.departments(today)).map((department) => [department.id, department]),
    );
    return pageOf(
      rows,
      limit,
      (row) => presentReminderLine(row, departments.get(row.departmentId), today),
      ({ sendOn, id }) => [sendOn, id],
    );
  }

  private async filterOf(query: Omit<ReminderListQuery, 'limit' | 'after'>): Promise<ReminderFilter> {
    const { department, ledger, task, overdue, unsigned, ...same } = query;
    return {
      ...same,
      within: scopeOf(currentActor()),
      scope: departmentScopeOf(currentActor()),
      overdueOnly: overdue === 'true',
      unsignedOnly: unsigned === 'true',
      ...(ledger === undefined ? {} : { ledgerId: ledger }),
      ...(task === undefined ? {} : { taskId: task }),
      ...(department === undefined ? {} : { departmentId: await this.idOf(department) }),
    };
  }

  private async idOf(code: string): Promise<string> {
    return (await this.organization.departmentByCode(code))?.id ?? NO_DEPARTMENT;
  }
}
