import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { confine, within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import { newId } from '../../platform/database/id.js';
import { updateVersioned } from '../../platform/database/version.js';
import { Digest } from './digest.entity.js';
import { worstRobot } from './worst-robot.js';

/** Whose digest, of which day: unique. */
export type DigestKey = Pick<Digest, 'day' | 'departmentId' | 'recipient'>;

/** A digest with what became of its mail; `deliveryState` is null when there is nobody to mail it to. */
export type DigestRow = Omit<Digest, 'text'> & {
  deliveryState: string | null;
  tries: number | null;
  lastError: string | null;
  /** The worst of its groups' robots; null when none was to be told. */
  robotState: string | null;
  robotError: string | null;
};

/** Which digests; every part narrows. */
export interface DigestFilter {
  /** What the actor may see. */
  scope: Scope;
  departmentId?: string;
  day?: Day;
  /** Only those given up on some channel. */
  givenUp?: boolean;
  /** Only those nobody has signed for. */
  unsigned?: boolean;
}

/** A reminder's place in a digest. */
export interface ItemRow {
  id: string;
  digestId: string;
  reminderId: string;
}

/** SQLite binds 32,766 values at most; well below. */
const IDS_AT_ONCE = 1000;

const ROW = `d.id, d.day, d.department_id AS "departmentId", d.recipient, d.post_code AS "postCode", d.holder, d.subject,
  d.items, d.fallback, d.signed_on AS "signedOn", d.signed_by AS "signedBy", d.version, v.state AS "deliveryState",
  v.tries, v.last_error AS "lastError", ${worstRobot('state')} AS "robotState", ${worstRobot('last_error')} AS "robotError"`;

/** Tables of digests and what is in them. */
@Injectable()
export class DigestStore {
  constructor(private readonly db: Database) {}

  /** A digest to a department within a scope, or null. */
  one(id: string, scope: Scope): Promise<Digest | null> {
    const query = this.db.reader.createQueryBuilder(Digest, 'd').where('d.id = :id', { id });
    confine(query, within(scope, { department: 'd.departmentId' }));
    return query.getOne();
  }

  ofKey(key: DigestKey): Promise<Digest | null> {
    const { day, departmentId, recipient } = key;
    return this.db.reader.findOneBy(Digest, { day, departmentId, recipient });
  }

  /** Inserts an empty digest unless there is one; true when it is new. */
  async open(key: DigestKey): Promise<boolean> {
    const { affected } = await this.db.write(
      `INSERT INTO digest (id, day, department_id, recipient, post_code, holder, subject, text, items, fallback, version)
       VALUES (?, ?, ?, ?, '', '', '', '', 0, 0, 1) ON CONFLICT DO NOTHING`,
      [newId(), key.day, key.departmentId, key.recipient],
    );
    return affected === 1;
  }

  /** Locks a digest nobody has signed for yet against other writers; false when it is signed. */
  async lockUnsigned(id: string): Promise<boolean> {
    const { affected } = await this.db.write(
      'UPDATE digest SET version = version + 1 WHERE id = ? AND signed_on IS NULL',
      [id],
    );
    return affected === 1;
  }

  async remove(id: string): Promise<void> {
    await this.db.write('DELETE FROM digest WHERE id = ?', [id]);
  }

  async fill(
    id: string,
    content: Pick<Digest, 'postCode' | 'holder' | 'subject' | 'text' | 'items' | 'fallback'>,
  ): Promise<void> {
    await this.db.writer.update(Digest, { id }, content);
  }

  sign(digest: Digest, signedOn: Day, signedBy: string): Promise<void> {
    return updateVersioned(this.db, Digest, digest, { signedOn, signedBy });
  }

  /** Which of these reminders are in some digest already. */
  async taken(reminderIds: readonly string[]): Promise<Set<string>> {
    const taken = new Set<string>();
    for (let at = 0; at < reminderIds.length; at += IDS_AT_ONCE) {
      const ids = reminderIds.slice(at, at + IDS_AT_ONCE);
      const rows = await this.db.read<{ id: string }>(
        `SELECT reminder_id AS id FROM digest_item WHERE reminder_id IN (${marks(ids)})`,
        ids,
      );
      for (const { id } of rows) taken.add(id);
    }
    return taken;
  }

  /** Puts reminders into a digest; one that another digest has meanwhile taken stays there. Gives how many went in. */
  async addItems(digestId: string, from: number, reminderIds: readonly string[]): Promise<number> {
    const rows = reminderIds.map((id, i) => [newId(), digestId, id, from + i]);
    return bulkInsert(this.db, 'digest_item', ['id', 'digest_id', 'reminder_id', 'ordinal'], rows, 'keep');
  }

  /** Reminders of a digest in their order. */
  async itemsOf(digestId: string): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      'SELECT reminder_id AS id FROM digest_item WHERE digest_id = ? ORDER BY ordinal, reminder_id',
      [digestId],
    );
    return rows.map((row) => row.id);
  }

  /** The digests these reminders went out in, by reminder. */
  async digestsOf(reminderIds: readonly string[]): Promise<Map<string, DigestRow>> {
    const found = new Map<string, DigestRow>();
    for (let at = 0; at < reminderIds.length; at += IDS_AT_ONCE) {
      const ids = reminderIds.slice(at, at + IDS_AT_ONCE);
      const rows = await this.db.read<DigestRow & { reminderId: string }>(
        `SELECT i.reminder_id AS "reminderId", ${ROW} FROM digest_item i JOIN digest d ON d.id = i.digest_id
          LEFT JOIN delivery v ON v.digest_id = d.id AND v.channel = 'MAIL' WHERE i.reminder_id IN (${marks(ids)})`,
        ids,
      );
      for (const { reminderId, ...row } of rows) found.set(reminderId, row);
    }
    return found;
  }

  /** Digests up to a day, latest first, after `[day, id]`; at most `limit`. */
  page(
    filter: DigestFilter,
    upTo: Day,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<DigestRow[]> {
    const { and, values: scoped } = within(filter.scope, { department: 'd.department_id' });
    const conditions = [`d.day <= ?${and}`];
    const values: unknown[] = [upTo, ...scoped];
    const add = (condition: string, ...more: unknown[]) => {
      conditions.push(condition);
      values.push(...more);
    };
    if (filter.departmentId !== undefined) add('d.department_id = ?', filter.departmentId);
    if (filter.day !== undefined) add('d.day = ?', filter.day);
    if (filter.givenUp)
      add(`EXISTS (SELECT 1 FROM delivery g WHERE g.digest_id = d.id AND g.state = 'GIVEN_UP')`);
    if (filter.unsigned) add('d.signed_on IS NULL');
    if (after) add('(d.day, d.id) < (?, ?)', ...after);
    return this.db.read<DigestRow>(
      `SELECT ${ROW} FROM digest d LEFT JOIN delivery v ON v.digest_id = d.id AND v.channel = 'MAIL'
        WHERE ${conditions.join(' AND ')} ORDER BY d.day DESC, d.id DESC LIMIT ${limit}`,
      values,
    );
  }

  /**
   * Unsigned digests of a span of days that somebody else ought to have by now: whose post has another holder, that went
   * to the head although there is a liaison again, or to a liaison whose post stands empty.
   */
  async ofFormerHolders(from: Day, today: Day): Promise<string[]> {
    const unsigned = `d.signed_on IS NULL AND d.day >= ? AND d.day <= ? AND d.post_code <> ''`;
    const held = (kind: string): string =>
      `EXISTS (SELECT 1 FROM post p WHERE p.department_id = d.department_id AND p.kind = '${kind}'
        AND p.from_day <= ? AND (p.to_day IS NULL OR p.to_day >= ?))`;
    const rows = await this.db.read<{ id: string }>(
      `SELECT d.id FROM digest d WHERE ${unsigned} AND d.fallback = 0 AND EXISTS (SELECT 1 FROM post p
          WHERE p.code = d.post_code AND p.holder <> d.holder AND p.from_day <= ? AND (p.to_day IS NULL OR p.to_day >= ?))
       UNION SELECT d.id FROM digest d WHERE ${unsigned} AND d.fallback = 1 AND ${held('LIAISON')}
       UNION SELECT d.id FROM digest d WHERE ${unsigned} AND d.fallback = 0 AND d.recipient = 'LIAISON'
         AND NOT ${held('LIAISON')} AND ${held('HEAD')}
       ORDER BY id`,
      [from, today, today, today, from, today, today, today, from, today, today, today, today, today],
    );
    return rows.map((row) => row.id);
  }

  /** One digest with its delivery, or null. */
  async row(id: string): Promise<DigestRow | null> {
    const rows = await this.db.read<DigestRow>(
      `SELECT ${ROW} FROM digest d LEFT JOIN delivery v ON v.digest_id = d.id AND v.channel = 'MAIL' WHERE d.id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Places of reminders in the digests of these departments (all when null), newest first, after an item's id. */
  itemPage(
    { scope, departmentId }: { scope: Scope; departmentId: string | null },
    after: string | null,
    limit: number,
  ): Promise<ItemRow[]> {
    const { and, values: scoped } = within(scope, { department: 'd.department_id' });
    const conditions = [`1 = 1${and}`];
    const values: unknown[] = [...scoped];
    if (departmentId !== null) {
      conditions.push('d.department_id = ?');
      values.push(departmentId);
    }
    if (after !== null) {
      conditions.push('i.id < ?');
      values.push(after);
    }
    return this.db.read<ItemRow>(
      `SELECT i.id, i.digest_id AS "digestId", i.reminder_id AS "reminderId"
         FROM digest_item i JOIN digest d ON d.id = i.digest_id
        WHERE ${conditions.join(' AND ')} ORDER BY i.id DESC LIMIT ${limit}`,
      values,
    );
  }
}
