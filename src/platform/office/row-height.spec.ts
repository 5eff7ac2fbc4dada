import { describe, expect, it } from '@jest/globals';
import { rowHeight } from './row-height.js';

const cell = (text: string, size = 11) => ({ text, size });

describe('height of a row', () => {
  it('is one line for short text, and for none', () => {
    expect(rowHeight([cell('区司法局'), cell('')], [20, 20])).toBe(19);
    expect(rowHeight([], [])).toBe(19);
  });

  it('grows with the lines that wrapped Chinese text needs', () => {
    expect(rowHeight([cell('法'.repeat(30))], [20])).toBe(3 * 15 + 4);
  });

  it('follows the tallest cell and its own line breaks', () => {
    expect(rowHeight([cell('短'), cell('一\n二\n三\n四')], [20, 20])).toBe(4 * 15 + 4);
  });

  it('counts larger type', () => {
    expect(rowHeight([cell('标题', 22)], [20])).toBe(2 * 15 + 4);
  });
});
