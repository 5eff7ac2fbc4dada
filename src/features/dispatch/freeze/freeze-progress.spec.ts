import { describe, expect, it } from '@jest/globals';
import { dikeTask, novemberPage } from '../../../../test/support/task-facts.js';
import { evaluateTask } from '../judging/evaluate-task.js';
import { addTotals, beginFreeze, chainRows, readProgress } from './freeze-progress.js';

const begin = () => beginFreeze('KT-2023', '2023-11', '2023-11-30');
const rows = Array.from(
  { length: 9 },
  (_, i) => evaluateTask(dikeTask({ number: String(i) }), novemberPage()).rows,
).flat();

describe('progress of a freeze', () => {
  it('gives the same hash however the rows are cut into batches and wherever a killed run goes on', () => {
    const whole = chainRows(begin().hash, rows);
    for (const size of [1, 4, 10]) {
      let progress = begin();
      for (let at = 0; at < rows.length; at += size) {
        const resumed = readProgress(JSON.stringify(progress), begin);
        progress = { ...resumed, hash: chainRows(resumed.hash, rows.slice(at, at + size)) };
      }
      expect(progress.hash).toBe(whole);
    }
  });

  it('gives another hash for another ledger, month, order or value', () => {
    const whole = chainRows(begin().hash, rows);
    expect(chainRows(beginFreeze('KT-2024', '2023-11', '2023-11-30').hash, rows)).not.toBe(whole);
    expect(chainRows(beginFreeze('KT-2023', '2023-10', '2023-10-31').hash, rows)).not.toBe(whole);
    expect(chainRows(begin().hash, rows.toReversed())).not.toBe(whole);
    expect(
      chainRows(
        begin().hash,
        rows.map((row, i) => (i === 5 ? { ...row, overdueDays: 31 } : row)),
      ),
    ).not.toBe(whole);
  });

  it('adds totals without touching what was saved before', () => {
    const saved = begin();
    expect(addTotals(saved.totals, rows)).toMatchObject({
      tasks: 9,
      lights: { RED: 9 },
      progress: { behind: 9 },
    });
    expect(saved.totals.tasks).toBe(0);
  });
});
