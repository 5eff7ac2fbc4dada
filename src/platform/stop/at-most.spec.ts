import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { atMost } from './at-most.js';

describe('waiting at most so long', () => {
  it('ends with the work where that is sooner, and with its failure', async () => {
    let isDone = false;
    await atMost(
      10_000,
      sleep(5).then(() => (isDone = true)),
    );
    expect(isDone).toBe(true);
    await expect(atMost(10_000, Promise.reject(new Error('as the work says')))).rejects.toThrow(
      'as the work says',
    );
  });

  it('goes on without work that never ends', async () => {
    await expect(atMost(5, new Promise(() => undefined))).resolves.toBeUndefined();
  });
});
