import { Injectable } from '@nestjs/common';
import { NO_FAILURES, type Failures } from '../../domain/access/sign-in-throttle.js';
import { Database } from '../../platform/database/database.js';

/** The only file that knows the tables of failed sign-ins and known devices. */
@Injectable()
export class ThrottleStore {
  constructor(private readonly db: Database) {}

  async read(key: string): Promise<Failures> {
    const rows = await this.db.read<Failures>(
      `SELECT failures, last_failure_at AS "lastFailureAt", blocked_until AS "blockedUntil"
       FROM sign_in_throttle WHERE key = ?`,
      [key],
    );
    return rows[0] ?? NO_FAILURES;
  }

  /**
   * Reads a record that is about to be changed; until the unit ends nobody else can, so that tries at the same moment
   * (PostgreSQL, several processes) do not overwrite one another's count.
   */
  async take(key: string): Promise<Failures> {
    const { rows } = await this.db.write<Failures>(
      `INSERT INTO sign_in_throttle (key, failures, last_failure_at, blocked_until) VALUES (?, 0, 0, 0)
       ON CONFLICT (key) DO UPDATE SET failures = sign_in_throttle.failures
       RETURNING failures, last_failure_at AS "lastFailureAt", blocked_until AS "blockedUntil"`,
      [key],
    );
    return rows[0] ?? NO_FAILURES;
  }

  async write(key: string, { failures, lastFailureAt, blockedUntil }: Failures): Promise<void> {
    await this.db.write(
      `INSERT INTO sign_in_throttle (key, failures, last_failure_at, blocked_until) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_failure_at = excluded.last_failure_at,
         blocked_until = excluded.blocked_until`,
      [key, failures, lastFailureAt, blockedUntil],
    );
  }

  /** Puts a record back as it was before a claim, unless something else was counted since. */
  async giveBack(key: string, claimed: Failures, before: Failures): Promise<void> {
    await this.db.write(
      `UPDATE sign_in_throttle SET failures = ?, last_failure_at = ?, blocked_until = ?
       WHERE key = ? AND failures = ? AND last_failure_at = ?`,
      [
        before.failures,
        before.lastFailureAt,
        before.blockedUntil,
        key,
        claimed.failures,
        claimed.lastFailureAt,
      ],
    );
  }

  async clear(key: string): Promise<void> {
    await this.db.write('DELETE FROM sign_in_throttle WHERE key = ?', [key]);
  }

  /** True when this browser has signed in to the account before. */
  async isKnownDevice(tokenSha256: string, accountId: string): Promise<boolean> {
    const rows = await this.db.read('SELECT 1 FROM known_device WHERE token_sha256 = ? AND account_id = ?', [
      tokenSha256,
      accountId,
    ]);
    return rows.length > 0;
  }

  /** True when this program has given the cookie to some browser. */
  async isIssued(tokenSha256: string): Promise<boolean> {
    return (
      (await this.db.read('SELECT 1 FROM known_device WHERE token_sha256 = ?', [tokenSha256])).length > 0
    );
  }

  async rememberDevice(tokenSha256: string, accountId: string, now: number): Promise<void> {
    await this.db.write(
      `INSERT INTO known_device (token_sha256, account_id, last_used_at) VALUES (?, ?, ?)
       ON CONFLICT (token_sha256, account_id) DO UPDATE SET last_used_at = excluded.last_used_at`,
      [tokenSha256, accountId, now],
    );
  }

  /** Deletes counts and browsers that have not been used since an instant; gives how many. */
  async forget(before: number): Promise<number> {
    const counts = await this.db.write('DELETE FROM sign_in_throttle WHERE last_failure_at < ?', [before]);
    const devices = await this.db.write('DELETE FROM known_device WHERE last_used_at < ?', [before]);
    return counts.affected + devices.affected;
  }

  /** Forgets every browser of an account, as after a reset of its password. */
  async forgetDevices(accountId: string): Promise<void> {
    await this.db.write('DELETE FROM known_device WHERE account_id = ?', [accountId]);
  }
}
