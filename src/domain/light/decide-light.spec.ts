import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decideLight } from './decide-light.js';
import type { LightFacts } from './light-facts.js';
import { parseLightThresholds } from './light-thresholds.js';

const thresholds = parseLightThresholds(parse(readFileSync('config/lights.yaml', 'utf8')));

/** On plan: 31 October, elapsed 50 %, verified 50 %, report in. */
const onPlan: LightFacts = {
  today: '2023-06-06',
  start: '2023-01-10',
  due: '2023-10-31',
  originalDue: '2023-10-31',
  standing: 'OPEN',
  cadence: 'FIXED',
  verifiedProgress: 50,
  claimedProgress: 50,
  targetCount: null,
  doneCount: null,
  thisMonthReport: 'ACCEPTED',
  previousMonthReport: 'ACCEPTED',
  missedReportsInRow: 0,
  milestones: [],
  closeRequestedOn: null,
  daysInReview: 0,
  overdueDaysBefore: 0,
};

const light = (facts: Partial<LightFacts>) => decideLight({ ...onPlan, ...facts }, thresholds);

/** 100 days from start to due, so that a day is a percent. */
const hundred = { start: '2023-01-01', due: '2023-04-11', originalDue: '2023-04-11' };

describe('亮灯规则一：办结与不计灯', () => {
  it('CLOSED is DONE, late only if the close-out was asked for after the deadline', () => {
    expect(light({ standing: 'CLOSED', closeRequestedOn: '2023-10-31' })).toMatchObject({
      light: 'DONE',
      rule: 'CLOSED',
      closedLate: false,
      pace: 'DONE',
    });
    expect(light({ standing: 'CLOSED', closeRequestedOn: '2023-11-02', today: '2024-01-01' })).toMatchObject({
      light: 'DONE',
      closedLate: true,
      overdueDays: 0,
      explanation: '已办结（逾期办结）：时限 2023-10-31，2023-11-02 申请办结，晚于时限 2 天，已销号。',
    });
  });

  it('CLOSED within the days an earlier request lay in review is not late', () => {
    const closed = { standing: 'CLOSED', closeRequestedOn: '2023-11-04', today: '2023-12-01' } as const;
    expect(light({ ...closed, daysInReview: 4 }).closedLate).toBe(false);
    expect(light({ ...closed, daysInReview: 3 }).closedLate).toBe(true);
  });

  it.each(['SUSPENDED', 'CANCELLED', 'MERGED'] as const)(
    '%s is GREY even when the deadline has passed',
    (standing) => {
      expect(light({ standing, today: '2023-12-01' })).toMatchObject({
        light: 'GREY',
        pace: 'OTHER',
        overdueDays: 0,
      });
    },
  );
});

describe('亮灯规则二：逾期', () => {
  it('explains an overdue task with deadline, today, days and both progresses', () => {
    expect(light({ today: '2023-11-30', verifiedProgress: 80, claimedProgress: 80 })).toMatchObject({
      light: 'RED',
      rule: 'OVERDUE',
      overdueDays: 30,
      explanation:
        '红灯（逾期未办结）：时限 2023-10-31，今天 2023-11-30，逾期 30 天；序时进度 100%，核定进度 80%。',
    });
  });

  it('时限当日有效（民法典第203条）: the due day counts whole, overdue begins the day after', () => {
    expect(light({ today: '2023-10-31', verifiedProgress: 100 })).toMatchObject({
      light: 'YELLOW',
      rule: 'DUE_SOON',
    });
    expect(light({ today: '2023-11-01', verifiedProgress: 100 })).toMatchObject({
      light: 'RED',
      overdueDays: 1,
    });
  });

  it('a pending close-out request made in time holds the overdue off, one made late does not', () => {
    const passed = { today: '2023-11-05', verifiedProgress: 100 };
    expect(light({ ...passed, closeRequestedOn: '2023-10-31' })).toMatchObject({
      light: 'YELLOW',
      rule: 'CLOSE_PENDING',
    });
    expect(light({ ...passed, closeRequestedOn: '2023-10-31' }).explanation).toBe(
      '黄灯（办结待审）：已于 2023-10-31 申请办结，正在审核；时限 2023-10-31，今天 2023-11-05，申请办结在时限之内；序时进度 100%，核定进度 100%（自报 50%）。',
    );
    expect(light({ ...passed, closeRequestedOn: '2023-11-01' })).toMatchObject({
      light: 'RED',
      overdueDays: 5,
    });
  });

  it('陷阱一：按时申请后被退回，扣除审核占用天数', () => {
    const returned = { verifiedProgress: 100, daysInReview: 6 };
    expect(light({ ...returned, today: '2023-11-10' })).toMatchObject({ light: 'RED', overdueDays: 4 });
    expect(light({ ...returned, today: '2023-11-10' }).explanation).toContain(
      '逾期 4 天（已扣除审核占用 6 天）',
    );
    expect(light({ ...returned, today: '2023-11-06' })).toMatchObject({ light: 'YELLOW', overdueDays: 0 });
  });

  it('陷阱二：批准延期后按新时限亮灯，原定时限与超过天数仍然可见', () => {
    const verdict = light({
      today: '2023-11-30',
      due: '2023-12-31',
      verifiedProgress: 90,
      claimedProgress: 90,
    });
    expect(verdict).toMatchObject({ light: 'GREEN', overdueDays: 0, originalOverdueDays: 30 });
    expect(verdict.explanation).toContain('；原定时限 2023-10-31，已超过 30 天');
  });

  it('陷阱三：逾期后才申请的延期不核减已逾期天数', () => {
    const verdict = light({
      today: '2023-11-30',
      due: '2023-12-31',
      verifiedProgress: 90,
      overdueDaysBefore: 7,
    });
    expect(verdict).toMatchObject({ light: 'GREEN', overdueDays: 0, overdueDaysBefore: 7 });
    expect(verdict.explanation).toContain('批准延期前已逾期 7 天，不予核减');
  });
});

describe('亮灯规则三：进度严重滞后、连续两月未报', () => {
  it.each([
    ['exactly 30 points behind is not yet red', 30, 'YELLOW', 'BEHIND'],
    ['more than 30 points behind', 29, 'RED', 'FAR_BEHIND'],
  ] as const)('%s', (_, verifiedProgress, expected, rule) => {
    expect(light({ ...hundred, today: '2023-03-02', verifiedProgress })).toMatchObject({
      light: expected,
      rule,
    });
  });

  it('陷阱六：只认核定进度，自报进度并列显示', () => {
    const verdict = light({ ...hundred, today: '2023-03-02', verifiedProgress: 20, claimedProgress: 60 });
    expect(verdict.explanation).toBe(
      '红灯（进度严重滞后）：时限 2023-04-11，今天 2023-03-02，距时限 40 天；序时进度 60%，核定进度 20%（自报 60%），落后 40 个百分点。',
    );
  });

  it('counts a task of which nothing is verified as 0', () => {
    expect(light({ ...hundred, today: '2023-02-01', verifiedProgress: null })).toMatchObject({
      rule: 'FAR_BEHIND',
      progress: 0,
    });
  });

  it('连续两个月未报送月报 is red, one is yellow', () => {
    const silent = { thisMonthReport: 'MISSING', missedReportsInRow: 2 } as const;
    expect(light(silent)).toMatchObject({ light: 'RED', rule: 'REPORTS_MISSED' });
    expect(light(silent).explanation).toContain('已连续 2 个月未报送月报');
    expect(light({ ...silent, missedReportsInRow: 1 })).toMatchObject({
      light: 'YELLOW',
      rule: 'REPORT_MISSING',
    });
  });
});

describe('亮灯规则四：临期、进度滞后、月报未报或退回', () => {
  it.each([
    ['2023-10-15', 'GREEN', 'ON_TRACK'],
    ['2023-10-16', 'YELLOW', 'DUE_SOON'],
  ] as const)('on %s the deadline of 31 October gives %s', (today, expected, rule) => {
    expect(light({ today, verifiedProgress: 100 })).toMatchObject({ light: expected, rule });
  });

  it.each([
    [50, 'GREEN', 'ON_TRACK'],
    [49, 'YELLOW', 'BEHIND'],
  ] as const)('at 60 %% elapsed a verified %d %% gives %s', (verifiedProgress, expected, rule) => {
    expect(light({ ...hundred, today: '2023-03-02', verifiedProgress })).toMatchObject({
      light: expected,
      rule,
    });
  });

  it('a returned report is yellow until it is handed in again', () => {
    expect(light({ thisMonthReport: 'RETURNED' })).toMatchObject({
      light: 'YELLOW',
      rule: 'REPORT_RETURNED',
    });
    expect(light({ thisMonthReport: 'SUBMITTED' })).toMatchObject({ light: 'GREEN' });
  });

  it("before this month's cut-off last month's report is the one that counts", () => {
    expect(light({ thisMonthReport: 'NOT_DUE', previousMonthReport: 'MISSING' }).explanation).toContain(
      '上月月报尚未报送',
    );
    expect(light({ thisMonthReport: 'ACCEPTED', previousMonthReport: 'MISSING' }).light).toBe('GREEN');
    expect(light({ thisMonthReport: 'NOT_DUE', previousMonthReport: 'NOT_REQUIRED' }).light).toBe('GREEN');
  });
});

describe('时限待定、长期任务、周期任务、节点', () => {
  it('时限待定: no date rule, but reports still count', () => {
    const undetermined = {
      due: null,
      originalDue: null,
      verifiedProgress: null,
      claimedProgress: null,
    } as const;
    expect(light(undetermined)).toMatchObject({
      light: 'GREEN',
      rule: 'UNDETERMINED',
      pace: 'OTHER',
      explanation: '绿灯（时限待定）：时限待定，今天 2023-06-06。',
    });
    expect(light({ ...undetermined, missedReportsInRow: 2 }).light).toBe('RED');
  });

  it('全年任务: not overdue before 31 December, judged on the target count', () => {
    const ongoing = {
      cadence: 'ONGOING',
      due: '2023-12-31',
      originalDue: '2023-12-31',
      start: '2023-01-01',
    } as const;
    const count = {
      ...ongoing,
      today: '2023-07-02',
      targetCount: 4,
      verifiedProgress: null,
      claimedProgress: null,
    };
    expect(light({ ...count, doneCount: 2 })).toMatchObject({
      light: 'GREEN',
      pace: 'ON_SCHEDULE',
      progress: 50,
    });
    expect(light({ ...count, doneCount: 0 })).toMatchObject({ light: 'RED', rule: 'FAR_BEHIND' });
    expect(light({ ...count, doneCount: 1 }).explanation).toContain(
      '序时进度 50%，目标 4、已核定 1，完成 25%',
    );
    expect(light({ ...ongoing, today: '2023-07-02', verifiedProgress: 0 })).toMatchObject({
      light: 'GREEN',
      pace: 'OTHER',
    });
    expect(light({ ...ongoing, due: '2023-06-30', today: '2023-12-31' }).overdueDays).toBe(0);
    expect(light({ ...ongoing, today: '2024-01-01' })).toMatchObject({ rule: 'OVERDUE', overdueDays: 1 });
  });

  const quarters = [
    { label: '一季度', start: '2023-01-01', due: '2023-03-31', doneOn: '2023-03-20' },
    { label: '二季度', start: '2023-04-01', due: '2023-06-30', doneOn: null },
    { label: '三季度', start: '2023-07-01', due: '2023-09-30', doneOn: null },
  ];

  it('周期任务: the light is that of the worst open period, and pace counts periods', () => {
    const recurring = {
      cadence: 'RECURRING',
      due: '2023-12-31',
      verifiedProgress: null,
      milestones: quarters,
    } as const;
    expect(light({ ...recurring, today: '2023-06-01' })).toMatchObject({
      light: 'GREEN',
      pace: 'ON_SCHEDULE',
    });
    expect(light({ ...recurring, today: '2023-06-15' })).toMatchObject({
      light: 'YELLOW',
      rule: 'MILESTONE_DUE_SOON',
    });
    expect(light({ ...recurring, today: '2023-07-04' })).toMatchObject({
      light: 'RED',
      rule: 'MILESTONE_OVERDUE',
      overdueDays: 4,
      pace: 'BEHIND',
    });
    expect(light({ ...recurring, today: '2023-07-04' }).explanation).toContain(
      '红灯（节点逾期）：“二季度”时限 2023-06-30，今天 2023-07-04，逾期 4 天',
    );
  });

  it('周期任务: a period that has not begun warns nobody, and the year end comes near only through its last period', () => {
    const done = quarters.slice(0, 2).map((quarter) => ({ ...quarter, doneOn: quarter.due }));
    const week = { label: '第49周', start: '2023-12-04', due: '2023-12-10', doneOn: null };
    const recurring = { cadence: 'RECURRING', due: '2023-12-31', verifiedProgress: null } as const;
    expect(light({ ...recurring, today: '2023-12-01', milestones: [...done, week] }).light).toBe('GREEN');
    expect(light({ ...recurring, today: '2023-12-20', milestones: done }).light).toBe('GREEN');
  });

  it('节点任务: the task is red when a node is overdue though its own deadline is far', () => {
    const nodes = [{ label: '完成自查', due: '2023-06-01', doneOn: null }];
    expect(light({ milestones: nodes })).toMatchObject({
      light: 'RED',
      rule: 'MILESTONE_OVERDUE',
      overdueDays: 5,
    });
    expect(light({ milestones: [{ ...nodes[0]!, doneOn: '2023-06-03' }] }).light).toBe('GREEN');
  });

  it('配合单位: judged with its own facts and no milestones, a late lead does not turn it red', () => {
    const lead = light({ today: '2023-11-30', verifiedProgress: 40 });
    const support = light({ today: '2023-11-30', standing: 'CLOSED', closeRequestedOn: '2023-09-01' });
    expect([lead.light, support.light]).toEqual(['RED', 'DONE']);
  });
});

describe('序时进度对比', () => {
  it.each([
    [71, 'AHEAD'],
    [70, 'ON_SCHEDULE'],
    [50, 'ON_SCHEDULE'],
    [49, 'BEHIND'],
  ] as const)('at 60 %% elapsed %d %% verified is %s', (verifiedProgress, pace) => {
    expect(light({ ...hundred, today: '2023-03-02', verifiedProgress }).pace).toBe(pace);
  });

  it('clamps elapsed time to 0–100 and owes a one-day task on its day', () => {
    expect(light({ ...hundred, today: '2022-12-01' }).timeProgress).toBe(0);
    expect(light({ ...hundred, today: '2023-12-01' }).timeProgress).toBe(100);
    expect(light({ ...hundred, start: '2023-04-11', today: '2023-04-11' }).timeProgress).toBe(100);
  });
});
