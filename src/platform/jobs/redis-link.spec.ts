import { describe, expect, it } from '@jest/globals';
import { weaknessesOf } from './redis-link.js';

describe('what a Redis is told about its settings', () => {
  it('names a missing AOF and a policy that evicts, and nothing of a Redis set up as advised', () => {
    const weak = 'aof_enabled:0\r\nmaxmemory_policy:allkeys-lru\r\n';
    expect(weaknessesOf(weak).map((text) => /AOF|allkeys-lru/.exec(text)?.[0])).toEqual([
      'AOF',
      'allkeys-lru',
    ]);
    expect(weaknessesOf('aof_enabled:1\r\nmaxmemory_policy:noeviction\r\n')).toEqual([]);
  });

  it('says nothing of what a Redis does not tell', () => {
    expect(weaknessesOf('')).toEqual([]);
  });
});
