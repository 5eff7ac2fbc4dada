import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { register2023 } from '../../../../test/data/register-2023.js';
import type { LedgerReading, LedgerRow } from './ledger-row.js';
import { readLedgerNotice } from './read-ledger-notice.js';

const context = { year: 2023, register: register2023() };

function read(text: string): LedgerReading {
  return readLedgerNotice(text, context);
}

function only(text: string): LedgerRow {
  const { rows } = read(text);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

function codes(row: LedgerRow): string {
  const list = (departments: LedgerRow['lead']): string => departments.map(({ code }) => code).join('+');
  return [list(row.lead), list(row.support), row.groups.join('+')].join('|');
}

function unknown(row: LedgerRow): string[] {
  return row.problems.filter(({ code }) => code.endsWith('_UNKNOWN')).map(({ message }) => message);
}

describe('notices as published', () => {
  it('reads the opening of the notice of 立山区: six tasks under one heading, nothing lost', () => {
    const { rows, heading } = read(readFileSync('test/data/notices/lishan-2023.txt', 'utf8'));
    expect(heading).toMatchObject({ title: '立山区政府2023年重点工作任务分解和责任分工方案', year: 2023 });
    expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(new Set(rows.map(({ indicators }) => indicators.join('/')))).toEqual(
      new Set(['经济社会发展的主要预期目标']),
    );
    expect(rows[0]!.title).toBe('努力实现地区生产总值增长6.2%左右');
    expect(rows[3]!.raw['原文']).toContain('区市场局');
    expect(codes(rows[3]!)).toBe('SWJ||ALL_STREETS');
    expect(codes(rows[2]!)).toBe('||ALL_STREETS+ALL_DEPARTMENTS');
    expect(unknown(rows[2]!).join()).toMatch(/区发改局.*立山经济开发区/);
    expect(unknown(rows[4]!).join()).toMatch(/立山经济开发区.*税务局/);
    expect(rows.every(({ status }) => status === 'needsReview')).toBe(true);
  });

  it('reads the opening of the notice of 蔡甸区: with 责任单位 alone the first leads', () => {
    const { rows } = read(readFileSync('test/data/notices/caidian-2023.txt', 'utf8'));
    expect(rows.map(({ title }) => title)).toEqual([
      '地区生产总值增长7%以上',
      '规上工业增加值增长12%以上',
      '固定资产投资增长10%以上',
    ]);
    expect(rows[0]!.indicators).toEqual(['2023年全区经济社会发展的主要预期目标']);
    expect(rows[0]!.problems.map(({ code }) => code)).toEqual([
      'LEAD_UNKNOWN',
      'LEAD_MISSING',
      'DEADLINE_MISSING',
    ]);
    expect(rows[1]!.problems[0]!.message).toContain('“区科技和经信局”');
  });
});

describe('the ways in which a notice says who and when', () => {
  it('reads lines 牵头单位:… 责任单位:… and a deadline inside the text', () => {
    const row = only('1.修订突发事件应急预案，6月底前完成。\n牵头单位:区应急局\n责任单位:区卫健委,各街道');
    expect(codes(row)).toBe('YJJ|WJW|ALL_STREETS');
    expect(row).toMatchObject({ title: '修订突发事件应急预案，6月底前完成', status: 'ready' });
    expect(row.deadline).toMatchObject({ due: '2023-06-30', raw: '6月底前' });
  });

  it('reads (牵头单位:…;责任单位:…;完成时限:…) at the end of the paragraph', () => {
    const row = only(
      '1.开展案卷评查。对全区案卷分批评查(含街道)。（牵头单位：区司法局；责任单位：各行政执法单位；完成时限：2023年11月底前）',
    );
    expect(codes(row)).toBe('SFJ||ENFORCEMENT_UNITS');
    expect(row).toMatchObject({
      title: '开展案卷评查',
      measures: '对全区案卷分批评查(含街道)。',
      status: 'ready',
    });
    expect(row.deadline).toMatchObject({ due: '2023-11-30', raw: '2023年11月底前' });
  });

  it('reads a last sentence …牵头，…按职责分工负责', () => {
    const row = only(
      '（三）规范行政合同。年底前完成培训。区司法局牵头，区级各有关部门及各街道按职责分工负责。',
    );
    expect(codes(row)).toBe('SFJ||RELEVANT_UNITS+ALL_STREETS');
    expect(row).toMatchObject({ number: '三', measures: '年底前完成培训。', status: 'ready' });
  });

  it('reads the same within one sentence, and （区司法局牵头，区财政局配合）', () => {
    expect(codes(only('2.年底前建成平台，区数字办牵头，区财政局配合。'))).toBe('SZB|CZJ|');
    expect(codes(only('2.年底前建成平台（区数字办牵头，区财政局配合）。'))).toBe('SZB|CZJ|');
    expect(codes(only('2.年底前建成平台，由区数字办负责。'))).toBe('SZB||');
  });

  it('reads everything pasted as one line', () => {
    const row = only('1.年底前建成平台。 牵头单位:区数字办 配合单位:区财政局、区人社局');
    expect(codes(row)).toBe('SZB|CZJ+RSJ|');
    expect(row.title).toBe('年底前建成平台');
  });

  it('makes the nodes of several days in the text', () => {
    const row = only('1.8月底前完成自查，10月底前完成验收。\n责任单位：区司法局、各街道');
    expect(row.deadline).toMatchObject({ kind: 'milestones', due: '2023-10-31' });
  });

  it('takes the headings above for indicators and leaves the chapter of requirements out, saying so', () => {
    const { rows, skipped } = read(
      [
        '某区2023年法治建设重点任务分工方案',
        '某法办〔2023〕3号　印发日期：2023年3月15日',
        '一、依法行政',
        '（一）规范决策',
        '1.编制目录。印发后30日内完成。（责任单位：区政府办公室、区司法局）',
        '（二）规范执法',
        '1.开展月考评。每月底前通报。（区司法局牵头，各行政执法单位配合）',
        '2.没有写明由谁办理的事项。',
        '二、工作要求',
        '（一）提高认识。各单位要高度重视。',
      ].join('\n'),
    );
    expect(rows.map(({ indicators }) => indicators.join('/'))).toEqual([
      '依法行政/规范决策',
      '依法行政/规范执法',
      '依法行政/规范执法',
    ]);
    expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(rows[0]!.deadline).toMatchObject({ kind: 'relative', due: '2023-04-14' });
    expect(rows[2]!.problems.map(({ code }) => code)).toContain('LEAD_MISSING');
    expect(skipped.at(-1)).toMatchObject({ reason: 'NOTE', text: '提高认识。各单位要高度重视。' });
  });

  it('says so where a text has no tasks', () => {
    expect(read('关于召开会议的通知').notices[0]).toMatchObject({ code: 'NOTICE_WITHOUT_TASKS' });
  });
});
