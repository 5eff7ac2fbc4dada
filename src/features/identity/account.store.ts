import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { likeText } from '../../platform/database/like-text.js';
import { updateVersioned } from '../../platform/database/version.js';
import { AccountPassword } from './account-password.entity.js';
import { Account } from './account.entity.js';

export const DUTIES = ['SYSADMIN', 'SECADMIN', 'AUDITOR'] as const;
export type Duty = (typeof DUTIES)[number];

/** An account as it is kept. */
export type AccountRecord = Omit<Account, 'duty'> & { duty: Duty | null };

/** The only file that knows the tables of accounts and their passwords. */
@Injectable()
export class AccountStore {
  constructor(private readonly db: Database) {}

  async one(id: string): Promise<AccountRecord | null> {
    return (await this.db.reader.findOneBy(Account, { id })) as AccountRecord | null;
  }

  async byUsername(username: string): Promise<AccountRecord | null> {
    return (await this.db.reader.findOneBy(Account, { username })) as AccountRecord | null;
  }

  async count(): Promise<number> {
    return this.db.reader.count(Account);
  }

  /** Accounts by user name, from after one; with part of the user name or name where asked. */
  async page(q: string | null, after: string, limit: number): Promise<AccountRecord[]> {
    const query = this.db.reader
      .createQueryBuilder(Account, 'a')
      .where('a.username > :after', { after })
      .orderBy('a.username')
      .take(limit);
    if (q !== null)
      query.andWhere(`(a.username LIKE :q ESCAPE '!' OR a.name LIKE :q ESCAPE '!')`, {
        q: `%${likeText(q)}%`,
      });
    return (await query.getMany()) as AccountRecord[];
  }

  /** Every account by user name. */
  async all(): Promise<AccountRecord[]> {
    return (await this.db.reader.find(Account, { order: { username: 'ASC' } })) as AccountRecord[];
  }

  /** Accounts that may sign in, save those of the demonstration. */
  async active(): Promise<AccountRecord[]> {
    const where = { state: 'ACTIVE', isDemonstration: 0 };
    return (await this.db.reader.find(Account, { where, order: { username: 'ASC' } })) as AccountRecord[];
  }

  async add(account: AccountRecord): Promise<void> {
    await this.db.writer.insert(Account, account);
  }

  /** Changes an account if it still has the version given. */
  async change(
    account: Pick<AccountRecord, 'id' | 'version'>,
    changes: Partial<AccountRecord>,
  ): Promise<void> {
    await updateVersioned(this.db, Account, account, changes);
  }

  /** Counts a failed sign-in; no version, since it changes nothing anybody edits. */
  async countFailure(id: string): Promise<void> {
    await this.db.write('UPDATE account SET failed_since = failed_since + 1 WHERE id = ?', [id]);
  }

  async signedIn(id: string, now: number): Promise<void> {
    await this.db.write('UPDATE account SET failed_since = 0, last_sign_in_at = ? WHERE id = ?', [now, id]);
  }

  /** The newest passwords of an account, newest first. */
  async passwords(accountId: string, most: number): Promise<AccountPassword[]> {
    return this.db.reader.find(AccountPassword, {
      where: { accountId },
      order: { setAt: 'DESC', id: 'DESC' },
      take: most,
    });
  }

  async addPassword(accountId: string, hash: string, setAt: number): Promise<void> {
    await this.db.writer.insert(AccountPassword, { id: newId(), accountId, hash, setAt });
  }
}
