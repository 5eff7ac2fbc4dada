import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { confine, ledgersOf } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import { newId } from '../../platform/database/id.js';
import { BulletinFile } from './bulletin-file.entity.js';
import { Bulletin } from './bulletin.entity.js';

/** A bulletin about to be issued. */
export type NewBulletin = Omit<Bulletin, 'id' | 'version'>;

/** A bulletin without the content of its files. */
export type BulletinRow = Omit<Bulletin, 'content'>;

const COLUMNS = [
  'id', 'round_id', 'ledger_id', 'month', 'number', 'snapshot_sha256', 'data_sha256', 'content', 'issued_on', 'issued_by',
  'version',
]; // prettier-ignore

/** Tables of bulletins and their files: written once, never changed. */
@Injectable()
export class BulletinStore {
  constructor(private readonly db: Database) {}

  /** A bulletin of a ledger that concerns the actor's jurisdiction, or null. */
  one(id: string): Promise<Bulletin | null> {
    const query = this.db.reader.createQueryBuilder(Bulletin, 'b').where('b.id = :id', { id });
    confine(query, ledgersOf(currentActor().jurisdiction, 'b.ledgerId'));
    return query.getOne();
  }

  ofRound(roundId: string): Promise<Bulletin | null> {
    return this.db.reader.findOneBy(Bulletin, { roundId });
  }

  /** Issues unless the round has a bulletin; true when this call did it. */
  async add(b: NewBulletin): Promise<boolean> {
    const row = [
      newId(), b.roundId, b.ledgerId, b.month, b.number, b.snapshotSha256, b.dataSha256, b.content, b.issuedOn, b.issuedBy, 1,
    ]; // prettier-ignore
    return (await bulkInsert(this.db, 'bulletin', COLUMNS, [row], 'keep')) === 1;
  }

  /** The stored file of a format, or null. */
  file(bulletinId: string, format: string): Promise<BulletinFile | null> {
    return this.db.reader.findOneBy(BulletinFile, { bulletinId, format });
  }

  /** Keeps a file unless the format has one; true when this call did it. */
  async addFile(
    bulletinId: string,
    format: string,
    stored: { sha256: string; bytes: number },
  ): Promise<boolean> {
    const columns = ['id', 'bulletin_id', 'format', 'sha256', 'bytes'];
    const row = [newId(), bulletinId, format, stored.sha256, stored.bytes];
    return (await bulkInsert(this.db, 'bulletin_file', columns, [row], 'keep')) === 1;
  }

  /** Formats already made, by bulletin. */
  async filesOf(bulletinIds: readonly string[]): Promise<BulletinFile[]> {
    if (bulletinIds.length === 0) return [];
    return this.db.read<BulletinFile>(
      `SELECT id, bulletin_id AS "bulletinId", format, sha256, bytes FROM bulletin_file
        WHERE bulletin_id IN (${marks(bulletinIds)}) ORDER BY bulletin_id, format`,
      [...bulletinIds],
    );
  }

  /** Bulletins, latest month first, after `[month, id]`; of one ledger where given; at most `limit`. */
  page(
    ledgerId: string | null,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<BulletinRow[]> {
    const { and, values: scoped } = ledgersOf(currentActor().jurisdiction, 'ledger_id');
    const conditions = [`1 = 1${and}`];
    const values: unknown[] = [...scoped];
    if (ledgerId !== null) {
      conditions.push('ledger_id = ?');
      values.push(ledgerId);
    }
    if (after) {
      conditions.push('(month, id) < (?, ?)');
      values.push(...after);
    }
    return this.db.read<BulletinRow>(
      `SELECT id, round_id AS "roundId", ledger_id AS "ledgerId", month, number, snapshot_sha256 AS "snapshotSha256",
              data_sha256 AS "dataSha256", issued_on AS "issuedOn", issued_by AS "issuedBy", version
         FROM bulletin WHERE ${conditions.join(' AND ')} ORDER BY month DESC, id DESC LIMIT ${limit}`,
      values,
    );
  }
}
