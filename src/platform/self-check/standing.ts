import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AnchorStanding } from '../anchors/anchor-standing.js';
import type { StandingKey } from './counters.js';

/**
 * Counters that must be 0 and cost little: slots whose last attempt failed, runs without a sign of life that nobody has
 * taken over, events that wait longer than an hour or were given up, places that anchors do not arrive at, a database that
 * shows this process every row whatever it says it may see.
 */
export type Standing = Record<StandingKey, number>;

const HOUR_MS = 3_600_000;
/** Well beyond the longest lease; the next look of any process takes such a run over. */
const ABANDONED_MS = 1_200_000;

/** Counts what must not be. Every process gives the same answer, since it asks the tables. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly anchors: AnchorStanding,
  ) {}

  async read(): Promise<Standing> {
    const now = this.clock.now();
    const runs = await this.db.read<{ failed: number; abandoned: number }>(
      `SELECT COALESCE(SUM(CASE WHEN state = 'FAILED' THEN 1 ELSE 0 END), 0) AS failed,
              COALESCE(SUM(CASE WHEN state = 'RUNNING' AND lease_until < ? THEN 1 ELSE 0 END), 0) AS abandoned
         FROM schedule_run WHERE state IN ('FAILED', 'RUNNING')`,
      [now - ABANDONED_MS],
    );
    const events = await this.db.read<{ overdue: number; dead: number }>(
      `SELECT COALESCE(SUM(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END), 0) AS overdue,
              COALESCE(SUM(CASE WHEN state = 'DEAD' THEN 1 ELSE 0 END), 0) AS dead
         FROM outbox WHERE state = 'DEAD' OR (state = 'WAITING' AND created_at < ?)`,
      [now - HOUR_MS],
    );
    return {
      failedSlots: Number(runs[0]?.failed ?? 0),
      abandonedRuns: Number(runs[0]?.abandoned ?? 0),
      outboxOverdue: Number(events[0]?.overdue ?? 0),
      outboxDead: Number(events[0]?.dead ?? 0),
      rowSecurityBypassed: Number(await this.db.isPastTheWall()),
      anchorsOverdue: (await this.anchors.read()).overdue,
    };
  }
}
