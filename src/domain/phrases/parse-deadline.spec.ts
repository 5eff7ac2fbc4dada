import { describe, expect, it } from '@jest/globals';
import { parseHolidayNotice } from '../calendar/parse-holiday-notice.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import type { DeadlineContext } from './deadline.js';
import { parseDeadline } from './parse-deadline.js';

const notice = `2023年部分节假日安排。一、春节：1月21日至27日放假调休。1月28日、29日上班。
二、国庆节：9月29日至10月6日放假调休。`;
const calendar = workingCalendar([parseHolidayNotice(notice)]);
const context: DeadlineContext = { planYear: 2023, issuedOn: '2023-01-10', calendar };
const read = (raw: string | number | null | undefined) => parseDeadline(raw, context);

describe('a date', () => {
  it.each([
    ['2023-6-3', '2023-06-03'],
    ['2023年6月3日(周六)前', '2023-06-03'],
    ['2023年6月3日（星期六）前', '2023-06-03'],
    ['６月３日前', '2023-06-03'],
    ['6 月\n底 前', '2023-06-30'],
    ['2023/6/30 0:00:00', '2023-06-30'],
    ['45107', '2023-06-30'],
    ['45107.0', '2023-06-30'],
    ['6.3', '2023-06-03'],
    ['6/30前', '2023-06-30'],
    ['6月30前', '2023-06-30'],
    ['2023年6月30日（含）前', '2023-06-30'],
    ['年底', '2023-12-31'],
    ['本年度内', '2023-12-31'],
    ['明年一季度', '2024-03-31'],
    ['次年3月1日前', '2024-03-01'],
    ['次月5日前', '2023-02-05'],
    ['前三季度', '2023-09-30'],
    ['2023年初步建立', '2023-12-31'],
    ['不迟于6月30日', '2023-06-30'],
    ['完成时限：2023年6月底前', '2023-06-30'],
    ['立行立改，6月底前完成', '2023-06-30'],
  ])('%s is %s', (raw, due) => {
    expect(read(raw)).toEqual({ kind: 'date', due, needsReview: false });
  });

  it('keeps the hour and the number of times', () => {
    expect(read('2023-06-30 17:30')).toMatchObject({ due: '2023-06-30', time: '17:30', needsReview: false });
    expect(read('6月30日下午5点前')).toMatchObject({ due: '2023-06-30', time: '17:00', needsReview: false });
    expect(read('11月底前开展4次')).toMatchObject({ due: '2023-11-30', targetCount: 4, needsReview: false });
  });

  it.each([
    ['6月前', '2023-06-30', '是否含该期间不明确'],
    ['2024年前', '2024-12-31', '是否含该期间不明确'],
    ['6月中', '2023-06-20', '没有写明日期'],
    ['2023年6月3日（周五）前', '2023-06-03', '实为星期六'],
    ['2022年6月底前', '2022-06-30', '早于计划年度'],
    ['2099年底前', '2099-12-31', '距计划年度过远'],
    ['2023年6月底前xyz', '2023-06-30', '未读懂“xyz”'],
    ['约6月底', '2023-06-30', '未读懂“约”'],
    ['原则上6月底前', '2023-06-30', '未读懂“原则上”'],
    ['6月底前不能完成', '2023-06-30', '未读懂“不能完成”'],
    ['6月底前（争取5月底）', '2023-06-30', '未读懂“（争取5月底）”'],
    ['6月底前报送上半年总结', '2023-06-30', '未读懂'],
    ['1、6月底前', '2023-06-30', '未读懂“1、”'],
    ['完成自查6月底前', '2023-06-30', '未读懂“完成自查”'],
  ])('%s is %s but a person must look: %s', (raw, due, note) => {
    expect(read(raw)).toMatchObject({ kind: 'date', due, needsReview: true });
    expect(read(raw).note).toContain(note);
  });

  it.each([
    '2023年13月',
    '6月0日',
    '20231301',
    '2023/13/01',
    '6月30日25时前',
    '6月31日至7月10日',
    '每月32日前',
  ])('%s does not exist', (raw) =>
    expect(read(raw)).toMatchObject({ kind: 'invalid', due: null, needsReview: true }),
  );

  it('is never made of what is no date', () => {
    for (const raw of [
      '6',
      '2023',
      '1.6月底前完成',
      '1年内完成',
      '30日内',
      '见附件',
      '同上',
      '长期无人管理',
      '每两个月一次',
    ]) {
      expect([raw, read(raw)]).toEqual([
        raw,
        { kind: 'unparsed', due: null, needsReview: true, note: expect.any(String) },
      ]);
    }
    expect(read('字'.repeat(301)).kind).toBe('unparsed');
  });

  it('says when only a beginning is stated', () => {
    expect(read('6月1日起施行')).toMatchObject({
      kind: 'ambiguous',
      due: null,
      start: '2023-06-01',
      needsReview: true,
    });
  });
});

describe('a numeric cell', () => {
  it.each([
    [45107, 'date', '2023-06-30'],
    [20230630, 'date', '2023-06-30'],
    [202306, 'date', '2023-06-30'],
    [2023.06, 'date', '2023-06-30'],
    [2023.12, 'date', '2023-12-31'],
    [6.15, 'date', '2023-06-15'],
    [6.4, 'date', '2023-06-04'],
    // 6.30 in a number cell is the same number as 6.3.
    [6.3, 'ambiguous', null],
    [2023.1, 'ambiguous', null],
    [6, 'unparsed', null],
    [0, 'unparsed', null],
    [-45107, 'unparsed', null],
    [13.5, 'unparsed', null],
    [Number.NaN, 'unparsed', null],
    [Number.POSITIVE_INFINITY, 'unparsed', null],
  ])('%p is %s %s', (raw, kind, due) => {
    expect(read(raw)).toMatchObject({ kind, due, needsReview: kind !== 'date' });
  });

  it('keeps the hour of a serial', () => {
    expect(read(45107.75)).toMatchObject({ due: '2023-06-30', time: '18:00' });
  });

  it('or an empty one states nothing', () => {
    for (const raw of [null, undefined, '', ' ', '-', '——', '/', '无']) {
      expect(read(raw)).toEqual({ kind: 'none', due: null, needsReview: false });
    }
  });
});

describe('a range', () => {
  it.each([
    ['2023年11月—12月', '2023-11-01', '2023-12-31'],
    ['2023.6.1-6.30', '2023-06-01', '2023-06-30'],
    ['2023-06-01至2023-06-30', '2023-06-01', '2023-06-30'],
    ['5月10日-20日', '2023-05-10', '2023-05-20'],
    ['一至三季度', '2023-01-01', '2023-09-30'],
    ['2023年6月起至9月', '2023-06-01', '2023-09-30'],
    ['自2023年1月1日起至12月31日止', '2023-01-01', '2023-12-31'],
    ['2023年11月—次年2月', '2023-11-01', '2024-02-29'],
  ])('%s runs from %s to %s', (raw, start, due) => {
    expect(read(raw)).toEqual({ kind: 'range', start, due, needsReview: false });
  });

  it('that runs backwards is not turned round', () => {
    expect(read('11月—2月')).toMatchObject({ kind: 'ambiguous', due: null, needsReview: true });
  });
});

describe('a staged deadline', () => {
  it.each([
    ['8月底前完成自查，10月底前完成验收', ['2023-08-31 自查', '2023-10-31 验收']],
    ['8月底前完成自查\n10月底前完成验收', ['2023-08-31 自查', '2023-10-31 验收']],
    ['①8月底前完成自查②10月底前完成验收', ['2023-08-31 自查', '2023-10-31 验收']],
    ['1.8月底前完成自查；2.10月底前完成验收', ['2023-08-31 自查', '2023-10-31 验收']],
    ['（一）8月底前完成自查；（二）10月底前完成验收', ['2023-08-31 自查', '2023-10-31 验收']],
    ['自查：8月底；验收：10月', ['2023-08-31 自查', '2023-10-31 验收']],
    ['第一阶段3月底前；第二阶段9月底前', ['2023-03-31 第一阶段', '2023-09-30 第二阶段']],
    ['6月底前完成50%，12月底前100%', ['2023-06-30 完成50%', '2023-12-31 100%']],
    ['上、下半年各一次', ['2023-06-30 1次', '2023-12-31 1次']],
    ['3、6、9、12月底前', ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']],
    ['5月10日、20日', ['2023-05-10', '2023-05-20']],
    ['6月和12月底前', ['2023-06-30', '2023-12-31']],
    ['3-4月开展自查，5月底前完成验收', ['2023-04-30 开展自查', '2023-05-31 验收']],
    ['6月底前完成调研，形成报告，12月底前出台', ['2023-06-30 调研，形成报告', '2023-12-31 出台']],
  ])('%s', (raw, nodes) => {
    const deadline = read(raw);
    expect(deadline).toMatchObject({
      kind: 'milestones',
      needsReview: false,
      due: nodes.at(-1)?.slice(0, 10),
    });
    expect(deadline.items?.map((item) => [item.due, item.label].filter(Boolean).join(' '))).toEqual(nodes);
  });

  it('names the clause that has neither date nor deed', () => {
    expect(read('6月底前，具体另定，12月底前')).toMatchObject({
      needsReview: true,
      note: '未读懂“具体另定”',
    });
  });

  it('whose dates go backwards is shown to a person', () => {
    expect(read('9月底前、6月底前')).toMatchObject({
      due: '2023-09-30',
      needsReview: true,
      note: '节点日期先后颠倒',
    });
  });
});

describe('a recurring deadline', () => {
  it.each([
    ['每季度第一个月', { freq: 'quarterly', byMonth: 1, byDay: 'last' }],
    ['每季度首月10日前', { freq: 'quarterly', byMonth: 1, byDay: 10 }],
    ['每月5日前', { freq: 'monthly', byDay: 5 }],
    ['每周一', { freq: 'weekly', byWeekday: 1 }],
    ['每周一次', { freq: 'weekly', times: 1 }],
    ['每半年', { freq: 'semiannual', byDay: 'last' }],
    ['每日', { freq: 'daily' }],
    ['每月至少召开1次会议', { freq: 'monthly', times: 1 }],
    ['每季度末前开展1次，全年不少于4次', { freq: 'quarterly', byDay: 'last', times: 1, targetCount: 4 }],
  ])('%s', (raw, fields) => {
    expect(read(raw)).toEqual({ kind: 'recurring', due: null, needsReview: false, ...fields });
  });

  it('is due in the plan year when annual', () => {
    expect(read('每年3月1日前向社会公开')).toEqual({
      kind: 'recurring',
      freq: 'annual',
      due: '2023-03-01',
      needsReview: false,
    });
    expect(read('每年不少于2次')).toMatchObject({ due: '2023-12-31', times: 2, needsReview: false });
  });

  it('notes a date some months do not have', () => {
    expect(read('每月31日前')).toMatchObject({
      byDay: 31,
      needsReview: false,
      note: '没有该日的月份按月末计',
    });
  });

  it.each(['每季度次月5日前', '每月底前，12月底完成总结', '每月5日、20日前', '每周五下班前'])(
    '%s leaves something unread',
    (raw) => {
      expect(read(raw)).toMatchObject({
        kind: 'recurring',
        needsReview: true,
        note: expect.stringContaining('未读懂'),
      });
    },
  );
});

describe('a deadline that hangs on something else', () => {
  it('reckons from the day of issue, in working days with the calendar', () => {
    expect(read('印发后10个工作日内')).toMatchObject({
      kind: 'relative',
      due: '2023-01-29',
      unit: 'workday',
      needsReview: false,
    });
    expect(read('文件印发后一周内')).toMatchObject({
      due: '2023-01-17',
      n: 7,
      unit: 'day',
      needsReview: false,
    });
  });

  it('needs review without the day of issue or the calendar', () => {
    expect(parseDeadline('印发后30日内', { planYear: 2023 })).toMatchObject({
      due: null,
      needsReview: true,
      note: '没有印发日期，无法推算',
    });
    expect(parseDeadline('本月底前', { planYear: 2023 })).toMatchObject({ due: null, needsReview: true });
    const noCalendar = { planYear: 2023, issuedOn: '2023-01-10' };
    expect(parseDeadline('印发后10个工作日内', noCalendar)).toMatchObject({ due: null, needsReview: true });
    expect(parseDeadline('春节前', noCalendar)).toMatchObject({ due: null, needsReview: true });
  });

  it('refuses to reckon with a period longer than ten years', () => {
    for (const raw of ['印发后9999年内', '印发后9999天内', '印发后9999个工作日内']) {
      expect(read(raw)).toMatchObject({
        kind: 'relative',
        due: null,
        needsReview: true,
        note: '期限过长，请核对',
      });
    }
  });

  it('says that a holiday of an unpublished year is not known', () => {
    expect(read('2027年春节前')).toMatchObject({ kind: 'event', due: null, needsReview: true });
    expect(
      parseDeadline('印发后5个工作日内', { ...context, planYear: 2024, issuedOn: '2024-03-01' }),
    ).toMatchObject({
      due: '2024-03-08',
      needsReview: true,
      note: expect.stringContaining('暂定'),
    });
  });

  it('keeps the deadline before an extension', () => {
    expect(read('原定6月底前，调整为9月底前')).toMatchObject({
      due: '2023-09-30',
      original: '2023-06-30',
      needsReview: false,
    });
    expect(read('9月底前延期至6月底前')).toMatchObject({
      needsReview: true,
      note: '延期后的时限不晚于原时限',
    });
    expect(read('原定某时，延期至9月底前')).toMatchObject({ due: '2023-09-30', needsReview: true });
  });
});
