import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../database/bulk-insert.js';
import { CHAIN_BEGIN, type ChainPoint } from '../audit/content-digest.js';
import type { AuditAnchor } from '../audit/verify-audit.js';
import { Database } from '../database/database.js';
import type { AnchorSent } from './anchor-place.js';

/** An anchor that has to be sent. */
export interface AnchorDue extends AnchorSent {
  place: string;
  tries: number;
}

/** How one place is going. */
export interface PlaceRecord {
  place: string;
  /** When the newest anchor that arrived was taken, and when it arrived. */
  sentOf: number | null;
  sentAt: number | null;
  sentSeq: number | null;
  /** Of anchors younger than that: when the oldest was taken, how many were given up, and why. */
  waitingSince: number | null;
  givenUp: number;
  lastError: string | null;
}

const COLUMNS = ['slot', 'place', 'seq', 'count', 'hash', 'contents', 'at', 'state', 'tries', 'next_at'];

/** The table of anchors. */
@Injectable()
export class AnchorStore {
  constructor(private readonly db: Database) {}

  /** The newest point taken; reading the chain goes on from there. */
  async newestPoint(): Promise<ChainPoint> {
    const rows = await this.db.read<ChainPoint>(
      'SELECT seq, count, hash, contents FROM anchor ORDER BY seq DESC LIMIT 1',
    );
    return rows[0] ?? CHAIN_BEGIN;
  }

  /** Writes an anchor for each place, once per slot and place; within a unit. Gives how many are new. */
  add(anchors: readonly (AnchorSent & { place: string })[]): Promise<number> {
    const rows = anchors.map(({ slot, place, seq, count, hash, contents, at }) => [
      slot, place, seq, count, hash, contents, at, 'WAITING', 0, at,
    ]); // prettier-ignore
    return bulkInsert(this.db, 'anchor', COLUMNS, rows, 'keep');
  }

  /** Anchors that wait and are due, oldest first. */
  due(now: number, limit: number): Promise<AnchorDue[]> {
    return this.db.read<AnchorDue>(
      `SELECT slot, place, seq, count, hash, contents, at, tries FROM anchor
        WHERE state = 'WAITING' AND next_at <= ? ORDER BY at, place LIMIT ${limit}`,
      [now],
    );
  }

  /** Takes an anchor for this process until an instant; false when another was faster. Within a unit. */
  async take({ slot, place, tries }: AnchorDue, now: number, until: number): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE anchor SET next_at = ?, tries = tries + 1
        WHERE slot = ? AND place = ? AND state = 'WAITING' AND tries = ? AND next_at <= ?`,
      [until, slot, place, tries, now],
    );
    return affected === 1;
  }

  /** It has arrived. Within a unit. */
  async sent({ slot, place }: AnchorDue, at: number): Promise<void> {
    await this.db.write(
      `UPDATE anchor SET state = 'SENT', sent_at = ?, last_error = NULL WHERE slot = ? AND place = ?`,
      [at, slot, place],
    );
  }

  /** It has not arrived: again at an instant, or never when that is null. Within a unit. */
  async failed({ slot, place }: AnchorDue, error: string, again: number | null): Promise<void> {
    await this.db.write(
      `UPDATE anchor SET state = ?, next_at = ?, last_error = ? WHERE slot = ? AND place = ? AND state = 'WAITING'`,
      [again === null ? 'GIVEN_UP' : 'WAITING', again ?? 0, error.slice(0, 500), slot, place],
    );
  }

  /** How each place is going. */
  async records(): Promise<PlaceRecord[]> {
    return this.db.read<PlaceRecord>(
      `SELECT place, sent_of AS "sentOf", sent_at AS "sentAt", sent_seq AS "sentSeq",
              MIN(CASE WHEN at > COALESCE(sent_of, -1) THEN at END) AS "waitingSince",
              COALESCE(SUM(CASE WHEN at > COALESCE(sent_of, -1) AND state = 'GIVEN_UP' THEN 1 ELSE 0 END), 0) AS "givenUp",
              MAX(CASE WHEN at > COALESCE(sent_of, -1) THEN last_error END) AS "lastError"
         FROM (SELECT a.place, a.at, a.state, a.last_error, s.sent_of, s.sent_at, s.sent_seq FROM anchor a
                 LEFT JOIN (SELECT place, MAX(at) AS sent_of, MAX(sent_at) AS sent_at, MAX(seq) AS sent_seq
                              FROM anchor WHERE state = 'SENT' GROUP BY place) s ON s.place = a.place) known
        GROUP BY place, sent_of, sent_at, sent_seq ORDER BY place`,
    );
  }

  /** Every anchor that arrived somewhere, as points; for holding the chain against them. */
  async points(): Promise<AuditAnchor[]> {
    return this.db.read<AuditAnchor>(
      `SELECT DISTINCT seq, hash FROM anchor WHERE state = 'SENT' ORDER BY seq`,
    );
  }

  /** Every anchor, oldest first. */
  all(): Promise<(AnchorSent & { place: string; sentAt: number | null })[]> {
    return this.db.read(
      `SELECT slot, place, seq, count, hash, contents, at, sent_at AS "sentAt" FROM anchor ORDER BY at, place`,
    );
  }
}
