import { describe, expect, it } from '@jest/globals';
import { readCourtList } from './court-list.js';

const WORDS = { departments: [{ code: 'RSJ', name: '区人社局' }], yes: '是 出庭', no: '否 未出庭' };
const read = (...rows: string[]) => readCourtList(rows.join('\n'), WORDS);

describe("a court's list as it is pasted", () => {
  it('is read under its headings, by name or code, blank cells being unknown', () => {
    const { lines, faults } = read(
      '案号\t单位\t负责人是否出庭\t开庭日',
      '（2023）津0105行初12号\t区人社局\t是\t2023年5月9日',
      '',
      '(2023)津0105行初13号\tRSJ\t否\t2023/5/10',
      '（2023）津0105行初14号',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual([
      { case: '（2023）津0105行初12号', department: 'RSJ', appeared: true, heldOn: '2023-05-09' },
      { case: '(2023)津0105行初13号', department: 'RSJ', appeared: false, heldOn: '2023-05-10' },
      { case: '（2023）津0105行初14号', department: null, appeared: null, heldOn: null },
    ]);
  });

  it('names every cell that is not understood, by row and column', () => {
    const { lines, faults } = read('（2023）津0105行初12号,区水务局,也许,2023-02-30', '12号');
    expect(lines).toEqual([]);
    expect(faults).toEqual([
      { row: 1, column: 'department', text: '区水务局' },
      { row: 1, column: 'appeared', text: '也许' },
      { row: 1, column: 'heldOn', text: '2023-02-30' },
      { row: 2, column: 'case', text: '12号' },
    ]);
  });

  it('refuses a row with more cells than the list has columns', () => {
    expect(read('（2023）津0105行初12号,RSJ,是,2023-05-09,备注').faults).toMatchObject([
      { row: 1, column: 'row' },
    ]);
  });
});
