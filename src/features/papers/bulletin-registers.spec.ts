import { describe, expect, it } from '@jest/globals';
import { novemberFacts } from '../../../test/support/snapshot-rows.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import { makeBulletin } from './make-bulletin.js';

const plan: RegisterRow = {
  register: 'DECISIONS',
  sortKey: '2023-02',
  number: '2023-02',
  title: '养老服务设施布局规划',
  departmentCode: 'MZJ',
  departmentName: '区民政局',
  standing: '合法性审查',
  light: 'RED',
  rule: 'OVERDUE',
  explanation: '计划 2023-10-31 完成，今天 2023-11-30，逾期 30 天。',
  dueOn: '2023-10-31',
  overdueDays: 30,
};
const hearing: RegisterRow = {
  ...plan,
  register: 'HEARINGS',
  number: '（2023）津0105行初12号',
  title: '一审开庭',
  departmentName: '区水务局',
  standing: '负责人已出庭',
  light: 'DONE',
  explanation: '负责人已出庭。',
  overdueDays: 0,
};
const figures = {
  DECISIONS: { identified: 4, finished: 2, underWay: 2 },
  HEARINGS: { hearings: 40, obligations: 21, fulfilled: 21 },
};

const partsOf = (facts: Parameters<typeof novemberFacts>[0]) =>
  makeBulletin(novemberFacts(facts)).sections[1]!.parts.map((part) => part.text);

describe('重大行政决策和出庭应诉 in a bulletin', () => {
  it('follow the indicators with the numbers frozen with the month, and name what needs attention', () => {
    expect(partsOf({ registers: [plan, hearing], registerFigures: figures }).slice(-4)).toEqual([
      '（三）重大行政决策',
      '年度目录内事项4项，已完成2项，正在推进2项。需要关注的1项：《养老服务设施布局规划》（区民政局）红灯，计划 2023-10-31 完成，今天 2023-11-30，逾期 30 天。',
      '（四）行政机关负责人出庭应诉',
      '本年累计开庭40次，应由负责人出庭21件，已出庭21件，出庭应诉率100%（21/21）。',
    ]);
  });

  it('say 无应出庭案件 for 0/0, and 99.9% where a rounded share would hide an absence', () => {
    const words = (fulfilled: number, obligations: number) =>
      partsOf({ registers: [hearing], registerFigures: { HEARINGS: { hearings: 3, obligations, fulfilled } } }).at(-1); // prettier-ignore
    expect(words(0, 0)).toContain('无应出庭案件');
    expect(words(2999, 3000)).toContain('99.9%（2999/3000）');
    expect(words(1, 3)).toContain('33.3%（1/3）');
  });

  it('come with a table each, and leave no trace where a register is empty', () => {
    const titles = (registers: RegisterRow[]) =>
      makeBulletin(novemberFacts({ registers })).attachments.map(({ title }) => title).slice(3); // prettier-ignore
    expect(titles([plan, hearing])).toEqual(['重大行政决策进展表', '行政机关负责人出庭应诉情况表']);
    expect(titles([])).toEqual([]);
    expect(makeBulletin(novemberFacts({ registers: [] }))).toEqual(makeBulletin(novemberFacts()));
  });
});
