import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, pageOf } from './cursor.js';

describe('cursor', () => {
  it('comes back as it was made', () => {
    expect(decodeCursor(encodeCursor(['0012', 7]), 2)).toEqual(['0012', 7]);
  });

  it.each([
    '',
    'x',
    encodeCursor(['a']),
    encodeCursor(['a', 'b', 'c']),
    Buffer.from('{"a":1}').toString('base64url'),
  ])('refuses %j, which this program did not make for this list', (cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow('分页游标无效');
  });

  it('ends with the last page', () => {
    const rows = [1, 2, 3];
    const first = pageOf(rows, 2, (n) => n * 10, (n) => [n]); // prettier-ignore
    expect(first.items).toEqual([10, 20]);
    expect(decodeCursor(first.next!, 1)).toEqual([2]);
    expect(pageOf(rows.slice(2), 2, (n) => n, (n) => [n])).toEqual({ items: [3], next: null }); // prettier-ignore
  });
});
