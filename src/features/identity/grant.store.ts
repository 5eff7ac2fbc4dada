import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AccountGrant } from './account-grant.entity.js';

/** A grant together with its term. */
export interface GrantRow {
  /** Path of the jurisdiction the post's department lies in. */
  jurisdiction: string;
  id: string;
  accountId: string;
  postCode: string;
  kind: string;
  departmentId: string;
  holder: string;
  fromDay: string;
  toDay: string | null;
}

/** A term without an account. */
export interface OpenTerm {
  postId: string;
  postCode: string;
  kind: string;
  departmentId: string;
  holder: string;
  fromDay: string;
  toDay: string | null;
}

const TERM = `p.code AS "postCode", p.kind, p.department_id AS "departmentId", p.holder,
  p.from_day AS "fromDay", p.to_day AS "toDay"`;

const WITH_JURISDICTION = `${TERM}, d.jurisdiction FROM account_grant g JOIN post p ON p.id = g.post_id
       JOIN department d ON d.id = p.department_id`;

/** The only file that knows the table of grants; it joins the terms they stand for. */
@Injectable()
export class GrantStore {
  constructor(private readonly db: Database) {}

  /** Standing grants of an account whose term a day lies in, by post code. Asked by every request. */
  async held(accountId: string, day: Day): Promise<GrantRow[]> {
    return this.db.read<GrantRow>(
      `SELECT g.id, g.account_id AS "accountId", ${WITH_JURISDICTION}
       WHERE g.account_id = ? AND g.active_post_id IS NOT NULL
         AND p.from_day <= ? AND (p.to_day IS NULL OR p.to_day >= ?) ORDER BY p.code`,
      [accountId, day, day],
    );
  }

  /** Every standing grant of some accounts, by post code and first day. */
  async standing(accountIds: readonly string[]): Promise<GrantRow[]> {
    if (accountIds.length === 0) return [];
    return this.db.read<GrantRow>(
      `SELECT g.id, g.account_id AS "accountId", ${WITH_JURISDICTION}
       WHERE g.active_post_id IS NOT NULL AND g.account_id IN (${accountIds.map(() => '?').join(',')})
       ORDER BY p.code, p.from_day`,
      [...accountIds],
    );
  }

  /** Terms of today and later that no account stands for, by post code. */
  async openTerms(day: Day): Promise<OpenTerm[]> {
    return this.db.read<OpenTerm>(
      `SELECT p.id AS "postId", ${TERM} FROM post p
       WHERE (p.to_day IS NULL OR p.to_day >= ?)
         AND NOT EXISTS (SELECT 1 FROM account_grant g WHERE g.active_post_id = p.id) ORDER BY p.code, p.from_day`,
      [day],
    );
  }

  /** The term of a post that runs on a day, else the next one; null when there is none. */
  async termToGrant(postCode: string, day: Day): Promise<{ postId: string; granted: boolean } | null> {
    const rows = await this.db.read<{ postId: string; granted: number }>(
      `SELECT p.id AS "postId", (SELECT COUNT(*) FROM account_grant g WHERE g.active_post_id = p.id) AS granted
       FROM post p WHERE p.code = ? AND (p.to_day IS NULL OR p.to_day >= ?) ORDER BY p.from_day LIMIT 1`,
      [postCode, day],
    );
    const row = rows[0];
    return row ? { postId: row.postId, granted: Number(row.granted) > 0 } : null;
  }

  /** Grants a term; gives false when another account has it already. */
  async add(accountId: string, postId: string, by: string, now: number): Promise<boolean> {
    const { affected } = await this.db.write(
      `INSERT INTO account_grant (id, account_id, post_id, active_post_id, granted_by, granted_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [newId(), accountId, postId, postId, by, now],
    );
    return affected === 1;
  }

  /** Takes a standing grant of an account back; gives false when there is none. */
  async revoke(accountId: string, id: string, by: string, now: number): Promise<boolean> {
    const { affected } = await this.db.writer
      .createQueryBuilder()
      .update(AccountGrant)
      .set({ activePostId: null, revokedBy: by, revokedAt: now })
      .where('id = :id AND account_id = :accountId AND active_post_id IS NOT NULL', { id, accountId })
      .execute();
    return affected === 1;
  }
}
