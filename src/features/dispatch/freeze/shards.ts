import { partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import type { TaskCursor } from '../../ledger/ledger.reader.js';
import { addProgress, chainLines, type FreezeProgress } from './freeze-progress.js';

/**
 * Tasks of one shard of a freeze. Fixed and no setting: where shards end is part of a month's hash, which two
 * installations with the same records must agree on.
 */
export const SHARD_TASKS = 2_000;

/**
 * A stretch of a ledger's tasks that one process freezes at a time: behind one task (null: from the first) up to and with
 * another (null: to the last), in reading order. The first is 0.
 */
export interface Shard {
  n: number;
  after: TaskCursor | null;
  upTo: TaskCursor | null;
}

/** What a freeze keeps as its cursor: the last task of each shard but the last one, settled when it begins. */
export interface FreezePlan {
  ends: TaskCursor[];
  /** How many tasks there were then, for the bar of progress; absent where an earlier version began. */
  tasks?: number;
  /** Where a freeze had come to that an earlier version of this program began, which knew no shards: its one shard goes on there. */
  begun?: FreezeProgress;
}

/** The shards between these ends. The last one has no end, so that nothing is left out. */
export function shardsOf({ ends }: FreezePlan): Shard[] {
  const starts = [null, ...ends];
  return starts.map((after, n) => ({ n, after, upTo: ends[n] ?? null }));
}

/** Reads the cursor of a freeze; null while its shards are not settled. */
export function readPlan(cursor: string): FreezePlan | null {
  if (cursor === '') return null;
  const kept = JSON.parse(cursor) as FreezePlan | FreezeProgress;
  return 'ends' in kept ? kept : { ends: [], begun: kept };
}

/** Slot of a shard: `<ledgerId>/<YYYY-MM>/<n>`. */
export function shardSlot(freezeSlot: string, n: number): string {
  return `${freezeSlot}/${n}`;
}

/** The freeze and the number of a shard's slot. */
export function partsOfShardSlot(slot: string): { freezeSlot: string; n: number } {
  const { ledgerId, month } = partsOfMonthSlot(slot);
  return { freezeSlot: `${ledgerId}/${month}`, n: Number(slot.split('/')[2]) };
}

/**
 * The whole of a month from its shards in order. Of one shard it is that shard; of several the hash is the month's head
 * chained over the hashes of the shards, each of which began from the same head.
 */
export function joinShards(head: FreezeProgress, shards: readonly FreezeProgress[]): FreezeProgress {
  const [only, ...others] = shards;
  if (only && others.length === 0) return only;
  const hashes = shards.map((shard) => shard.hash);
  return { ...shards.reduce(addProgress, head), hash: chainLines(head.hash, hashes) };
}
