import { describe, expect, it } from '@jest/globals';
import { DenialCounter, REST } from './denial-counter.js';

describe('counting refusals', () => {
  it('lets the first of a minute be written and counts the others', () => {
    const counter = new DenialCounter();
    expect([1, 2, 3].map(() => counter.note('A', 'POST /x', 7))).toEqual(['POST /x', null, null]);
    expect(counter.note('B', 'POST /x', 7)).toBe('POST /x');
    expect(counter.note('A', 'POST /x', 8)).toBe('POST /x');
    expect(counter.takeBefore(8)).toEqual([{ actor: 'A', operation: 'POST /x', minute: 7, count: 3 }]);
    expect(counter.takeBefore(8)).toEqual([]);
  });

  it('writes at most twenty-one rows a minute for one person, whatever he tries', () => {
    const counter = new DenialCounter();
    const written = Array.from({ length: 500 }, (_, n) => counter.note('A', `POST /${n}`, 7)).filter(Boolean);
    expect(written).toHaveLength(21);
    expect(written.at(-1)).toBe(REST);
    expect(counter.takeBefore(8)).toEqual([{ actor: 'A', operation: REST, minute: 7, count: 480 }]);
  });
});
