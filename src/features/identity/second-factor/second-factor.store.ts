import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';

/** The only file that knows the tables of authenticators and recovery codes. */
@Injectable()
export class SecondFactorStore {
  constructor(private readonly db: Database) {}

  async of(accountId: string): Promise<SecondFactor | null> {
    return this.db.reader.findOneBy(SecondFactor, { accountId });
  }

  /** Which of some accounts sign in with a second factor. */
  async confirmedAmong(accountIds: readonly string[]): Promise<Set<string>> {
    if (accountIds.length === 0) return new Set();
    const rows = await this.db.read<{ accountId: string }>(
      `SELECT account_id AS "accountId" FROM second_factor
       WHERE confirmed_at IS NOT NULL AND account_id IN (${accountIds.map(() => '?').join(',')})`,
      [...accountIds],
    );
    return new Set(rows.map(({ accountId }) => accountId));
  }

  /** Puts an authenticator in the place of one that was never confirmed; gives false when there is a confirmed one. */
  async begin(accountId: string, sealedSecret: string): Promise<boolean> {
    const { affected } = await this.db.write(
      `INSERT INTO second_factor (account_id, sealed_secret, confirmed_at, last_step) VALUES (?, ?, NULL, 0)
       ON CONFLICT (account_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, last_step = 0
       WHERE second_factor.confirmed_at IS NULL`,
      [accountId, sealedSecret],
    );
    return affected === 1;
  }

  async confirm(accountId: string, now: number): Promise<void> {
    await this.db.write('UPDATE second_factor SET confirmed_at = ? WHERE account_id = ?', [now, accountId]);
  }

  /** Uses up the code of a half minute; gives false when it, or a later one, was used before. */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const { affected } = await this.db.write(
      'UPDATE second_factor SET last_step = ? WHERE account_id = ? AND last_step < ?',
      [step, accountId, step],
    );
    return affected === 1;
  }

  /** Uses up a recovery code; gives false when there is none such, or it was used before. */
  async useRecoveryCode(accountId: string, codeSha256: string, now: number): Promise<boolean> {
    const { affected } = await this.db.write(
      'UPDATE recovery_code SET used_at = ? WHERE account_id = ? AND code_sha256 = ? AND used_at IS NULL',
      [now, accountId, codeSha256],
    );
    return affected === 1;
  }

  async addRecoveryCodes(accountId: string, hashes: readonly string[]): Promise<void> {
    await this.db.writer.insert(
      RecoveryCode,
      hashes.map((codeSha256) => ({ accountId, codeSha256, usedAt: null })),
    );
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    const rows = await this.db.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM recovery_code WHERE account_id = ? AND used_at IS NULL',
      [accountId],
    );
    return Number(rows[0]?.n ?? 0);
  }

  /** Forgets authenticator and recovery codes of an account; gives whether there was a confirmed one. */
  async remove(accountId: string): Promise<boolean> {
    await this.db.write('DELETE FROM recovery_code WHERE account_id = ?', [accountId]);
    const { rows } = await this.db.write<{ confirmedAt: number | null }>(
      'DELETE FROM second_factor WHERE account_id = ? RETURNING confirmed_at AS "confirmedAt"',
      [accountId],
    );
    return rows.some(({ confirmedAt }) => confirmedAt !== null);
  }
}
