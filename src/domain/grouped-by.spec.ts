import { describe, expect, it } from '@jest/globals';
import { groupedBy } from './grouped-by.js';

describe('things put together by a key', () => {
  it('keep the order in which keys and things are met', () => {
    const groups = groupedBy(['yellow 2', 'red 1', 'yellow 1'], (text) => text.split(' ')[0]);
    expect([...groups]).toEqual([
      ['yellow', ['yellow 2', 'yellow 1']],
      ['red', ['red 1']],
    ]);
  });

  it('are in no group where there are none', () => expect(groupedBy([], String).size).toBe(0));
});
