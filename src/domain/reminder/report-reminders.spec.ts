import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addDays } from '../calendar/day.js';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import { parseLadder } from './parse-ladder.js';
import type { DueReminder } from './reminder.js';
import { dueReportReminders, type ReportReminderFacts } from './report-reminders.js';

const shipped = parse(readFileSync('config/escalation.yaml', 'utf8')) as { rungs: object[]; reports: object };
const ladder = parseLadder(shipped);
const calendar = workingCalendar([parseHolidayCsv(readFileSync('config/calendar/2023.csv', 'utf8'))]);

/** November 2023: the 25th is a Saturday, so reports are due on Friday the 24th. */
const november: ReportReminderFacts = {
  subject: '2023-7/MZJ',
  month: '2023-11',
  isOwed: true,
  isReturned: false,
  reminderOn: '2023-11-20',
  reportsDueOn: '2023-11-24',
  freezeOn: '2023-11-30',
};

function runOn(days: readonly string[], facts: Partial<ReportReminderFacts> = {}): DueReminder[] {
  return days.reduce<DueReminder[]>(
    (issued, today) => [
      ...issued,
      ...dueReportReminders({ ...november, ...facts }, issued, today, ladder, calendar),
    ],
    [],
  );
}

describe('月报提醒与催报', () => {
  it('reminds once from the 20th and chases once after the cut-off, up to the freeze', () => {
    const all = runOn(Array.from({ length: 40 }, (_, i) => addDays('2023-11-01', i)));
    expect(all.map((one) => [one.rung, one.sendOn, one.replyBy, one.period])).toEqual([
      ['REPORT_REMINDER', '2023-11-20', null, '2023-11'],
      ['REPORT_MISSING', '2023-11-27', '2023-11-28', '2023-11'],
    ]);
    expect(all[1]?.explanation).toBe(
      '2023-11 月报应于 2023-11-24 前报送，今天 2023-11-25，尚未报送，请即补报。',
    );
  });

  it('a missed day loses nothing', () => {
    expect(runOn(['2023-11-23']).map((one) => one.rung)).toEqual(['REPORT_REMINDER']);
    expect(runOn(['2023-11-29']).map((one) => one.rung)).toEqual(['REPORT_MISSING']);
  });

  it('says of a returned report that it must be handed in again', () => {
    expect(runOn(['2023-11-29'], { isReturned: true })[0]?.explanation).toContain('已退回，尚未重报');
  });

  it('asks nothing of a unit that has reported, before the 20th or after the freeze', () => {
    expect(runOn(['2023-11-22', '2023-11-28'], { isOwed: false })).toEqual([]);
    expect(runOn(['2023-11-19', '2023-12-01'])).toEqual([]);
  });

  it('sends no reminder that would arrive after the cut-off', () => {
    const january = {
      month: '2023-01',
      reminderOn: '2023-01-20',
      reportsDueOn: '2023-01-20',
      freezeOn: '2023-01-31',
    };
    expect(runOn(['2023-01-20'], january).map((one) => one.rung)).toEqual(['REPORT_REMINDER']);
    expect(runOn(['2023-11-25'], { reportsDueOn: '2023-11-26' })).toEqual([]);
  });
});

describe('提醒与升级阶梯参数', () => {
  const withRung = (change: object) => ({
    ...shipped,
    rungs: [...shipped.rungs.slice(0, -1), { ...shipped.rungs.at(-1), ...change }],
  });

  it('reads the shipped file', () => {
    expect(ladder.rungs.map((rung) => rung.label)).toEqual([
      '提醒',
      '提醒',
      '提醒',
      '催办',
      '督办',
      '通报',
      '约谈',
    ]);
    expect(ladder.rungs[3]).toMatchObject({ cc: [], redMonths: null, approver: null, replyWorkingDays: 3 });
  });

  it('督查为保留用语（政府督查工作条例第七条）', () => {
    expect(() => parseLadder(withRung({ paper: '督查通知' }))).toThrow('“SUMMONS_MEETING”不得使用“督查”字样');
  });

  it.each([
    [{ to: [] }, '“SUMMONS_MEETING”的“to”应列明接收人'],
    [{ cc: ['MAYOR'] }, '的“cc”应列明抄送人'],
    [{ approver: 'CLERK' }, '的“approver”不是审批人'],
    [{ replyWorkingDays: 0 }, '的“replyWorkingDays”应为正整数'],
    [{ when: 'SOON' }, '的“when”应为 BEFORE 或者 AFTER'],
    [{ days: '30' }, '的“days”应为天数'],
    [{ redMonths: -1 }, '的“redMonths”应为月数'],
    [{ label: '' }, '“SUMMONS_MEETING”缺少“label”'],
    [{ id: 'CIRCULAR_NOTICE' }, '“CIRCULAR_NOTICE”重复'],
    [{ days: 15 }, '“rungs”应由轻到重依次排列'],
  ])('refuses %j', (change, sentence) => {
    expect(() => parseLadder(withRung(change))).toThrow(sentence);
  });

  it('names every fault at once', () => {
    expect(() => parseLadder(null)).toThrow('“version”应为正整数；“rungs”不能为空；第 1 项缺少“id”');
  });
});
