import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import {
  closeOutRequestLifecycle,
  type CloseOutRequestDeed,
  type CloseOutRequestState,
} from '../../domain/task/close-out-request-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { staleVersion } from '../../platform/database/version.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { CLOSEOUT_DECIDED, type CloseOutDecided } from '../ledger/close-out-decided.topic.js';
import { LedgerReader, type TaskFacts } from '../ledger/ledger.reader.js';
import { closeOutNotFound, taskNotFound } from './close-out.errors.js';
import { CloseOutStore, type CloseOutRecord } from './close-out.store.js';
import { maySeeTask } from './reporting.policy.js';

/** Lays a close-out request before a deed and puts it back; the ledger hears of every step and moves the task. */
@Injectable()
export class CloseOutDesk {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly requests: CloseOutStore,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** The task; one the actor's department has no part in is not found. */
  async task(taskId: string): Promise<TaskFacts> {
    const task = await this.ledgers.task(taskId);
    if (!task || !maySeeTask(currentActor(), task.assignments)) throw taskNotFound();
    return task;
  }

  /** A request of a task the actor may see. With a version: refuses a stale one. */
  async open(
    taskId: string,
    id: string,
    version?: number,
  ): Promise<{ task: TaskFacts; request: CloseOutRecord }> {
    const task = await this.task(taskId);
    const request = await this.requests.ofTask(taskId, id);
    if (!request) throw closeOutNotFound();
    if (version !== undefined && request.version !== version)
      throw staleVersion('close_out_request', request, version);
    return { task, request };
  }

  /** Keeps a new request and tells the ledger. */
  async add(request: CloseOutRecord): Promise<void> {
    await this.requests.insert(request);
    this.audit.record({
      operation: 'reporting.close-out.request',
      objectKind: 'close_out_request',
      objectId: request.id,
      after: request,
    });
    await this.tell(request, 'REQUESTED', request.requestedOn, '');
  }

  /** Does one step of the request's life on a day; refuses what its state does not allow. */
  async act(
    request: CloseOutRecord,
    deed: CloseOutRequestDeed,
    on: Day,
    changes: Partial<CloseOutRecord>,
  ): Promise<void> {
    const state = nextState(closeOutRequestLifecycle, request.state as CloseOutRequestState, deed);
    await this.requests.update(request, { ...changes, state });
    this.audit.record({
      operation: `reporting.close-out.${deed.toLowerCase()}`,
      objectKind: 'close_out_request',
      objectId: request.id,
      before: { state: request.state },
      after: { ...changes, state },
    });
    // Every state a step can lead to is an outcome by the same name; SUBMITTED is where a request begins.
    await this.tell(request, state as CloseOutDecided['outcome'], on, changes.decisionReason ?? '');
  }

  private async tell(
    request: Pick<CloseOutRecord, 'id' | 'taskId' | 'requestedOn'>,
    outcome: CloseOutDecided['outcome'],
    decidedOn: Day,
    reason: string,
  ): Promise<void> {
    const { id, taskId, requestedOn } = request;
    const told: CloseOutDecided = { taskId, requestedOn, outcome, decidedOn, reason };
    await this.outbox.put(CLOSEOUT_DECIDED, `${id}/${outcome}`, told);
  }
}
