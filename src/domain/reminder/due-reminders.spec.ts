import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addDays, type Day } from '../calendar/day.js';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import { dismissByExtension } from './dismiss-reminders.js';
import { dueReminders, type ReminderFacts } from './due-reminders.js';
import { parseLadder } from './parse-ladder.js';
import { reminderKey, type DueReminder } from './reminder.js';

const ladder = parseLadder(parse(readFileSync('config/escalation.yaml', 'utf8')));
const calendar = workingCalendar([parseHolidayCsv(readFileSync('config/calendar/2023.csv', 'utf8'))]);

const october: ReminderFacts = {
  subject: '2023-7/MZJ',
  isOpen: true,
  due: '2023-10-31',
  deadlineVersion: 1,
  closingInTime: false,
  daysInReview: 0,
  redMonths: 0,
  redSince: null,
  redLatest: null,
};

/** Runs on the given days, each time with what the runs before have issued. */
function runOn(days: readonly Day[], facts: Partial<ReminderFacts> = {}): DueReminder[] {
  return days.reduce<DueReminder[]>(
    (issued, today) => [
      ...issued,
      ...dueReminders({ ...october, ...facts }, issued, today, ladder, calendar),
    ],
    [],
  );
}
const rungs = (reminders: readonly DueReminder[]) => reminders.map((reminder) => reminder.rung);
const daysFrom = (from: Day, n: number) => Array.from({ length: n }, (_, i) => addDays(from, i));

describe('提醒（时限前 15、7、3 天）', () => {
  it('comes on each rung once when the office runs every day', () => {
    expect(runOn(daysFrom('2023-10-01', 31)).map((one) => [one.rung, one.dueOn, one.sendOn])).toEqual([
      ['REMINDER_15', '2023-10-16', '2023-10-16'],
      ['REMINDER_7', '2023-10-24', '2023-10-24'],
      // 28 October is a Saturday: reached on it, sent on Monday; decided as of the Monday already on Saturday.
      ['REMINDER_3', '2023-10-28', '2023-10-30'],
    ]);
  });

  it('missed days collapse into the nearest rung, which records what it stands for', () => {
    const [only, ...others] = runOn(['2023-10-25', '2023-10-26']);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      rung: 'REMINDER_7',
      replyBy: null,
      skipped: [{ rung: 'REMINDER_15', reason: '时限前 15 天的提醒并入本次' }],
      explanation: '时限 2023-10-31，发出日 2023-10-25，距时限 6 天，予以提醒（时限前 7 天）。',
    });
  });

  it('is not sent where it could only arrive after the deadline', () => {
    const inHoliday = { due: '2023-10-03' };
    expect(rungs(runOn(daysFrom('2023-09-28', 6), inHoliday))).toEqual(['REMINDER_7']);
    expect(rungs(runOn(daysFrom('2023-09-29', 5), inHoliday))).toEqual([]);
  });

  it('is not due for what is closed, without deadline or already asked to close', () => {
    expect(runOn(['2023-10-30'], { isOpen: false })).toEqual([]);
    expect(runOn(['2023-10-30'], { due: null })).toEqual([]);
    expect(runOn(['2023-10-30', '2023-11-20'], { closingInTime: true })).toEqual([]);
  });
});

describe('催办、督办、通报、约谈', () => {
  it('逾期 1、7、15、30 天逐级升级，答复期限按工作日计', () => {
    const all = runOn(daysFrom('2023-11-01', 40));
    expect(all.map((one) => [one.rung, one.dueOn, one.sendOn, one.replyBy])).toEqual([
      ['FOLLOW_UP_NOTICE', '2023-11-01', '2023-11-01', '2023-11-06'],
      ['SUPERVISION_ORDER', '2023-11-07', '2023-11-07', '2023-11-14'],
      ['CIRCULAR_NOTICE', '2023-11-15', '2023-11-15', '2023-11-22'],
      ['SUMMONS_MEETING', '2023-11-30', '2023-11-30', '2023-12-07'],
    ]);
    expect(all[1]?.explanation).toBe(
      '时限 2023-10-31，今天 2023-11-07，逾期 7 天，达到督办条件（逾期满 7 天）。',
    );
    expect(all.map((one) => one.paper.approver)).toEqual([null, null, 'DIRECTOR', 'LEADER']);
  });

  it('遇休息日于下一工作日发出', () => {
    expect(runOn(['2023-11-04'], { due: '2023-11-03' })[0]).toMatchObject({
      dueOn: '2023-11-04',
      sendOn: '2023-11-06',
    });
  });

  it('不得越级: after days without a run every missing rung is issued, each with its own paper', () => {
    expect(rungs(runOn(['2023-11-16']))).toEqual([
      'FOLLOW_UP_NOTICE',
      'SUPERVISION_ORDER',
      'CIRCULAR_NOTICE',
    ]);
  });

  it('扣除审核占用天数', () => {
    expect(rungs(runOn(['2023-11-06'], { daysInReview: 6 }))).toEqual([]);
    expect(runOn(['2023-11-07'], { daysInReview: 6 })[0]).toMatchObject({
      rung: 'FOLLOW_UP_NOTICE',
      dueOn: '2023-11-07',
    });
  });

  const twoReds = { redMonths: 2, redSince: '2023-08', redLatest: '2023-09' } as const;

  it('连续两个月红灯直接通报，未经催办、督办的理由留痕', () => {
    const [circular, ...others] = runOn(['2023-10-09'], twoReds);
    expect(others).toEqual([]);
    expect(circular).toMatchObject({
      rung: 'CIRCULAR_NOTICE',
      period: '2023-08',
      dueOn: '2023-09-30',
      explanation: '今天 2023-10-09，已连续 2 个月红灯，达到通报条件（连续 2 个月红灯）。',
      skipped: [
        { rung: 'FOLLOW_UP_NOTICE', reason: '已连续 2 个月红灯，直接通报；逾期天数未达到催办条件' },
        { rung: 'SUPERVISION_ORDER', reason: '已连续 2 个月红灯，直接通报；逾期天数未达到督办条件' },
      ],
    });
  });

  it('补冻结往月 that moves the start of the trouble back brings nothing twice', () => {
    const issued = runOn(['2023-11-16']);
    const madeUp = { ...october, redMonths: 2, redSince: '2023-09', redLatest: '2023-10' } as const;
    expect(dueReminders(madeUp, issued, '2023-11-17', ladder, calendar)).toEqual([]);
  });

  it('one run of trouble brings a rung once, by reds or by days, and a new run brings it again', () => {
    const byReds = runOn(['2023-10-09'], twoReds);
    const later = { ...october, ...twoReds, redMonths: 3, redLatest: '2023-10' };
    expect(rungs(dueReminders(later, byReds, '2023-11-16', ladder, calendar))).toEqual([
      'FOLLOW_UP_NOTICE',
      'SUPERVISION_ORDER',
      'SUMMONS_MEETING',
    ]);
    const newRun = { ...october, due: '2023-12-31', redMonths: 2, redSince: '2023-10', redLatest: '2023-11' };
    expect(rungs(dueReminders(newRun, byReds, '2023-12-01', ladder, calendar))).toEqual(['CIRCULAR_NOTICE']);
  });
});

describe('批准延期', () => {
  it('begins the ladder anew for the new deadline version and dismisses the open rungs of the old one, on record', () => {
    const issued = runOn(['2023-11-01', '2023-11-07']);
    const extended = { ...october, due: '2023-11-30', deadlineVersion: 2 };
    expect(rungs(dueReminders(extended, issued, '2023-11-15', ladder, calendar))).toEqual(['REMINDER_15']);
    const change = { version: 2, from: '2023-10-31', to: '2023-11-30', on: '2023-11-08' };
    expect(dismissByExtension(issued, change)).toEqual(
      issued.map((reminder) => ({
        reminder,
        dismissedOn: '2023-11-08',
        reason: '2023-11-08 批准延期，时限由 2023-10-31 调整为 2023-11-30，原提醒不再办理',
      })),
    );
    expect(dismissByExtension([{ ...issued[0]!, deadlineVersion: 2 }], change)).toEqual([]);
  });
});

describe('无论何日运行', () => {
  const span = daysFrom('2023-09-01', 150);
  const due = fc.integer({ min: 20, max: 100 }).map((n) => span[n] ?? '2023-10-31');

  it('each rung comes at most once, and the rungs after the deadline are the same as when run every day', () => {
    fc.assert(
      fc.property(due, fc.subarray(span), fc.integer({ min: 0, max: 3 }), (day, some, redMonths) => {
        const reds = {
          redMonths,
          redSince: redMonths ? '2023-08' : null,
          redLatest: redMonths ? '2023-09' : null,
        };
        const facts = { due: day, ...reds };
        const last = span.at(-1) ?? '';
        const daily = runOn(span, facts);
        const sparse = runOn([...new Set([...some, last])], facts);
        for (const run of [daily, sparse]) {
          const keys = run.map((one) => reminderKey(one, 'LIAISON'));
          expect(new Set(keys).size).toBe(keys.length);
          expect(new Set(rungs(run)).size).toBe(run.length);
          expect(run.every((one) => calendar.isWorkingDay(one.sendOn))).toBe(true);
        }
        const after = (run: DueReminder[]) =>
          rungs(run)
            .filter((rung) => !rung.startsWith('REMINDER_'))
            .sort();
        expect(after(sparse)).toEqual(after(daily));
      }),
      { numRuns: 60 },
    );
  });

  it('a second run on the same day finds nothing', () => {
    fc.assert(
      fc.property(due, fc.constantFrom(...span), (day, today) => {
        expect(runOn([today, today], { due: day })).toEqual(runOn([today], { due: day }));
      }),
      { numRuns: 60 },
    );
  });
});

describe('提醒的唯一键', () => {
  it('is subject, recipient, rung, period and deadline version', () => {
    expect(reminderKey(runOn(['2023-11-01'])[0]!, 'LIAISON')).toBe(
      '2023-7/MZJ|LIAISON|FOLLOW_UP_NOTICE|2023-10|1',
    );
  });
});
