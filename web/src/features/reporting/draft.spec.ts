import { describe, expect, it } from '@jest/globals';
import { isSame, missingOf, type Content } from './draft.js';

const EMPTY: Content = { claimedProgress: null, count: null, text: '', problems: '', nextStep: '' };

describe('a draft of a monthly report', () => {
  it('is the same only when every field is', () => {
    expect(isSame(EMPTY, { ...EMPTY })).toBe(true);
    expect(isSame(EMPTY, { ...EMPTY, count: 0 })).toBe(false);
    expect(isSame(EMPTY, { ...EMPTY, nextStep: '继续' })).toBe(false);
  });

  it('lacks progress and text until both are written; nought percent is progress too', () => {
    expect(missingOf(EMPTY)).toEqual(['progress', 'text']);
    expect(missingOf({ ...EMPTY, text: '  ' })).toEqual(['progress', 'text']);
    expect(missingOf({ ...EMPTY, claimedProgress: 0, text: '已启动' })).toEqual([]);
  });
});
