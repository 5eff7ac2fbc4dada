import { describe, expect, it } from '@jest/globals';
import { MOST_A_MINUTE, takeTurn, type Pace } from './take-turn.js';

describe('the pace of a robot', () => {
  it('takes 15 at once and says when the next one may go', () => {
    let pace: Pace = { recent: [], freeAt: 0 };
    for (let i = 0; i < MOST_A_MINUTE; i++) {
      const turn = takeTurn(pace, 1000 + i);
      if (!('pace' in turn)) throw new Error(`turn ${i} waits`);
      pace = turn.pace;
    }
    expect(takeTurn(pace, 5000)).toEqual({ waitUntil: 61_000 });
    expect(takeTurn(pace, 60_999)).toEqual({ waitUntil: 61_000 });
    expect(takeTurn(pace, 61_000)).toMatchObject({ pace: { freeAt: 0 } });
  });

  it('never lets more than 15 through in any 60 seconds, however they come', () => {
    let pace: Pace = { recent: [], freeAt: 0 };
    const gone: number[] = [];
    for (let now = 0; now < 600_000; now += 700) {
      const turn = takeTurn(pace, now);
      if ('waitUntil' in turn) continue;
      pace = turn.pace;
      gone.push(now);
    }
    const fullest = Math.max(
      ...gone.map((from) => gone.filter((at) => at >= from && at < from + 60_000).length),
    );
    expect(fullest).toBe(MOST_A_MINUTE);
    expect(gone.length).toBeGreaterThanOrEqual(150);
  });

  it('waits as long as the server has asked for', () => {
    expect(takeTurn({ recent: [], freeAt: 700_000 }, 100_000)).toEqual({ waitUntil: 700_000 });
  });
});
