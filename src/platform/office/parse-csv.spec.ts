import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OFFICE_LIMITS } from './office-limits.js';
import { parseCsv } from './parse-csv.js';

const texts = (csv: string) => parseCsv(csv, OFFICE_LIMITS).rows.map((row) => row.map((cell) => cell.text));

describe('csv', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\nc', [['a', 'b'], ['c']]],
    ['a\tb,c\td\n', [['a', 'b,c', 'd']]],
    [
      'a;b\n1;2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    ['"各部门\n各街道","说 ""好""",x\n', [['各部门\n各街道', '说 "好"', 'x']]],
    ['"a;b",c;d\n', [['a;b', 'c;d']]],
    ['"a" ,b', [['a', 'b']]],
    ['"a"尾,b', [['a尾', 'b']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,b,', [['a', 'b', '']]],
    ['=1+1,-1,@x', [['=1+1', '-1', '@x']]],
  ])('%j', (csv, rows) => expect(texts(csv)).toEqual(rows));

  it('an empty field is an empty cell', () => {
    expect(parseCsv('a,,b', OFFICE_LIMITS).rows[0]![1]).toEqual({ value: null, text: '' });
  });

  it.each([
    ['FILE_BROKEN', 'a,"b\nc'],
    ['FILE_TOO_MANY_COLUMNS', ','.repeat(200)],
    ['FILE_TOO_MANY_ROWS', 'a\n'.repeat(20_001)],
    ['FILE_TOO_MANY_CELLS', ('a,'.repeat(99) + '\n').repeat(3_100)],
  ])('refuses with %s', (code, csv) => {
    expect(() => parseCsv(csv, OFFICE_LIMITS)).toThrow(expect.objectContaining({ code }));
  });

  it('gives back what was quoted by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('督', 'a', ',', '"', '\n', ';', ' ') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const header = ['h1', 'h2', 'h3', 'h4'];
        const quoted = [header, ...rows].map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
        );
        expect(texts(quoted.join('\n'))).toEqual([header, ...rows]);
      }),
    );
  });
});
