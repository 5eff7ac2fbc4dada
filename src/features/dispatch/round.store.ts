import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { updateVersioned } from '../../platform/database/version.js';
import { DispatchRound } from './dispatch-round.entity.js';

/** Dates of a round, all from the month cycle. */
export type RoundDates = Pick<
  DispatchRound,
  'reportsDueOn' | 'freezeOn' | 'meetingOn' | 'minutesDueOn' | 'bulletinDueOn'
>;

/** Table of rounds: one row per ledger and month. */
@Injectable()
export class RoundStore {
  constructor(private readonly db: Database) {}

  /** The round of a month, or null. */
  of(ledgerId: string, month: Month): Promise<DispatchRound | null> {
    return this.db.reader.findOneBy(DispatchRound, { ledgerId, month });
  }

  one(id: string): Promise<DispatchRound | null> {
    return this.db.reader.findOneBy(DispatchRound, { id });
  }

  /** Rounds of a ledger, latest month first. */
  list(ledgerId: string): Promise<DispatchRound[]> {
    return this.db.reader.find(DispatchRound, { where: { ledgerId }, order: { month: 'DESC' } });
  }

  /** Inserts a round unless the month has one; gives the row either way, and whether it is new. */
  async open(
    ledgerId: string,
    month: Month,
    dates: RoundDates,
  ): Promise<{ round: DispatchRound; isNew: boolean }> {
    const { affected } = await this.db.write(
      `INSERT INTO dispatch_round (id, ledger_id, month, state, reports_due_on, freeze_on, meeting_on, minutes_due_on,
         bulletin_due_on, made_up, version)
       VALUES (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, 0, 1) ON CONFLICT DO NOTHING`,
      [
        newId(),
        ledgerId,
        month,
        dates.reportsDueOn,
        dates.freezeOn,
        dates.meetingOn,
        dates.minutesDueOn,
        dates.bulletinDueOn,
      ],
    );
    const round = await this.of(ledgerId, month);
    if (!round) throw new Error(`round ${ledgerId} ${month} vanished`);
    return { round, isNew: affected === 1 };
  }

  update(round: DispatchRound, changes: Partial<DispatchRound>): Promise<void> {
    return updateVersioned(this.db, DispatchRound, round, changes);
  }

  /** The first of these months before `month` that is not frozen, or null. */
  async firstOpenBefore(ledgerId: string, month: Month, months: readonly Month[]): Promise<Month | null> {
    const rows = await this.db.read<{ month: Month }>(
      `SELECT month FROM dispatch_round WHERE ledger_id = ? AND month < ? AND frozen_at IS NOT NULL`,
      [ledgerId, month],
    );
    const frozen = new Set(rows.map((row) => row.month));
    return months.find((candidate) => candidate < month && !frozen.has(candidate)) ?? null;
  }

  /** The latest frozen round before a month, or null; red streaks are counted on from it. */
  async latestFrozen(ledgerId: string, before: Month): Promise<DispatchRound | null> {
    const rounds = await this.list(ledgerId);
    return rounds.find((round) => round.month < before && round.frozenAt !== null) ?? null;
  }

  /** Numbers of tasks per light and the like of a frozen round; null before. */
  static totalsOf<T>(round: DispatchRound): T | null {
    return round.totals === null ? null : (JSON.parse(round.totals) as T);
  }
}
