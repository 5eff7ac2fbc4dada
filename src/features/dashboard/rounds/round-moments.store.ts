import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import { Database } from '../../../platform/database/database.js';

/** When the steps of a round were done; null where they were not. */
export interface RoundMoments {
  id: string;
  version: number;
  madeUp: number;
  openedAt: number | null;
  frozenAt: number | null;
  metOn: Day | null;
  publishedOn: Day | null;
  bulletinOn: Day | null;
}

/** Reads a round's moments from its own row, the audit trail and the bulletin. */
@Injectable()
export class RoundMomentsStore {
  constructor(private readonly db: Database) {}

  /** Of a ledger's month; null while the round is not open. */
  async of(ledgerId: string, month: Month): Promise<RoundMoments | null> {
    const rows = await this.db.read<RoundMoments>(
      `SELECT d.id, d.version, d.made_up AS "madeUp", d.frozen_at AS "frozenAt", d.met_on AS "metOn",
              d.published_on AS "publishedOn",
              (SELECT e.at FROM audit_event e WHERE e.object_kind = 'dispatch_round' AND e.object_id = d.id
                  AND e.operation = 'dispatch.open' ORDER BY e.seq LIMIT 1) AS "openedAt",
              (SELECT b.issued_on FROM bulletin b WHERE b.round_id = d.id) AS "bulletinOn"
         FROM dispatch_round d WHERE d.ledger_id = ? AND d.month = ?`,
      [ledgerId, month],
    );
    const row = rows[0];
    if (!row) return null;
    return { ...row, openedAt: instant(row.openedAt), frozenAt: instant(row.frozenAt) };
  }

  /** How many 通报 and 约谈 of a ledger wait for an approver. */
  async proposed(ledgerId: string): Promise<number> {
    const rows = await this.db.read<{ n: number }>(
      `SELECT CAST(COUNT(*) AS integer) AS n FROM reminder WHERE ledger_id = ? AND state = 'PROPOSED'`,
      [ledgerId],
    );
    return rows[0]?.n ?? 0;
  }

  /** Months of a ledger before one that are opened and not frozen, oldest first. */
  async unfrozenBefore(ledgerId: string, month: Month): Promise<Month[]> {
    const rows = await this.db.read<{ month: Month }>(
      `SELECT month FROM dispatch_round WHERE ledger_id = ? AND month < ? AND frozen_at IS NULL ORDER BY month`,
      [ledgerId, month],
    );
    return rows.map((row) => row.month);
  }
}

function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
