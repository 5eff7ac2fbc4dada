import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { marks } from '../database/placeholders.js';
import type { OutboxMessage } from './outbox-message.entity.js';
import type { ProcessSeen } from './process-seen.entity.js';
import type { ScheduleRun } from './schedule-run.entity.js';

/** A slot as the page of background work shows it. */
export type RunRow = Omit<ScheduleRun, 'result'>;
/** An event as that page shows it; what it carries is business and stays out. */
export type EventRow = Omit<OutboxMessage, 'payload' | 'doneAt'>;

/** Which slots: in one of these states; `deadAt` leaves those whose lease had run out by that instant. */
export interface RunFilter {
  states: readonly string[];
  deadAt?: number;
  job?: string;
}

/** Which events: in one of these states; `before` leaves those put before that instant. */
export interface EventFilter {
  states: readonly string[];
  before?: number;
}

const RUN = `job, slot, state, fence, attempts, made_up AS "madeUp", owner, lease_until AS "leaseUntil", cursor, error,
  started_at AS "startedAt", finished_at AS "finishedAt"`;
const EVENT = `id, topic, key, state, tries, next_at AS "nextAt", created_at AS "createdAt", last_error AS "lastError"`;
const PROCESS = `id, role, works, host, pid, version, transport, transport_reason AS "transportReason",
  transport_since AS "transportSince", started_at AS "startedAt", seen_at AS "seenAt"`;

/** What stands in the tables of background work: asked by a page, and marked to be tried again. */
@Injectable()
export class QueueStore {
  constructor(private readonly db: Database) {}

  /** Processes, those that work first, the last started first. */
  processes(): Promise<ProcessSeen[]> {
    return this.db.read(`SELECT ${PROCESS} FROM process_seen ORDER BY works DESC, started_at DESC, id`);
  }

  /** How many slots are under way. */
  async runsUnderWay(): Promise<number> {
    const [row] = await this.db.read<{ n: number }>(
      `SELECT CAST(COUNT(*) AS integer) AS n FROM schedule_run WHERE state = 'RUNNING'`,
    );
    return row?.n ?? 0;
  }

  /** How many events wait. */
  async eventsWaiting(): Promise<number> {
    const [row] = await this.db.read<{ n: number }>(
      `SELECT CAST(COUNT(*) AS integer) AS n FROM outbox WHERE state = 'WAITING'`,
    );
    return row?.n ?? 0;
  }

  /** Slots, the last begun first, after `[startedAt, job, slot]`; at most `limit`. */
  runs(
    { states, deadAt, job }: RunFilter,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<RunRow[]> {
    const conditions = [`state IN (${marks(states)})`];
    const values: unknown[] = [...states];
    const add = (condition: string, ...more: unknown[]): void => {
      conditions.push(condition);
      values.push(...more);
    };
    if (deadAt !== undefined) add('lease_until < ?', deadAt);
    if (job !== undefined) add('job = ?', job);
    if (after) {
      const [at, lastJob, lastSlot] = after;
      add('(started_at < ? OR (started_at = ? AND (job, slot) > (?, ?)))', at, at, lastJob, lastSlot);
    }
    return this.db.read(
      `SELECT ${RUN} FROM schedule_run WHERE ${conditions.join(' AND ')} ORDER BY started_at DESC, job, slot LIMIT ${limit}`,
      values,
    );
  }

  async run(job: string, slot: string): Promise<RunRow | null> {
    const rows = await this.db.read<RunRow>(`SELECT ${RUN} FROM schedule_run WHERE job = ? AND slot = ?`, [
      job,
      slot,
    ]);
    return rows[0] ?? null;
  }

  /** What each slot below another has told of itself: its result once it is done, until then its cursor. */
  async toldBelow(job: string, slot: string): Promise<string[]> {
    const rows = await this.db.read<{ told: string }>(
      `SELECT COALESCE(result, cursor) AS told FROM schedule_run WHERE job = ? AND slot > ? AND slot < ?`,
      [job, `${slot}/`, `${slot}0`],
    );
    return rows.map(({ told }) => told);
  }

  /** Slots that have begun and are not done, as `job slot`. */
  async begun(): Promise<Set<string>> {
    const rows = await this.db.read<{ job: string; slot: string }>(
      `SELECT job, slot FROM schedule_run WHERE state IN ('RUNNING', 'FAILED')`,
    );
    return new Set(rows.map(({ job, slot }) => `${job} ${slot}`));
  }

  /**
   * Counts the number of a slot up that failed, or that its process has left, so that a second word about the same attempt
   * comes too late; false when it is being worked or was tried since.
   */
  async askForRun({ job, slot, fence }: RunRow, now: number): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE schedule_run SET fence = fence + 1 WHERE job = ? AND slot = ? AND fence = ?
          AND (state = 'FAILED' OR (state = 'RUNNING' AND lease_until < ?))`,
      [job, slot, fence, now],
    );
    return affected === 1;
  }

  /** Events, the next due first, after `[nextAt, id]`; at most `limit`. */
  events(
    { states, before }: EventFilter,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<EventRow[]> {
    const conditions = [`state IN (${marks(states)})`];
    const values: unknown[] = [...states];
    if (before !== undefined) {
      conditions.push('created_at < ?');
      values.push(before);
    }
    if (after) {
      conditions.push('(next_at, id) > (?, ?)');
      values.push(...after);
    }
    return this.db.read(
      `SELECT ${EVENT} FROM outbox WHERE ${conditions.join(' AND ')} ORDER BY next_at, id LIMIT ${limit}`,
      values,
    );
  }

  async event(id: string): Promise<EventRow | null> {
    const rows = await this.db.read<EventRow>(`SELECT ${EVENT} FROM outbox WHERE id = ?`, [id]);
    return rows[0] ?? null;
  }

  /**
   * Lets an event that failed be tried now; its tries go on being counted, so that one that was given up has one more. False
   * when a process is at it this very moment.
   */
  async askForEvent({ id, tries }: EventRow, now: number): Promise<boolean> {
    const lock = this.db.isPostgres ? ' FOR UPDATE SKIP LOCKED' : '';
    const { affected } = await this.db.write(
      `UPDATE outbox SET state = 'WAITING', next_at = ?
        WHERE id = (SELECT id FROM outbox WHERE id = ? AND tries = ? AND state IN ('WAITING', 'DEAD')${lock})`,
      [now, id, tries],
    );
    return affected === 1;
  }
}
