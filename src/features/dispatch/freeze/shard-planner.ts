import { Injectable } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { SHARD_TASKS, type FreezePlan } from './shards.js';

/** Says where the shards of a month end; the preview cuts as the freeze does, or it would not give the same hash. */
@Injectable()
export class ShardPlanner {
  /** Shortened in tests. */
  readonly tasks: number = SHARD_TASKS;

  constructor(private readonly ledgers: LedgerReader) {}

  /** A shard for every 2,000 tasks begun, as the ledger's tasks stand now; a ledger without tasks has one that is empty. */
  async plan(ledgerId: string): Promise<FreezePlan> {
    const ends = await this.ledgers.taskEnds(ledgerId, this.tasks);
    const tasks = await this.ledgers.taskCount(ledgerId);
    const isCutAtTheEnd = ends.length * this.tasks === tasks;
    return { ends: isCutAtTheEnd ? ends.slice(0, -1) : ends, tasks };
  }
}
