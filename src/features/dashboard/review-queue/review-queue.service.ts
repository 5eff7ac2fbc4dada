import { Injectable } from '@nestjs/common';
import { NO_DEPARTMENT } from '../../../platform/auth/actor.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { scopeOf } from '../../../platform/auth/scope.js';
import { Clock } from '../../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { WhichLedger } from '../which-ledger.js';
import { presentQueued, type ReviewQueueView } from './present-queue.js';
import type { ReviewQueueQuery } from './review-queue-requests.js';
import { ReviewQueueStore, type QueueFilter } from './review-queue.store.js';

/** 审核: what the office has to review, the oldest first. */
@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly store: ReviewQueueStore,
    private readonly ledgers: WhichLedger,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  async page(query: ReviewQueueQuery): Promise<ReviewQueueView> {
    const filter = await this.filterOf(query);
    const after = query.after === undefined ? null : decodeCursor(query.after, 2);
    const rows = await this.store.page(filter, after, query.limit + 1);
    const departments = new Map(
      (await this.organization.departments(this.clock.today())).map((each) => [each.id, each]),
    );
    const page = pageOf(
      rows,
      query.limit,
      (row) => presentQueued(row, departments.get(row.departmentId)),
      ({ submittedAt, id }) => [submittedAt, id],
    );
    return { total: await this.store.count(filter), ...page };
  }

  private async filterOf(query: ReviewQueueQuery): Promise<QueueFilter> {
    const { ledger, month, department, state, late } = query;
    const scope = scopeOf(currentActor());
    const filter: QueueFilter = { scope, states: state.split(','), lateOnly: late === 'true' };
    if (ledger !== undefined) filter.ledgerId = (await this.ledgers.find(ledger)).id;
    if (month !== undefined) filter.month = month;
    if (department !== undefined)
      filter.departmentId = (await this.organization.departmentByCode(department))?.id ?? NO_DEPARTMENT;
    return filter;
  }
}
