import { describe, expect, it } from '@jest/globals';
import { processStanding } from './process-standing.js';

const NOW = 10_000_000;
const process = (id: string, seenBefore: number, more: object = {}) => ({
  id,
  role: 'APP',
  host: 'one',
  startedAt: NOW - 5_000_000,
  seenAt: NOW - seenBefore,
  ...more,
});

describe('how a process stands', () => {
  it('is lost once it has said nothing for two minutes', () => {
    expect(processStanding(process('a', 119_999), [], NOW)).toBe('ALIVE');
    expect(processStanding(process('a', 120_000), [], NOW)).toBe('LOST');
  });

  it.each([
    ['a later one of the same role on the same machine', {}, 'REPLACED'],
    ['one on another machine', { host: 'two' }, 'LOST'],
    ['one of another role', { role: 'WORKER' }, 'LOST'],
    ['one that was there beside it', { startedAt: NOW - 700_000 }, 'LOST'],
    ['one that is lost itself', { seenAt: NOW - 130_000 }, 'LOST'],
  ])('after a crash with %s beside it', (_, more, standing) => {
    const gone = process('a', 600_000);
    const other = process('b', 1_000, { startedAt: NOW - 500_000, ...more });
    expect(processStanding(gone, [gone, other], NOW)).toBe(standing);
  });
});
