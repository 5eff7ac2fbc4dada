import type { Clock } from '../clock/clock.js';
import type { Database } from '../database/database.js';
import { LEASE_MS, LeaseLostError, standingOf, type Claim, type Held, type Standing } from './claim.js';

/**
 * The table of job × slot. The unique key is the lock, the finished rows are the watermark, and the fencing number
 * makes wrong clocks and paused processes harmless: whoever holds an older number cannot write.
 */
export class RunLedger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly owner: string,
    private readonly leaseMs = LEASE_MS,
    private readonly onRefused: () => void = () => undefined,
  ) {}

  /** Claims a slot; null when it is done or another process works it. */
  async claim(job: string, slot: string, madeUp: boolean): Promise<Claim | null> {
    return this.db.unitOfWork.run(async () => {
      await this.lockExclusively(job, slot);
      const now = this.clock.now();
      const lease = now + this.leaseMs;
      const inserted = await this.db.write(
        `INSERT INTO schedule_run (job, slot, state, fence, attempts, made_up, owner, lease_until, cursor, started_at)
         VALUES (?, ?, 'RUNNING', 1, 1, ?, ?, ?, '', ?) ON CONFLICT DO NOTHING`,
        [job, slot, madeUp ? 1 : 0, this.owner, lease, now],
      );
      if (inserted.affected === 1) return { job, slot, fence: 1, cursor: '', madeUp };
      return this.takeOver(job, slot, now);
    });
  }

  /** First write of every unit of a run: renews the lease, or throws LeaseLostError. */
  async renew(claim: Claim): Promise<void> {
    await this.guarded(claim, 'lease_until = ?', [this.clock.now() + this.leaseMs]);
  }

  /** Writes how far the run has come; inside the unit that did the work. */
  async advance(claim: Claim, cursor: string): Promise<void> {
    await this.guarded(claim, 'cursor = ?', [cursor]);
  }

  /** Marks the slot done; inside the unit that did its last work. */
  async done(claim: Claim, result: object): Promise<void> {
    await this.guarded(claim, `state = 'DONE', result = ?, error = NULL, finished_at = ?`, [
      JSON.stringify(result),
      this.clock.now(),
    ]);
  }

  /** Marks the attempt failed; the next tick tries again. A lost lease is not a failure of the slot. */
  async failed(claim: Claim, error: string): Promise<void> {
    await this.db.unitOfWork.run(() =>
      this.db.write(
        `UPDATE schedule_run SET state = 'FAILED', error = ?
          WHERE job = ? AND slot = ? AND fence = ? AND state = 'RUNNING'`,
        [error.slice(0, 2000), claim.job, claim.slot, claim.fence],
      ),
    );
  }

  /** Gives a slot back that was not ended, so that nobody has to wait for the lease; its cursor stays. */
  async release(claim: Claim): Promise<void> {
    await this.db.unitOfWork.run(() =>
      this.db.write(
        `UPDATE schedule_run SET lease_until = 0 WHERE job = ? AND slot = ? AND fence = ? AND state = 'RUNNING'`,
        [claim.job, claim.slot, claim.fence],
      ),
    );
  }

  /**
   * True when the slot was finished by this very claim: asked when the COMMIT of its last step got no answer. The server may
   * still be at that COMMIT; its lock on the row is waited for, so that the answer is what became of it.
   */
  async isDoneBy({ job, slot, fence }: Claim): Promise<boolean> {
    const lock = this.db.isPostgres ? ' FOR UPDATE' : '';
    const rows = await this.db.unitOfWork.run(() =>
      this.db.read<{ state: string }>(
        `SELECT state FROM schedule_run WHERE job = ? AND slot = ? AND fence = ?${lock}`,
        [job, slot, fence],
      ),
    );
    return rows[0]?.state === 'DONE';
  }

  /** Marks a missed slot as represented by a later one. */
  async collapse(job: string, slot: string, into: string): Promise<void> {
    const now = this.clock.now();
    await this.db.write(
      `INSERT INTO schedule_run (job, slot, state, fence, attempts, made_up, owner, lease_until, cursor, started_at, finished_at, result)
       VALUES (?, ?, 'COLLAPSED', 0, 0, 1, ?, 0, '', ?, ?, ?) ON CONFLICT DO NOTHING`,
      [job, slot, this.owner, now, now, JSON.stringify({ into })],
    );
  }

  /**
   * Settles slots that a later one has made good, failed ones and those whose process died over them; of jobs of which the
   * newest slot counts. Slots of one scope are alike up to their last slash and sort by time after it.
   */
  async makeGood(job: string, slot: string): Promise<void> {
    const scope = slot.slice(0, slot.lastIndexOf('/') + 1);
    const now = this.clock.now();
    await this.db.write(
      `UPDATE schedule_run SET state = 'COLLAPSED', finished_at = ?, result = ?
        WHERE job = ? AND slot >= ? AND slot < ? AND (state = 'FAILED' OR (state = 'RUNNING' AND lease_until < ?))`,
      [now, JSON.stringify({ into: slot }), job, scope, slot, now],
    );
  }

  /** Drops ended slots of a job whose watermark is the newest slot alone, begun before an instant; within a unit. */
  async forget(job: string, before: number): Promise<void> {
    await this.db.write(`DELETE FROM schedule_run WHERE job = ? AND started_at < ? AND state <> 'RUNNING'`, [
      job,
      before,
    ]);
  }

  /** The last attempt of a job that failed and was not made good in the same slot. */
  async lastFailure(job: string): Promise<{ at: number; error: string } | null> {
    const rows = await this.db.read<{ at: number; error: string }>(
      `SELECT started_at AS at, error FROM schedule_run WHERE job = ? AND state = 'FAILED'
        ORDER BY started_at DESC LIMIT 1`,
      [job],
    );
    return rows[0] ?? null;
  }

  /** Slots of a job that need no more work. */
  async settled(job: string): Promise<Set<string>> {
    const rows = await this.db.read<{ slot: string }>(
      `SELECT slot FROM schedule_run WHERE job = ? AND state IN ('DONE', 'COLLAPSED')`,
      [job],
    );
    return new Set(rows.map((row) => row.slot));
  }

  /** True once the slot is done. Any feature may ask; a month is frozen when its freeze slot is done. */
  async isDone(job: string, slot: string): Promise<boolean> {
    return (await this.stateOf(job, slot)) === 'DONE';
  }

  /**
   * True once work on the slot has begun. Asked inside a unit, it also keeps the slot from beginning before that unit
   * ends (PostgreSQL; on SQLite units run one at a time anyway), so nothing slips in between the question and the write.
   */
  async hasBegun(job: string, slot: string): Promise<boolean> {
    if (this.db.isPostgres && this.db.unitOfWork.current()) {
      await this.db.write('SELECT pg_advisory_xact_lock_shared(hashtext(?))', [`${job} ${slot}`]);
    }
    return (await this.stateOf(job, slot)) !== null;
  }

  /** Slots of a job that are being worked, with how far they have come. */
  async running(job: string): Promise<{ slot: string; cursor: string }[]> {
    return this.db.read(
      `SELECT slot, cursor FROM schedule_run WHERE job = ? AND state = 'RUNNING' ORDER BY slot`,
      [job],
    );
  }

  /** How far a slot has come, in its job's own words; empty where it has not begun. */
  async cursorOf(job: string, slot: string): Promise<string> {
    const rows = await this.db.read<{ cursor: string }>(
      'SELECT cursor FROM schedule_run WHERE job = ? AND slot = ?',
      [job, slot],
    );
    return rows[0]?.cursor ?? '';
  }

  /**
   * How each slot of a job below a key (`<below>/…`) stands that was ever begun; the others are free. By the rule of the
   * claim, so that what is called free here is given to whoever is first to ask.
   */
  async standingBelow(job: string, below: string): Promise<Map<string, Standing>> {
    // Keys compare by bytes, and the digit 0 comes right after the stroke.
    const rows = await this.db.read<Held & { slot: string }>(
      `SELECT slot, state, owner, fence, lease_until AS lease FROM schedule_run WHERE job = ? AND slot > ? AND slot < ?`,
      [job, `${below}/`, `${below}0`],
    );
    const now = this.clock.now();
    return new Map(rows.map((row) => [row.slot, standingOf(row, now)]));
  }

  /** JSON result of a finished slot, or null. */
  async resultOf<T>(job: string, slot: string): Promise<T | null> {
    const rows = await this.db.read<{ result: string | null }>(
      `SELECT result FROM schedule_run WHERE job = ? AND slot = ? AND state = 'DONE'`,
      [job, slot],
    );
    return rows[0]?.result ? (JSON.parse(rows[0].result) as T) : null;
  }

  /** Takes a slot that another has begun and that is free again. */
  private async takeOver(job: string, slot: string, now: number): Promise<Claim | null> {
    const [held] = await this.db.read<Held>(
      'SELECT state, owner, fence, lease_until AS lease FROM schedule_run WHERE job = ? AND slot = ?',
      [job, slot],
    );
    if (!held || standingOf(held, now) !== 'FREE') return null;
    const { rows } = await this.db.write<{ fence: number; cursor: string; made_up: number }>(
      `UPDATE schedule_run SET state = 'RUNNING', fence = fence + 1, attempts = attempts + 1, owner = ?, lease_until = ?
        WHERE job = ? AND slot = ? AND fence = ? AND state = ? RETURNING fence, cursor, made_up`,
      [this.owner, now + this.leaseMs, job, slot, held.fence, held.state],
    );
    const row = rows[0];
    return row ? { job, slot, fence: row.fence, cursor: row.cursor, madeUp: row.made_up === 1 } : null;
  }

  private async stateOf(job: string, slot: string): Promise<string | null> {
    const rows = await this.db.read<{ state: string }>(
      'SELECT state FROM schedule_run WHERE job = ? AND slot = ?',
      [job, slot],
    );
    return rows[0]?.state ?? null;
  }

  private async lockExclusively(job: string, slot: string): Promise<void> {
    if (this.db.isPostgres)
      await this.db.write('SELECT pg_advisory_xact_lock(hashtext(?))', [`${job} ${slot}`]);
  }

  private async guarded(claim: Claim, assignments: string, values: unknown[]): Promise<void> {
    const { affected } = await this.db.write(
      `UPDATE schedule_run SET ${assignments} WHERE job = ? AND slot = ? AND fence = ? AND state = 'RUNNING'`,
      [...values, claim.job, claim.slot, claim.fence],
    );
    if (affected === 1) return;
    this.onRefused();
    throw new LeaseLostError(claim);
  }
}
