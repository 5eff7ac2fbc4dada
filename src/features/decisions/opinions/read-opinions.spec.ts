import { describe, expect, it } from '@jest/globals';
import { gridOf, type GridCell } from '../../../../test/data/grid.js';
import { readOpinions } from './read-opinions.js';

const sheet = (...rows: GridCell[][]) => readOpinions({ kind: 'workbook', sheets: [gridOf(rows)] });
const HEADER = ['序号', '意见来源', '意见内容', '人数', '采纳情况', '理由'];

describe('the adoption table of opinions', () => {
  it('is found below a title, in any order of columns, and read group by group', () => {
    expect(
      sheet(
        ['公众意见采纳情况表'],
        HEADER,
        [1, '居民代表', '增加停车位', 12, '采纳', ''],
        [null, null, null, null, null, null],
        [2, '网站留言', '降低收费', '3人', '部分采纳', '按成本核定'],
      ),
    ).toEqual({
      problems: [],
      opinions: [
        { source: '居民代表', opinion: '增加停车位', people: 12, adoption: 'ADOPTED', reason: '' },
        { source: '网站留言', opinion: '降低收费', people: 3, adoption: 'PARTLY', reason: '按成本核定' },
      ],
    });
  });

  it('第十八条: names row and column of what is wrong, e.g. a refusal without reasons', () => {
    const { problems } = sheet(
      HEADER,
      [1, '', '', 1, '采纳', ''],
      [2, '', '意见', 'x', '再议', ''],
      [3, '', '另一意见', 1, '不采纳', ''],
    );
    expect(problems.map(({ row, cell, column }) => [row, cell, column])).toEqual([
      [2, 'C2', '意见内容'],
      [3, 'E3', '采纳情况'],
      [3, 'D3', '人数'],
      [4, 'F4', '理由'],
    ]);
  });

  it('asks to merge what stands there twice, and to shorten what is too long', () => {
    const row = [1, '居民', '增加停车位', 1, '采纳', ''];
    expect(sheet(HEADER, row, row).problems).toMatchObject([
      { cell: 'C3', message: expect.stringContaining('与第 2 行') },
    ]);
    const long = ['居'.repeat(201), '意'.repeat(4001), 1, '不采纳', '由'.repeat(4001)];
    expect(sheet(HEADER, [1, ...long]).problems.map(({ cell }) => cell)).toEqual(['B2', 'C2', 'F2']);
  });

  it('says so where there is no table or nothing in it', () => {
    expect(sheet(['随便']).problems[0]?.message).toContain('没有找到表头');
    expect(sheet(HEADER).problems).toEqual([
      { row: 1, cell: '', column: '', message: '表头下没有意见，请自表头的下一行起填写，每行一条' },
    ]);
    expect(readOpinions({ kind: 'text', text: '意见' }).problems).toHaveLength(1);
  });
});
