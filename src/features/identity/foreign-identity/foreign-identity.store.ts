import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { ForeignIdentity } from './foreign-identity.entity.js';

/** Who somebody is to another service. */
export interface ForeignSubject {
  issuer: string;
  subject: string;
}

/** The only file that knows the table of identities at other services. */
@Injectable()
export class ForeignIdentityStore {
  constructor(private readonly db: Database) {}

  /**
   * Ties an account to whom the other service means by it, if neither has been tied yet. Gives false when the account is
   * somebody else's there, or that person is another account's here: a user name that was given anew opens nothing.
   */
  async tie(accountId: string, { issuer, subject }: ForeignSubject, now: number): Promise<boolean> {
    await this.db.write(
      `INSERT INTO foreign_identity (account_id, issuer, subject, linked_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      [accountId, issuer, subject, now],
    );
    const tied = await this.db.reader.findOneBy(ForeignIdentity, { accountId });
    return tied?.issuer === issuer && tied.subject === subject;
  }

  /** Unties an account; the next sign-in from there ties it anew. Gives false when it was not tied. */
  async untie(accountId: string): Promise<boolean> {
    const { affected } = await this.db.write('DELETE FROM foreign_identity WHERE account_id = ?', [
      accountId,
    ]);
    return affected > 0;
  }
}
