import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import { parseCycleRules } from './cycle-rules.js';
import { isLateReport, monthCycle, nextMeetingDay } from './month-cycle.js';

const shipped = (parse(readFileSync('config/cycle.yaml', 'utf8')) as { month: Record<string, unknown> })
  .month;
const rules = parseCycleRules(shipped);
const calendar = workingCalendar(
  [2022, 2023, 2024].map((year) => parseHolidayCsv(readFileSync(`config/calendar/${year}.csv`, 'utf8'))),
);

describe('月调度日程（办内惯例）', () => {
  it('gives the days of November 2023', () => {
    expect(monthCycle('2023-11', rules, calendar)).toEqual({
      month: '2023-11',
      opensOn: '2023-11-01',
      reminderOn: '2023-11-20',
      // 25 November 2023 is a Saturday.
      reportsDueOn: '2023-11-24',
      reportsDueAt: '17:30',
      reviewUntil: '2023-11-28',
      freezeOn: '2023-11-30',
      meetingOn: '2023-12-07',
      minutesDueOn: '2023-12-12',
      bulletinDueOn: '2023-12-14',
      status: 'FINAL',
    });
  });

  it('遇休息日提前至前一工作日: 25 January 2023 lies in the Spring Festival, reports are due on the 20th', () => {
    expect(monthCycle('2023-01', rules, calendar).reportsDueOn).toBe('2023-01-20');
  });

  it('次月第五个工作日开会: October 2023 begins to work on Saturday the 7th', () => {
    expect(monthCycle('2023-09', rules, calendar).meetingOn).toBe('2023-10-11');
  });

  it('takes the last day of a short month', () => {
    expect(monthCycle('2023-02', { ...rules, reviewDay: 31 }, calendar).reviewUntil).toBe('2023-02-28');
  });

  it('暂定: says when a day rests on a year without published holidays', () => {
    expect(monthCycle('2024-12', rules, calendar)).toMatchObject({
      status: 'PROVISIONAL',
      meetingOn: '2025-01-07',
    });
  });
});

describe('逾期报送', () => {
  it.each([
    ['2023-11-24', '17:30', false],
    ['2023-11-24', '17:31', true],
    ['2023-11-23', '23:59', false],
    ['2023-11-25', '08:00', true],
  ])('a report of %s %s is late: %s', (day, time, late) => {
    expect(isLateReport(monthCycle('2023-11', rules, calendar), day, time)).toBe(late);
  });
});

describe('下一次月调度会', () => {
  it.each([
    ['2023-12-06', '2023-12-07'],
    ['2023-12-07', '2024-01-08'],
    ['2023-12-20', '2024-01-08'],
  ])('after %s it is on %s', (day, meeting) => {
    expect(nextMeetingDay(day, rules, calendar)).toBe(meeting);
  });
});

describe('月调度日程参数', () => {
  it('names every fault at once', () => {
    expect(() => parseCycleRules({ ...shipped, reportDay: 0, reportTime: '25:00', weekly: true })).toThrow(
      '月调度日程配置有误：“reportDay”应为 1 至 31 的整数；“reportTime”应为 HH:MM 形式的时刻；不认识的项目“weekly”。',
    );
    expect(() => parseCycleRules(null)).toThrow('“reminderDay”');
  });
});
