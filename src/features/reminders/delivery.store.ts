import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Delivery } from './delivery.entity.js';

/** Mails and robots' messages are sent side by side, so that a slow mail server holds up no group. */
export type Means = 'MAIL' | 'ROBOT';

/** A delivery that is due, with the number its claim must still bear. */
export interface DueDelivery {
  id: string;
  fence: number;
  /** Of the robot whose turn it needs; null of a mail and of a robot that is gone. */
  paceId: string | null;
}

/** A delivery this process holds for a while, with what is to be sent. */
export interface ClaimedDelivery {
  id: string;
  fence: number;
  digestId: string;
  channel: string;
  tries: number;
  messageId: string;
  address: string;
  holder: string;
  subject: string;
  text: string;
}

/** What became of a try. */
export type Outcome = Pick<Delivery, 'state' | 'nextAt' | 'sentAt' | 'lastError'> & {
  /** Its robot must not be used before this instant. */
  robotFreeAt?: number;
};

/** Table of deliveries; a claim is a compare-and-set on the fencing number. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly db: Database) {}

  /** Queues a digest on a channel; a second row for the same digest and channel is not made. */
  async queue(
    digestId: string,
    { channel, address, messageId }: Pick<Delivery, 'channel' | 'address' | 'messageId'>,
    nextAt: number,
  ): Promise<void> {
    await this.db.write(
      `INSERT INTO delivery (id, digest_id, channel, address, message_id, state, tries, next_at, lease_until, fence,
         last_error)
       VALUES (?, ?, ?, ?, ?, 'QUEUED', 0, ?, 0, 0, '') ON CONFLICT DO NOTHING`,
      [newId(), digestId, channel, address, messageId, nextAt],
    );
  }

  /** True when a digest has a delivery. */
  async exists(digestId: string): Promise<boolean> {
    const rows = await this.db.read('SELECT id FROM delivery WHERE digest_id = ?', [digestId]);
    return rows.length > 0;
  }

  /** Holds the deliveries of a digest until this unit ends if nobody has begun to send any; false when it is too late. */
  async holdUntouched(digestId: string): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE delivery SET next_at = next_at WHERE digest_id = ? AND state = 'QUEUED' AND fence = 0`,
      [digestId],
    );
    const [all] = await this.db.read<{ n: number }>(
      'SELECT CAST(COUNT(*) AS integer) AS n FROM delivery WHERE digest_id = ?',
      [digestId],
    );
    return affected === all?.n;
  }

  /**
   * The delivery of a digest up to a day that has waited longest, was due when the round began and is held by nobody; null
   * when there is none. Inside a unit it stays this process's until the unit ends: on PostgreSQL the row is locked and rows
   * others have locked are passed over, so that no two workers wait for one another over the same list; on SQLite units run
   * one at a time.
   */
  async next(means: Means, upTo: Day, dueBy: number, now: number): Promise<DueDelivery | null> {
    const rows = await this.db.read<DueDelivery>(
      `SELECT v.id, v.fence, r.pace_id AS "paceId" FROM delivery v JOIN digest d ON d.id = v.digest_id
         LEFT JOIN department_robot r ON v.channel <> 'MAIL' AND r.id = v.address
        WHERE v.channel ${means === 'MAIL' ? '=' : '<>'} 'MAIL' AND v.state IN ('QUEUED', 'FAILED') AND v.next_at <= ? AND v.lease_until <= ? AND d.day <= ?
        ORDER BY v.next_at, v.id LIMIT 1${this.db.isPostgres ? ' FOR UPDATE OF v SKIP LOCKED' : ''}`,
      [dueBy, now, upTo],
    );
    return rows[0] ?? null;
  }

  /** Lets a delivery of this unit's wait for its robot; it was not tried. */
  async postpone(due: DueDelivery, until: number): Promise<void> {
    await this.db.write('UPDATE delivery SET next_at = ? WHERE id = ? AND fence = ?', [
      until,
      due.id,
      due.fence,
    ]);
  }

  /** Deliveries of a digest on all channels. */
  allOf(digestId: string): Promise<Pick<Delivery, 'id' | 'fence' | 'state'>[]> {
    return this.db.read('SELECT id, fence, state FROM delivery WHERE digest_id = ? ORDER BY channel', [
      digestId,
    ]);
  }

  /** The mail of a digest, or null where there is none. */
  async ofDigest(digestId: string): Promise<Pick<Delivery, 'id' | 'fence' | 'state' | 'messageId'> | null> {
    const rows = await this.db.read<Pick<Delivery, 'id' | 'fence' | 'state' | 'messageId'>>(
      `SELECT id, fence, state, message_id AS "messageId" FROM delivery WHERE digest_id = ? AND channel = 'MAIL'`,
      [digestId],
    );
    return rows[0] ?? null;
  }

  /** Puts a mail nobody holds back into the queue, with all its tries; false when somebody is sending it right now. */
  async requeue(
    mail: Pick<Delivery, 'id' | 'fence'>,
    to: Pick<Delivery, 'state'> & Partial<Pick<Delivery, 'address' | 'messageId'>>,
    now: number,
  ): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE delivery SET state = ?, address = COALESCE(?, address), message_id = COALESCE(?, message_id), tries = 0,
              next_at = ?, fence = fence + 1, lease_until = 0, last_error = ''
        WHERE id = ? AND fence = ? AND lease_until <= ?`,
      [to.state, to.address ?? null, to.messageId ?? null, now, mail.id, mail.fence, now],
    );
    return affected === 1;
  }

  /** Takes a delivery for this process; null when another one was faster. */
  async claim(due: DueDelivery, now: number, leaseUntil: number): Promise<ClaimedDelivery | null> {
    const { affected } = await this.db.write(
      `UPDATE delivery SET state = 'QUEUED', fence = fence + 1, lease_until = ?
        WHERE id = ? AND fence = ? AND state IN ('QUEUED', 'FAILED') AND lease_until <= ?`,
      [leaseUntil, due.id, due.fence, now],
    );
    if (affected !== 1) return null;
    const rows = await this.db.read<ClaimedDelivery>(
      `SELECT v.id, v.fence, v.digest_id AS "digestId", v.channel, v.tries, v.message_id AS "messageId", v.address, d.holder,
              d.subject, d.text
         FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.id = ?`,
      [due.id],
    );
    return rows[0] ?? null;
  }

  /** Writes what became of a try, if the claim still holds. */
  async settle(claim: ClaimedDelivery, outcome: Outcome): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE delivery SET state = ?, tries = tries + 1, next_at = ?, sent_at = ?, last_error = ?, lease_until = 0
        WHERE id = ? AND fence = ?`,
      [outcome.state, outcome.nextAt, outcome.sentAt, outcome.lastError, claim.id, claim.fence],
    );
    return affected === 1;
  }
}
