import { describe, expect, it } from '@jest/globals';
import { indicatorTree } from './indicator-tree.js';
import type { IndicatorRecord } from './indicator.store.js';

const heading = (id: string, parentId: string | null, level: number, ordinal: number): IndicatorRecord => ({
  id,
  ledgerId: 'l',
  parentId,
  level,
  name: id,
  path: id,
  ordinal,
});

describe('the tree of headings', () => {
  const headings = [heading('甲', null, 1, 1), heading('乙', null, 1, 2), heading('甲一', '甲', 2, 3), heading('甲一1', '甲一', 3, 4)]; // prettier-ignore

  it('stands in reading order and sums what lies below', () => {
    const counts = new Map([
      ['甲', 1],
      ['甲一1', 4],
      ['甲一', 2],
    ]);
    const tree = indicatorTree(headings, counts);
    expect(tree.map(({ heading: { id }, own, total }) => [id, own, total])).toEqual([
      ['甲', 1, 7],
      ['甲一', 2, 6],
      ['甲一1', 4, 4],
      ['乙', 0, 0],
    ]);
  });
});
