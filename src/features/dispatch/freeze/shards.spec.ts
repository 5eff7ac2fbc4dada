import { describe, expect, it } from '@jest/globals';
import { dikeTask, novemberPage } from '../../../../test/support/task-facts.js';
import { evaluateTask } from '../judging/evaluate-task.js';
import { addTotals, beginFreeze, chainLines, chainRows, type FreezeProgress } from './freeze-progress.js';
import { joinShards, partsOfShardSlot, readPlan, shardsOf, shardSlot } from './shards.js';

const head = () => beginFreeze('KT-2023', '2023-11', '2023-11-30');
const end = (n: number) => ({ sortKey: String(n), id: `task-${n}` });

function frozen(numbers: readonly number[]): FreezeProgress {
  const rows = numbers.flatMap((n) => evaluateTask(dikeTask({ number: String(n) }), novemberPage()).rows);
  return {
    after: end(numbers.at(-1) ?? 0),
    hash: chainRows(head().hash, rows),
    totals: addTotals(head().totals, rows),
    flags: { raised: numbers.length, cleared: 1 },
    reminders: { created: 2, existing: numbers.length },
  };
}

describe('shards of a freeze', () => {
  it('follow one another without a gap, from the first task to whatever comes last', () => {
    expect(shardsOf({ ends: [end(2), end(4)] })).toEqual([
      { n: 0, after: null, upTo: end(2) },
      { n: 1, after: end(2), upTo: end(4) },
      { n: 2, after: end(4), upTo: null },
    ]);
    expect(shardsOf({ ends: [] })).toEqual([{ n: 0, after: null, upTo: null }]);
  });

  it('have slots that say their freeze and number', () => {
    expect(partsOfShardSlot(shardSlot('L/2023-11', 12))).toEqual({ freezeSlot: 'L/2023-11', n: 12 });
  });

  it('join to what one shard alone would have counted, whoever worked them', () => {
    const { totals, flags, reminders } = joinShards(head(), [frozen([1, 2]), frozen([3]), frozen([])]);
    expect(totals).toEqual(frozen([1, 2, 3]).totals);
    expect(flags).toEqual({ raised: 3, cleared: 3 });
    expect(reminders).toEqual({ created: 6, existing: 3 });
  });

  it('give the hash that a month had before there were shards where there is one, else a chain over theirs', () => {
    expect(joinShards(head(), [frozen([1, 2, 3])])).toEqual(frozen([1, 2, 3]));
    const [one, two] = [frozen([1, 2]), frozen([3])];
    const { hash } = joinShards(head(), [one, two]);
    expect(hash).toBe(chainLines(head().hash, [one.hash, two.hash]));
    expect(joinShards(head(), [two, one]).hash).not.toBe(hash);
  });
});

describe('the plan of a freeze', () => {
  it('is read back from the cursor, and is not there before it was settled', () => {
    expect(readPlan('')).toBeNull();
    expect(readPlan(JSON.stringify({ ends: [end(2)], tasks: 3 }))).toEqual({ ends: [end(2)], tasks: 3 });
  });

  it('is one shard that goes on where an earlier version of the program had come to', () => {
    const begun = frozen([1, 2]);
    expect(readPlan(JSON.stringify(begun))).toEqual({ ends: [], begun });
  });
});
