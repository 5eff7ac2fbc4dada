import { describe, expect, it } from '@jest/globals';
import { gridOf, type GridCell } from '../../../../test/data/grid.js';
import { register2023 } from '../../../../test/data/register-2023.js';
import type { SheetGrid } from '../../../platform/office/office-document.js';
import type { LedgerReading, LedgerRow } from './ledger-row.js';
import { readLedgerSheets } from './read-ledger-sheets.js';
import type { LedgerContext } from './row-context.js';

const register = register2023();

function read(sheets: SheetGrid | SheetGrid[], more: Partial<LedgerContext> = {}): LedgerReading {
  return readLedgerSheets([sheets].flat(), { year: 2023, register, ...more });
}

function brief(row: LedgerRow): string {
  const codes = (departments: LedgerRow['lead']): string => departments.map(({ code }) => code).join('+');
  return [row.number, row.title, codes(row.lead), codes(row.support), row.deadline.due, row.status].join('|');
}

function problems(row: LedgerRow): string[] {
  return row.problems.map(({ cell, code }) => `${cell} ${code}`);
}

const HEADER = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'];
const HEALTH: GridCell[] = [1, '民营企业法治体检', '区司法局', '区工商联', '6月底前'];

describe('where the columns stand', () => {
  it('finds them in any order and keeps those it does not know as raw text', () => {
    const { rows, columns } = read(
      gridOf([
        ['完成时限', '联络群', '配合单位', '任务名称', '编号', '主办单位', '具体举措'],
        ['9月底前', '甲群', '区医保局', '一件事一次办', 7, '区政务服务办', '公布目录'],
      ]),
    );
    expect(rows.map(brief)).toEqual(['7|一件事一次办|ZWB|YBJ|2023-09-30|ready']);
    expect(rows[0]).toMatchObject({ measures: '公布目录', raw: { 联络群: '甲群' } });
    expect(columns.find(({ heading }) => heading === '联络群')!.field).toBeNull();
  });

  it('reads a heading of three rows below a title, a number and a date', () => {
    const { rows, heading } = read(
      gridOf([
        ['2023年法治建设重点工作台账', '<', '<', '<', '<', '<', '<'],
        ['区法办〔2023〕2号', null, null, '印发日期：2023-02-03', null, null, null],
        ['序 号', '指标体系', '<', '任务情况', '<', '<', '<'],
        ['^', '一级指标', '二级指标', '工作任务', '责任分工', '<', '完成时限'],
        ['^', '^', '^', '^', '牵头单位', '责任单位', '^'],
        [1, '依法行政', '执法监督', '案卷评查', '区司法局', '各执法部门', '印发后30日内'],
        [2, null, null, '月考评', '区司法局', '31个行政执法单位', '每月底前'],
      ]),
    );
    expect(heading).toEqual({
      title: '2023年法治建设重点工作台账',
      issuedOn: '2023-02-03',
      year: 2023,
      sourceNumber: '区法办〔2023〕2号',
    });
    expect(rows.map(brief)).toEqual(['1|案卷评查|SFJ||2023-03-05|ready', '2|月考评|SFJ||2023-12-31|ready']);
    expect(rows[1]!.indicators).toEqual(['依法行政', '执法监督']);
  });

  it('takes the first of a single 责任单位 column for the lead', () => {
    const { rows } = read(
      gridOf([
        ['序号', '工作任务', '责任单位', '时限'],
        [1, '预案修订', '区应急局、区卫健委', '9月底前'],
        [2, '宣讲', '区司法局（牵头）、各街道', '年内'],
        [3, '清理', '各街道、区司法局', '年内'],
      ]),
    );
    expect(rows.map(brief)).toEqual([
      '1|预案修订|YJJ|WJW|2023-09-30|ready',
      '2|宣讲|SFJ||2023-12-31|ready',
      '3|清理||SFJ|2023-12-31|needsReview',
    ]);
  });

  it('follows the user’s own mapping before its own reading', () => {
    const grid = gridOf([
      ['序号', '工作', '牵头单位', '何时', '备注'],
      [1, '宣讲', '区司法局', '6月底前', '9月底前'],
    ]);
    expect(read(grid).notices[0]!.code).toBe('HEADER_NOT_FOUND');
    const mapped = read(grid, { mapping: { B: 'TITLE', 何时: 'DEADLINE', 备注: null } });
    expect(mapped.rows.map(brief)).toEqual(['1|宣讲|SFJ||2023-06-30|ready']);
    const other = read(grid, { mapping: { B: 'TITLE', E: 'DEADLINE' } });
    expect(other.rows[0]!.deadline.due).toBe('2023-09-30');
  });

  it('takes the columns 1月 … 12月 for nodes of the task', () => {
    const { rows } = read(
      gridOf([
        ['序号', '重点任务', '牵头单位', '完成时限', '月度节点', '<', '<'],
        ['^', '^', '^', '^', '3月', '6月', '十二月'],
        [1, '宣讲', '区司法局', '年底前', '制定方案', null, '总结'],
      ]),
    );
    expect(rows[0]!.nodes).toEqual([
      { due: '2023-03-31', label: '制定方案' },
      { due: '2023-12-31', label: '总结' },
    ]);
  });
});

describe('what stands between the tasks', () => {
  it('leaves out totals, notes, blank and repeated rows, and makes sections indicators', () => {
    const { rows, skipped } = read(
      gridOf([
        HEADER,
        ['一、依法行政', '<', '<', '<', '<'],
        HEALTH,
        [null, null, null, null, null],
        ['（一）普法', null, null, null, null],
        HEADER,
        [2, '宣讲', '区司法局', '各街道', '12月'],
        ['合计', '2项', null, null, null],
        ['注：列首位的为第一牵头单位。', '<', '<', '<', '<'],
        ['填表人：', null, '审核人：', null, null],
      ]),
    );
    expect(rows.map(({ indicators }) => indicators)).toEqual([['依法行政'], ['依法行政', '普法']]);
    expect(skipped.map(({ reason, place }) => `${place.row} ${reason}`)).toEqual([
      '2 SECTION',
      '5 SECTION',
      '6 REPEATED_HEADER',
      '8 TOTAL',
      '9 NOTE',
      '10 NOTE',
    ]);
  });

  it('leaves hidden sheets out and says so; hidden rows, comments and struck cells are said', () => {
    const visible = gridOf(
      [
        HEADER,
        HEALTH,
        [2, '宣讲', { value: '区司法局', comment: '待定' }, '各街道', '12月'],
        [3, { value: '旧任务', strikethrough: true }, '区司法局', null, '12月'],
      ],
      { hiddenRows: [1], hiddenColumns: [4], name: '台账' },
    );
    const { rows, notices } = read([visible, gridOf([HEADER, HEALTH], { name: '旧表', hidden: true })]);
    expect(notices.map(({ code }) => code)).toEqual(['COLUMN_HIDDEN', 'SHEET_HIDDEN']);
    expect(notices[1]!.message).toContain('“旧表”');
    expect(rows.map(problems)).toEqual([
      ['A2 ROW_HIDDEN'],
      ['C3 CELL_COMMENT'],
      ['B4 TASK_STRUCK_OUT', 'B4 CELL_STRUCK_OUT'],
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['ready', 'ready', 'needsReview']);
  });

  it('reads several sheets as one ledger and counts through numbers that begin anew', () => {
    const second = gridOf([HEADER, [1, '宣讲', '区司法局', null, '12月']], { name: '二' });
    const { rows } = read([gridOf([HEADER, HEALTH], { name: '一' }), second]);
    expect(rows.map(({ number, place }) => `${place.sheet} ${number}`)).toEqual(['一 1', '二 2']);
    expect(problems(rows[1]!)).toEqual(['第2行 NUMBER_GENERATED']);
  });

  it('reports a task that stands there twice', () => {
    const { rows } = read(gridOf([HEADER, HEALTH, [2, '民营企业 法治体检', '司法局', null, '年内']]));
    expect(rows[1]).toMatchObject({ status: 'needsReview', problems: [{ code: 'TASK_DUPLICATE' }] });
  });
});

describe('what stands in the cells', () => {
  const deadlineOf = (cell: GridCell): LedgerRow =>
    read(gridOf([HEADER, [1, '宣讲', '区司法局', null, cell]])).rows[0]!;

  it('reads dates as text, as serials with and without a format, and refuses to guess 6.3', () => {
    const formatted = { value: 45107, text: '2023/6/30 0:00', isDate: true, day: '2023-06-30' };
    expect(deadlineOf(formatted).deadline).toMatchObject({ due: '2023-06-30', raw: '2023-06-30' });
    expect(deadlineOf(45107).deadline.due).toBe('2023-06-30');
    expect(deadlineOf('２０２３．６．３０').deadline.due).toBe('2023-06-30');
    expect(deadlineOf(6.3)).toMatchObject({ status: 'needsReview', deadline: { kind: 'ambiguous' } });
    expect(deadlineOf('2023年2月30日')).toMatchObject({
      status: 'needsReview',
      deadline: { kind: 'invalid' },
    });
    expect(problems(deadlineOf('尽快完成'))).toEqual(['E2 DEADLINE_UNCLEAR']);
    expect(problems(deadlineOf(null))).toEqual([' DEADLINE_MISSING']);
  });

  it('joins the measures of one task and makes their deadlines its nodes', () => {
    const { rows } = read(
      gridOf([
        ['序号', '重点任务', '具体措施', '牵头单位', '完成时限'],
        [1, '八五普法中期验收', '自查', '区司法局', '8月底前'],
        ['^', '^', '抽查', '^', '9月底前'],
        [null, null, '验收', null, '10月底前'],
        [2, '宣讲', '进社区', '区司法局', '年内'],
      ]),
    );
    expect(rows.map(brief)).toEqual([
      '1|八五普法中期验收|SFJ||2023-10-31|ready',
      '2|宣讲|SFJ||2023-12-31|ready',
    ]);
    expect(rows[0]).toMatchObject({
      measures: '自查\n抽查\n验收',
      deadline: {
        kind: 'milestones',
        raw: '8月底前；9月底前；10月底前',
        items: [
          { due: '2023-08-31', label: '自查' },
          { due: '2023-09-30', label: '抽查' },
          { due: '2023-10-31', label: '验收' },
        ],
      },
    });
  });

  it('makes as many tasks of a title as there are numbers beside it', () => {
    const { rows } = read(
      gridOf([
        ['序号', '重点任务', '具体措施', '牵头单位', '完成时限'],
        ['1.1', '普法', '宣讲', '区司法局', '8月底前'],
        ['1.2', '^', '竞赛', '区教育局', '9月底前'],
      ]),
    );
    expect(rows.map(brief)).toEqual(['1.1|宣讲|SFJ||2023-08-31|ready', '1.2|竞赛|JYJ||2023-09-30|ready']);
    expect(rows[1]!.indicators).toEqual(['普法']);
  });

  it('says which cell shows an error and takes a formula’s last value', () => {
    const error: GridCell = { value: null, text: '#REF!', error: '#REF!' };
    const formula: GridCell = { value: '区司法局', isFormula: true };
    const { rows } = read(
      gridOf([
        HEADER,
        [1, '宣讲', error, null, '年内'],
        [2, '竞赛', formula, null, '年内'],
        [3, error, '区司法局', null, '年内'],
      ]),
    );
    expect(rows.map(problems)).toEqual([
      [' LEAD_MISSING', 'C2 CELL_ERROR'],
      ['C3 FORMULA_VALUE_TAKEN'],
      [' TITLE_MISSING', 'B4 CELL_ERROR'],
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['needsReview', 'ready', 'rejected']);
  });

  it('holds a row whose lead is missing, a group or unknown, not one whose supports are', () => {
    const { rows, summary } = read(
      gridOf([
        HEADER,
        [1, '甲', null, '区司法局', '年内'],
        [2, '乙', '各街道', null, '年内'],
        [3, '丙', '区市埸监管局', null, '年内'],
        [4, '丁', '区司法局', '区大数据局等', '年内'],
      ]),
    );
    expect(rows.map(problems)).toEqual([
      [' LEAD_MISSING'],
      ['C3 LEAD_MISSING'],
      ['C4 LEAD_UNKNOWN', 'C4 LEAD_MISSING'],
      ['D5 SUPPORT_UNKNOWN', 'D5 DEPARTMENTS_OPEN_ENDED'],
    ]);
    expect(rows[2]!.problems[0]!.message).toBe(
      'C4中的“区市埸监管局”不在单位名录中，是否为“区市场监管局”？请选择或补充单位名录。',
    );
    expect(summary).toEqual({ rows: 4, ready: 1, needsReview: 3, rejected: 0 });
  });

  it('reads amounts with their unit, and says which is no number', () => {
    const { rows } = read(
      gridOf([
        ['序号', '重点任务', '牵头单位', '完成时限', '目标值', '计量单位'],
        [1, '甲', '区司法局', '年内', 12, '项'],
        [2, '乙', '区司法局', '年内', '不少于1,200人次', null],
        [3, '丙', '区司法局', '年内', { value: 0.95, text: '95%' }, null],
        [4, '丁', '区司法局', '年内', '若干', '次'],
        [5, '戊', '区司法局', '年内', '/', null],
      ]),
    );
    expect(rows.map(({ target }) => target)).toEqual([
      { value: 12, unit: '项' },
      { value: 1200, unit: '人次' },
      { value: 95, unit: '%' },
      null,
      null,
    ]);
    expect(rows.map(problems)).toEqual([[], [], [], ['E5 TARGET_UNREADABLE'], []]);
  });
});
