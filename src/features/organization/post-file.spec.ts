import { describe, expect, it } from '@jest/globals';
import { orderTerms, parsePostFile } from './post-file.js';

describe('terms of one post', () => {
  it('are put in order, and an open one ends the day before the next', () => {
    const { terms, faults } = orderTerms([
      { fromDay: '2023-03-01', toDay: null },
      { fromDay: '2022-01-01', toDay: null },
    ]);
    expect(terms).toEqual([
      { fromDay: '2022-01-01', toDay: '2023-02-28' },
      { fromDay: '2023-03-01', toDay: null },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['overlap by a day', '2022-01-01', '2023-03-01', '2023-03-01'],
    ['begin on one day', '2023-03-01', null, '2023-03-01'],
  ])('are refused when they %s', (_, fromDay, toDay, next) => {
    const { faults } = orderTerms([
      { fromDay, toDay },
      { fromDay: next, toDay: null, line: 5 },
    ]);
    expect(faults).toMatchObject([{ line: 5, column: 'from' }]);
  });

  it('may leave a gap: the post is vacant then', () => {
    const gap = [
      { fromDay: '2022-01-01', toDay: '2022-06-30' },
      { fromDay: '2023-03-01', toDay: null },
    ];
    expect(orderTerms(gap)).toEqual({ terms: gap, faults: [] });
  });
});

describe('a file of posts', () => {
  const HEAD = 'code,department,kind,holder,email,from,to';

  it('gives one term a row', () => {
    expect(parsePostFile(Buffer.from(`${HEAD}\nSWJ-HEAD,SWJ,HEAD,韩江,,2022-01-01,2022-12-31`))).toEqual([
      {
        line: 2,
        code: 'SWJ-HEAD',
        department: 'SWJ',
        kind: 'HEAD',
        holder: '韩江',
        email: '',
        fromDay: '2022-01-01',
        toDay: '2022-12-31',
      },
    ]);
  });

  it.each([
    ['code', 'swj,SWJ,HEAD,韩江,,2022-01-01,'],
    ['department', 'SWJ-HEAD,,HEAD,韩江,,2022-01-01,'],
    ['kind', 'SWJ-HEAD,SWJ,BOSS,韩江,,2022-01-01,'],
    ['holder', 'SWJ-HEAD,SWJ,HEAD,,,2022-01-01,'],
    ['email', 'SWJ-HEAD,SWJ,HEAD,韩江,not an address,2022-01-01,'],
    ['from', 'SWJ-HEAD,SWJ,HEAD,韩江,,2022-02-30,'],
    ['to', 'SWJ-HEAD,SWJ,HEAD,韩江,,2022-01-01,2021-12-31'],
  ])('names a faulty %s', (column, row) => {
    expect(() => parsePostFile(Buffer.from(`${HEAD}\n${row}`))).toThrow(
      expect.objectContaining({ details: { faults: [expect.objectContaining({ line: 2, column })] } }),
    );
  });
});
