import { describe, expect, it } from '@jest/globals';
import { AgainLane } from './again-lane.js';

describe('a lane that is asked again', () => {
  it('does one piece at a time, and once more for all who asked meanwhile', async () => {
    let under = 0;
    let most = 0;
    let done = 0;
    const lane = new AgainLane(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 5));
      under -= 1;
      done += 1;
    });
    for (let i = 0; i < 20; i++) lane.ask();
    await lane.idle();
    expect([most, done]).toEqual([1, 2]);
    lane.ask();
    await lane.idle();
    expect(done).toBe(3);
  });
});
