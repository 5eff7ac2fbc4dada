import { describe, expect, it } from '@jest/globals';
import { readCases, type CaseWords } from './read-cases.js';

const WORDS: CaseWords = {
  departments: [
    { code: 'RSJ', name: '区人社局' },
    { code: 'QZF', name: '区政府' },
  ],
  headings: {
    number: '案号',
    court: '法院 审理法院',
    filedOn: '立案日',
    plaintiff: '原告',
    cause: '案由',
    parties: '被告',
    actSued: '被诉行为',
    level: '审级',
  },
  levels: { FIRST: '一审', SECOND: '二审', RETRIAL: '再审' },
};
const read = (...rows: string[][]) =>
  readCases(rows.map((row) => row.join('\t')).join('\n'), 'ADMINISTRATIVE', WORDS);
const ROW = [
  '（2023）津0105行初12号',
  '区人民法院',
  '2023年4月3日',
  '张三丰',
  '工伤认定',
  '区人社局、区政府',
];

describe('a list of cases as it is pasted', () => {
  it('is read in its own order without headings, the level out of the number', () => {
    const { cases, faults, heading } = read(ROW);
    expect([faults, heading]).toEqual([[], '']);
    expect(cases).toEqual([
      {
        row: 1,
        text: ROW.join('\t'),
        filing: {
          register: 'ADMINISTRATIVE',
          plaintiff: '张三丰',
          cause: '工伤认定',
          actSued: '',
          publicInterest: false,
          instance: {
            level: 'FIRST',
            number: '（2023）津0105行初12号',
            court: '区人民法院',
            filedOn: '2023-04-03',
            parties: [
              { department: 'RSJ', role: 'DEFENDANT' },
              { department: 'QZF', role: 'DEFENDANT' },
            ],
          },
        },
      },
    ]);
  });

  it('follows its headings in whatever order they stand, and passes over columns it does not know', () => {
    const { cases, faults } = read(
      ['序号', '案号', '被告', '原告', '审理法院', '立案日', '案由', '审级'],
      ['1', '（2023）津02行终3号', 'RSJ', '李四', '市二中院', '2023/5/1', '社保', '二审'],
    );
    expect(faults).toEqual([]);
    expect(cases[0]).toMatchObject({
      row: 2,
      filing: { cause: '社保', instance: { level: 'SECOND', court: '市二中院' } },
    });
  });

  it('names every cell that is missing or not understood', () => {
    const { cases, faults } = read(['12号', '', '2023-02-30', '张三', '工伤', '区水务局']);
    expect(cases).toEqual([]);
    expect(faults.map(({ column, text }) => [column, text])).toEqual([
      ['number', '12号'],
      ['court', ''],
      ['filedOn', '2023-02-30'],
      ['parties', '区水务局'],
      ['level', ''],
    ]);
  });

  it('names a number that stands there twice', () => {
    expect(read(ROW, ROW).faults).toEqual([{ row: 2, column: 'number', text: ROW[0] }]);
  });

  it('is nothing where nothing was pasted', () => {
    expect(read(['']).cases).toEqual([]);
  });
});
