import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { seeingAll } from '../../../platform/database/sight.js';
import { QueueStore, type EventRow, type RunRow } from '../../../platform/jobs/queue.store.js';
import { FREEZE_JOB, FREEZE_SHARD_JOB, partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import {
  DeliveryQueueReader,
  type DeliveryRow,
  type RobotPaceFacts,
} from '../../reminders/delivery-queue.reader.js';
import { DueSlots, type DueSlotFacts } from './due-slots.js';
import type { SlotGround } from './queue-words.js';
import type { DeliveryStateChoice, EventState, RunState } from './requests.js';
import { runStanding, tasksDone, type RunStanding } from './run-standing.js';

/** How far a run has come: tasks done of so many. */
export interface RunProgress {
  done: number;
  total: number;
}

/** A slot with what a row does not say. */
export interface RunFacts {
  run: RunRow;
  standing: RunStanding;
  progress: RunProgress | null;
}

const HOUR_MS = 3_600_000;
/** More than this are not told one by one. */
const MOST_DUE = 200;
const MOST_ROBOTS = 100;
const UNDELIVERED = ['QUEUED', 'FAILED', 'GIVEN_UP'] as const;

/** The lists of the page of background work. */
@Injectable()
export class QueueLists {
  constructor(
    private readonly store: QueueStore,
    private readonly due: DueSlots,
    private readonly ledgers: LedgerReader,
    private readonly reminders: DeliveryQueueReader,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Slots of a standing, the last begun first. */
  async runs(
    { state, job }: { state: RunState; job?: string },
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<RunFacts[]> {
    const now = this.clock.now();
    const filter = {
      states: state === 'OPEN' ? ['RUNNING', 'FAILED'] : [state === 'STALLED' ? 'RUNNING' : state],
      ...(state === 'STALLED' ? { deadAt: now } : {}),
      ...(job === undefined ? {} : { job }),
    };
    const rows = await this.store.runs(filter, after, limit);
    return Promise.all(
      rows.map(async (run) => {
        const standing = runStanding(run, now);
        return { run, standing, progress: standing === 'RUNNING' ? await this.progressOf(run) : null };
      }),
    );
  }

  /** Slots that are due and not begun, the oldest first, and how many there are. */
  async dueSlots(): Promise<{ items: DueSlotFacts[]; total: number }> {
    const all = await this.due.waiting();
    return { items: all.slice(0, MOST_DUE), total: all.length };
  }

  /** Events, the next due first. */
  events(state: EventState, after: readonly (string | number)[] | null, limit: number): Promise<EventRow[]> {
    const filter =
      state === 'OVERDUE'
        ? { states: ['WAITING'], before: this.clock.now() - HOUR_MS }
        : { states: state === 'OPEN' ? ['DEAD', 'WAITING'] : [state] };
    return this.store.events(filter, after, limit);
  }

  /** Deliveries that have not arrived, the next due first. */
  deliveries(
    { state, means }: { state: DeliveryStateChoice; means?: 'MAIL' | 'ROBOT' },
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<DeliveryRow[]> {
    const states = state === 'OPEN' ? UNDELIVERED : [state];
    return this.reminders.page({ states, ...(means === undefined ? {} : { means }) }, after, limit);
  }

  /** Robots that have something to send. */
  robots(): Promise<RobotPaceFacts[]> {
    return this.reminders.busyRobots(MOST_ROBOTS);
  }

  /** What slots are named by. */
  async slotGround(): Promise<SlotGround> {
    const ledgers = await seeingAll('OPERATION', () => this.ledgers.ledgers());
    return { codes: new Map(ledgers.map(({ id, code }) => [id, code])), zone: this.settings.DIAODU_ZONE };
  }

  /** Of a month that is being frozen: what its shards have done so far, whoever works them. */
  private async progressOf({ job, slot }: RunRow): Promise<RunProgress | null> {
    if (job !== FREEZE_JOB) return null;
    const shards = await this.store.toldBelow(FREEZE_SHARD_JOB, slot);
    const done = shards.reduce((sum, told) => sum + (tasksDone(told) ?? 0), 0);
    const { ledgerId } = partsOfMonthSlot(slot);
    const total = await seeingAll('OPERATION', () => this.ledgers.taskCount(ledgerId));
    return total === 0 ? null : { done: Math.min(done, total), total };
  }
}
