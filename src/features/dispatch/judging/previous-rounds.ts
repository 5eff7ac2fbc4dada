import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { RoundStore } from '../round.store.js';
import { SnapshotStore } from '../snapshot/snapshot.store.js';

/** What the months before say: which was frozen last, and how long things have been red. */
@Injectable()
export class PreviousRounds {
  constructor(
    private readonly rounds: RoundStore,
    private readonly snapshots: SnapshotStore,
  ) {}

  /** Id of the last frozen round before a month, or null. */
  async frozenBefore(ledgerId: string, month: Month): Promise<string | null> {
    return (await this.rounds.latestFrozen(ledgerId, month))?.id ?? null;
  }

  /** Red streaks up to a round for tasks between two sort keys; empty without a round. */
  async redMonths(roundId: string | null, from: string, to: string): Promise<Map<string, number>> {
    return roundId === null ? new Map() : this.snapshots.redMonths(roundId, from, to);
  }

  /** Red streaks of tasks of whichever ledgers, each up to the last month its own ledger has frozen before one. */
  redMonthsOf(taskIds: readonly string[], before: Month): Promise<Map<string, number>> {
    return this.snapshots.redMonthsOf(taskIds, before);
  }
}
