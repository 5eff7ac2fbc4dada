import { Injectable } from '@nestjs/common';
import { NO_DEPARTMENT, type Actor } from '../../../platform/auth/actor.js';
import { ofDepartment, scopeOf } from '../../../platform/auth/scope.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { handsOf } from './next-rung.js';
import { presentRequest, type RequestPageView, type RequestView } from './present-requests.js';
import type { RequestListQuery } from './request-list-requests.js';
import { RequestListStore, type RequestFilter } from './request-list.store.js';

/** More than any department ever has pending. */
const MOST_PENDING = 1000;

/** 延期、办结申请: one list of both kinds. */
@Injectable()
export class RequestListService {
  constructor(
    private readonly store: RequestListStore,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** One page. What waits comes oldest first, everything else newest first. */
  async page(query: RequestListQuery): Promise<RequestPageView> {
    const after = query.after === undefined ? null : decodeCursor(query.after, 2);
    const order = query.box === 'waiting' ? 'ASC' : 'DESC';
    const rows = await this.store.page(await this.filterOf(query), order, after, query.limit + 1);
    const departments = new Map(
      (await this.organization.departments(this.clock.today())).map((each) => [each.id, each]),
    );
    return pageOf(
      rows,
      query.limit,
      (row) => presentRequest(row, departments.get(row.departmentId)),
      ({ askedOn, id }) => [askedOn, id],
    );
  }

  /** How many wait for an actor, and since when the oldest does. */
  waiting(actor: Actor, kind?: 'EXTENSION' | 'CLOSE_OUT'): Promise<{ n: number; oldest: string | null }> {
    const base = { scope: scopeOf(actor), waitingFor: waitingFor(actor) };
    return this.store.count(kind === undefined ? base : { ...base, kind });
  }

  /** A department's own requests that nobody has decided yet, oldest first; a department has few. */
  async pending(departmentId: string): Promise<RequestView[]> {
    const filter = { scope: ofDepartment(departmentId), departmentId, pendingOnly: true };
    const rows = await this.store.page(filter, 'ASC', null, MOST_PENDING);
    return rows.map((row) => presentRequest(row, undefined));
  }

  private async filterOf({ box, department, kind, state, ledger, task }: RequestListQuery) {
    const actor = currentActor();
    const filter: RequestFilter = { scope: scopeOf(actor), kind, state, ledger, task };
    if (department !== undefined) filter.departmentId = await this.idOf(department);
    if (box === 'mine') filter.departmentId = actor.departmentId ?? NO_DEPARTMENT;
    if (box === 'waiting') filter.waitingFor = waitingFor(actor);
    return filter;
  }

  private async idOf(code: string): Promise<string> {
    return (await this.organization.departmentByCode(code))?.id ?? NO_DEPARTMENT;
  }
}

function waitingFor(actor: Actor): NonNullable<RequestFilter['waitingFor']> {
  return { post: actor.post, hands: handsOf(actor.role) };
}
