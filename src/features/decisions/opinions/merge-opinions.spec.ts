import { describe, expect, it } from '@jest/globals';
import type { OpinionWords } from './adoption.js';
import { mergeOpinions } from './merge-opinions.js';

const words = (opinion: string, more: Partial<OpinionWords> = {}): OpinionWords => ({
  source: '居民',
  opinion,
  people: 1,
  adoption: 'ADOPTED',
  reason: '',
  ...more,
});

describe('a list in the place of a table', () => {
  it('changes nothing the second time', () => {
    const list = [words('甲'), words('乙', { adoption: 'NOT', reason: '无依据' })];
    expect(mergeOpinions(list, structuredClone(list)).isSame).toBe(true);
    expect(mergeOpinions(list, list.toReversed()).isSame).toBe(false);
  });

  it('tells what is new, what is answered otherwise and what falls away', () => {
    const standing = [words('甲'), words('乙')];
    const { rows, removed, isSame } = mergeOpinions(standing, [words('甲', { people: 3 }), words('丙')]);
    expect(rows.map(({ kept, isChanged }) => [kept?.opinion ?? null, isChanged])).toEqual([
      ['甲', true],
      [null, false],
    ]);
    expect(removed).toEqual([words('乙')]);
    expect(isSame).toBe(false);
  });
});
