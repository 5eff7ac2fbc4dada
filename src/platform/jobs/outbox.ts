import type { Clock } from '../clock/clock.js';
import type { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import type { JobRegistry } from './job-registry.js';
import type { Transport } from './transport.js';

const MAX_TRIES = 12;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/** Events written with the change they tell of, and worked after its commit. */
export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly transport: Transport,
  ) {}

  /** Writes an event in the open unit; the same topic and key are kept once. */
  async put(topic: string, key: string, payload: object): Promise<void> {
    this.registry.handler(topic);
    const id = newId();
    const now = this.clock.now();
    const { affected } = await this.db.write(
      `INSERT INTO outbox (id, topic, key, payload, state, tries, next_at, created_at)
       VALUES (?, ?, ?, ?, 'WAITING', 0, ?, ?) ON CONFLICT DO NOTHING`,
      [id, topic, key, JSON.stringify(payload), now, now],
    );
    if (affected === 1)
      this.db.unitOfWork.required().afterCommit.push(() => this.transport.ring([{ kind: 'outbox', id }]));
  }

  /**
   * Works one event if it still waits, is due and no other process is at it; its effect and its mark are one unit. Gives
   * whether it was this call that tried it.
   */
  async work(id: string): Promise<boolean> {
    let isOurs = false;
    try {
      await this.db.unitOfWork.run(async () => {
        const event = await this.claim(id);
        if (!event) return;
        isOurs = true;
        await this.registry.handler(event.topic).handle(JSON.parse(event.payload));
      });
    } catch (error) {
      await this.postpone(id, error instanceof Error ? error.message : String(error));
    }
    return isOurs;
  }

  /** Works everything that waits and is due; gives how many rows were tried. The poll behind every transport. */
  async workDue(limit = 500): Promise<number> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM outbox WHERE state = 'WAITING' AND next_at <= ? ORDER BY created_at, id LIMIT ${limit}`,
      [this.clock.now()],
    );
    let tried = 0;
    for (const { id } of rows) if (await this.work(id)) tried += 1;
    return tried;
  }

  /** Several processes poll the same rows: on PostgreSQL one that another has locked is passed over, not waited for. */
  private async claim(id: string): Promise<{ topic: string; payload: string } | undefined> {
    const now = this.clock.now();
    const lock = this.db.isPostgres ? ' FOR UPDATE SKIP LOCKED' : '';
    const { rows } = await this.db.write<{ topic: string; payload: string }>(
      `UPDATE outbox SET state = 'DONE', done_at = ?
        WHERE id = (SELECT id FROM outbox WHERE id = ? AND state = 'WAITING' AND next_at <= ?${lock})
       RETURNING topic, payload`,
      [now, id, now],
    );
    return rows[0];
  }

  private async postpone(id: string, error: string): Promise<void> {
    await this.db.unitOfWork.run(async () => {
      const rows = await this.db.read<{ tries: number }>('SELECT tries FROM outbox WHERE id = ?', [id]);
      const tries = (rows[0]?.tries ?? 0) + 1;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
      await this.db.write(
        `UPDATE outbox SET tries = ?, next_at = ?, last_error = ?, state = ? WHERE id = ? AND state = 'WAITING'`,
        [tries, this.clock.now() + pause, error.slice(0, 2000), tries >= MAX_TRIES ? 'DEAD' : 'WAITING', id],
      );
    });
  }
}
