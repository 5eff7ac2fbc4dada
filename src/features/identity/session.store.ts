import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Session } from './session.entity.js';

/** A session with what the guard must know of its account. */
export interface SessionRow {
  id: string;
  accountId: string;
  postCode: string | null;
  startedAt: number;
  seenAt: number;
  expiresAt: number;
  endedAt: number | null;
  username: string;
  name: string;
  duty: string | null;
  state: string;
  mustChange: number;
  isDemonstration: number;
  means: string;
  /** 1 where an authenticator is bound. */
  hasSecondFactor: number;
  /** When the account's password was set; null when it has none (signs in elsewhere). */
  passwordSetAt: number | null;
}

export type EndedWhy = 'SIGNED_OUT' | 'PASSWORD' | 'DISABLED' | 'ADMINISTRATOR' | 'RESTORED';

/** The only file that knows the table of sessions. */
@Injectable()
export class SessionStore {
  constructor(private readonly db: Database) {}

  async byToken(tokenSha256: string): Promise<SessionRow | null> {
    const rows = await this.db.read<SessionRow>(
      `SELECT s.id, s.account_id AS "accountId", s.post_code AS "postCode", s.started_at AS "startedAt",
         s.seen_at AS "seenAt", s.expires_at AS "expiresAt", s.ended_at AS "endedAt", s.means, a.username, a.name, a.duty, a.state,
         a.must_change AS "mustChange", a.is_demonstration AS "isDemonstration",
         (SELECT COUNT(*) FROM second_factor f
          WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
         (SELECT MAX(w.set_at) FROM account_password w WHERE w.account_id = a.id) AS "passwordSetAt"
       FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_sha256 = ?`,
      [tokenSha256],
    );
    return rows[0] ?? null;
  }

  async expiresAt(id: string): Promise<number | null> {
    return (await this.db.reader.findOneBy(Session, { id }))?.expiresAt ?? null;
  }

  /** Sessions of an account that still open something, the latest used first. */
  async live(accountId: string, seenAfter: number, now: number): Promise<Session[]> {
    return this.db.reader
      .createQueryBuilder(Session, 's')
      .where('s.accountId = :accountId AND s.endedAt IS NULL', { accountId })
      .andWhere('s.seenAt > :seenAfter AND s.expiresAt > :now', { seenAfter, now })
      .orderBy('s.seenAt', 'DESC')
      .getMany();
  }

  async add(session: Session): Promise<void> {
    await this.db.writer.insert(Session, session);
  }

  /** Deletes sessions that could not be used any more at an instant; gives how many. */
  async forget(before: number): Promise<number> {
    return (await this.db.write('DELETE FROM session WHERE expires_at < ?', [before])).affected;
  }

  async changeToken(id: string, tokenSha256: string): Promise<void> {
    await this.db.write('UPDATE session SET token_sha256 = ? WHERE id = ?', [tokenSha256, id]);
  }

  async seen(id: string, now: number): Promise<void> {
    await this.db.write('UPDATE session SET seen_at = ? WHERE id = ? AND ended_at IS NULL', [now, id]);
  }

  async choosePost(id: string, postCode: string): Promise<void> {
    await this.db.write('UPDATE session SET post_code = ? WHERE id = ?', [postCode, id]);
  }

  async end(id: string, why: EndedWhy, now: number): Promise<void> {
    await this.db.write('UPDATE session SET ended_at = ?, ended_why = ? WHERE id = ? AND ended_at IS NULL', [
      now,
      why,
      id,
    ]);
  }

  /** Ends every session of an account, save one where given; gives how many. */
  async endAll(accountId: string, why: EndedWhy, now: number, exceptId = ''): Promise<number> {
    const { affected } = await this.db.write(
      'UPDATE session SET ended_at = ?, ended_why = ? WHERE account_id = ? AND ended_at IS NULL AND id <> ?',
      [now, why, accountId, exceptId],
    );
    return affected;
  }
}
