import { hostname } from 'node:os';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../clock/clock.js';
import { productVersion } from '../config/product-version.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Logger } from '../log/logger.js';
import { atMost } from '../stop/at-most.js';
import { PROCESS_OWNER } from './run-owner.js';
import { TransportState } from './transport-state.js';

/** APP answers people, WORKER answers nobody; either may work the schedule. */
export type ProcessRole = 'APP' | 'WORKER';

const EVERY_MS = 30_000;
/** Rows of processes that ended without a word are kept as long as somebody may wonder about them. */
const REMEMBERED_MS = 86_400_000;
const STOP_PATIENCE_MS = 1_000;

/** Says twice a minute in the table of processes that this one is there. Commands and tests never begin it. */
@Injectable()
export class ProcessHeart implements BeforeApplicationShutdown {
  private began: { role: ProcessRole; at: number } | null = null;
  private isFailing = false;
  private readonly version = productVersion();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly transport: TransportState,
    @Inject(PROCESS_OWNER) private readonly id: string,
    private readonly log: Logger,
  ) {}

  /** From now on this process is seen. */
  async begin(role: ProcessRole): Promise<void> {
    this.began = { role, at: this.clock.now() };
    await this.beat();
  }

  @Interval(EVERY_MS)
  async beat(): Promise<void> {
    const { began } = this;
    if (!began) return;
    try {
      await this.db.unitOfWork.run(() => this.write(began.role, began.at));
      this.isFailing = false;
    } catch (error) {
      // A database that is away is told by everything else; a process must not end because it could not say that it lives.
      if (!this.isFailing) this.log.warn('本进程未能报到，稍后再试', error);
      this.isFailing = true;
    }
  }

  /** Who goes in an orderly way takes his row along, so that nobody looks for him. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.began) return;
    this.began = null;
    const leaving = this.db.unitOfWork.run(() =>
      this.db.write('DELETE FROM process_seen WHERE id = ?', [this.id]),
    );
    await atMost(
      STOP_PATIENCE_MS,
      leaving.catch(() => undefined),
    );
  }

  private async write(role: ProcessRole, startedAt: number): Promise<void> {
    const now = this.clock.now();
    const { driver, connected, reason, since } = this.transport;
    const transport = driver === 'in-process' ? 'IN_PROCESS' : connected ? 'REDIS' : 'REDIS_LOST';
    const works = role === 'WORKER' || this.settings.DIAODU_JOBS === 'on' ? 1 : 0;
    await this.db.write(
      `INSERT INTO process_seen (id, role, works, host, pid, version, transport, transport_reason, transport_since,
         started_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET transport = excluded.transport, transport_reason = excluded.transport_reason,
         transport_since = excluded.transport_since, seen_at = excluded.seen_at`,
      [
        this.id, role, works, hostname(), process.pid, this.version, transport, reason.slice(0, 500), since, startedAt, now,
      ], // prettier-ignore
    );
    await this.db.write('DELETE FROM process_seen WHERE seen_at < ?', [now - REMEMBERED_MS]);
  }
}
