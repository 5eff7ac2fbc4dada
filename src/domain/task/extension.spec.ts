import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import { parseExtensionRules } from './extension-rules.js';
import {
  approveExtension,
  askExtension,
  isJustBeforeMeeting,
  type Deadline,
  type ExtensionAsk,
} from './extension.js';

const shipped = (parse(readFileSync('config/cycle.yaml', 'utf8')) as { extension: Record<string, unknown> })
  .extension;
const rules = parseExtensionRules(shipped);
const calendar = workingCalendar([parseHolidayCsv(readFileSync('config/calendar/2023.csv', 'utf8'))]);
/** October's round meets on the fifth working day of November. */
const setting = { rules, calendar, nextMeetingOn: '2023-11-07' };

const october: Deadline = {
  planYear: 2023,
  originalDueOn: '2023-10-31',
  dueOn: '2023-10-31',
  version: 1,
  extensions: 0,
  overdueDaysBefore: 0,
};

const inTime: ExtensionAsk = {
  askedOn: '2023-10-16',
  askedBy: 'MZJ-LIAISON',
  newDueOn: '2023-11-30',
  reason: '验收组行程调整',
  progressSoFar: '已完成场地布设，待验收',
  lateReason: '',
};

const ask = (change: Partial<ExtensionAsk> = {}, deadline = october) =>
  askExtension(deadline, { ...inTime, ...change }, setting);

describe('延期申请的提出', () => {
  it('stays within the deadline of the office above (EXTENSION_PAST_SUPERIOR)', () => {
    const handedDown = { ...october, notAfter: '2023-11-30' };
    expect(ask({}, handedDown)).toMatchObject({ sequence: 1 });
    expect(() => ask({ newDueOn: '2023-12-01' }, handedDown)).toThrow(
      expect.objectContaining({ code: 'EXTENSION_PAST_SUPERIOR' }),
    );
  });

  it('is admissible with reason, progress and a later day', () => {
    expect(ask()).toMatchObject({
      sequence: 1,
      askedLate: false,
      crossYear: false,
      approvers: ['DEPUTY_DIRECTOR'],
    });
  });

  it.each([
    [{ reason: ' ' }, '延期申请缺少“延期理由”。'],
    [{ progressSoFar: '' }, '延期申请缺少“目前进展”。'],
    [{ newDueOn: '2023-10-31' }, '应当晚于现定时限 2023-10-31'],
    [{ askedOn: '2023-12-01', lateReason: '人员变动' }, '应当晚于现定时限'],
  ])('refuses %j', (change, sentence) => {
    expect(() => ask(change)).toThrow(sentence);
  });

  it('refuses a task without a deadline (NO_DEADLINE)', () => {
    expect(() => ask({}, { ...october, originalDueOn: null, dueOn: null })).toThrow(
      expect.objectContaining({ kind: 'CONFLICT', code: 'NO_DEADLINE' }),
    );
  });

  it('refuses one more than the office allows (EXTENSION_TOO_MANY)', () => {
    expect(() => ask({}, { ...october, extensions: rules.maxTimes })).toThrow(
      expect.objectContaining({
        kind: 'CONFLICT',
        code: 'EXTENSION_TOO_MANY',
        details: { maxTimes: rules.maxTimes },
      }),
    );
  });

  it('refuses rules that name no number of times (EXTENSION_RULES_INVALID)', () => {
    expect(() => parseExtensionRules({ ...shipped, maxTimes: 'often' })).toThrow(
      expect.objectContaining({ kind: 'INVALID', code: 'EXTENSION_RULES_INVALID' }),
    );
  });

  it('时限届满五个工作日前提出: 24 October is in time for 31 October, 25 October is not', () => {
    expect(ask({ askedOn: '2023-10-24' }).askedLate).toBe(false);
    expect(() => ask({ askedOn: '2023-10-25' })).toThrow('最迟 2023-10-24');
  });

  it('时限届满五个工作日前提出: a deadline on a rest day is reckoned from the working day before it', () => {
    const sunday = { ...october, dueOn: '2023-10-29' };
    expect(ask({ askedOn: '2023-10-20' }, sunday).askedLate).toBe(false);
    expect(() => ask({ askedOn: '2023-10-23' }, sunday)).toThrow('最迟 2023-10-20');
  });

  it('a late request needs an explanation and is marked', () => {
    expect(ask({ askedOn: '2023-11-06', lateReason: '主要经办人住院' }).askedLate).toBe(true);
  });

  it('延期以两次为限', () => {
    expect(ask({}, { ...october, extensions: 1 })).toMatchObject({ sequence: 2, approvers: ['DIRECTOR'] });
    expect(() => ask({}, { ...october, extensions: 2 })).toThrow('同一任务延期以 2 次为限');
  });

  it('跨年度延期由办主任审核、区领导批准', () => {
    expect(ask({ newDueOn: '2023-12-31' }).crossYear).toBe(false);
    expect(ask({ newDueOn: '2024-01-01' })).toMatchObject({
      crossYear: true,
      approvers: ['DIRECTOR', 'LEADER'],
    });
  });

  it('时限待定 has nothing to extend', () => {
    expect(() => ask({}, { ...october, dueOn: null })).toThrow('任务时限待定，无须申请延期');
  });
});

describe('延期申请的批准', () => {
  const approval = { on: '2023-10-18', by: 'YFB-DEPUTY', signedBy: ['DEPUTY_DIRECTOR'] } as const;

  it('replaces the deadline, keeps the original and raises the version', () => {
    const [deadline, change] = approveExtension(october, ask(), approval, setting);
    expect(deadline).toEqual({ ...october, dueOn: '2023-11-30', version: 2, extensions: 1 });
    expect(change).toMatchObject({ from: '2023-10-31', to: '2023-11-30', version: 2, overdueDaysRun: 0 });
  });

  it('逾期后申请的，已逾期天数不予核减', () => {
    const late = ask({ askedOn: '2023-11-06', lateReason: '主要经办人住院' });
    const [deadline] = approveExtension(october, late, { ...approval, on: '2023-11-08' }, setting);
    expect(deadline).toMatchObject({
      dueOn: '2023-11-30',
      originalDueOn: '2023-10-31',
      overdueDaysBefore: 8,
    });
    const again = {
      ...late,
      askedOn: '2023-12-02',
      newDueOn: '2023-12-20',
      approvers: ['DIRECTOR'] as const,
    };
    const signed = { on: '2023-12-04', by: 'YFB-DIRECTOR', signedBy: ['DIRECTOR'] as const };
    expect(approveExtension(deadline, again, signed, setting)[0]).toMatchObject({
      version: 3,
      overdueDaysBefore: 12,
    });
  });

  it('按期申请、时限后批准的，不计逾期', () => {
    const [deadline] = approveExtension(october, ask(), { ...approval, on: '2023-11-03' }, setting);
    expect(deadline.overdueDaysBefore).toBe(0);
  });

  it('refuses the wrong signatory, a missing signature and the approval of one’s own request', () => {
    const crossYear = ask({ newDueOn: '2024-01-31' });
    const signedBy = ['DIRECTOR'] as const;
    expect(() => approveExtension(october, crossYear, { ...approval, signedBy }, setting)).toThrow(
      '应当由区领导审批',
    );
    expect(() => approveExtension(october, ask(), { ...approval, signedBy: ['LEADER'] }, setting)).toThrow(
      '应当由办分管负责人审批',
    );
    expect(() => approveExtension(october, ask(), { ...approval, by: 'MZJ-LIAISON' }, setting)).toThrow(
      '不能由本人审批',
    );
  });
});

describe('会前改期', () => {
  it.each([
    ['2023-10-23', false],
    ['2023-10-24', true],
    ['2023-11-04', true],
    ['2023-11-06', true],
    ['2023-11-07', false],
  ])('a change on %s before the meeting of 7 November is marked: %s', (day, marked) => {
    expect(isJustBeforeMeeting(day, '2023-11-07', rules, calendar)).toBe(marked);
  });

  it('marks the change when it was asked for or approved in that time', () => {
    const near = { on: '2023-10-25', by: 'YFB-DEPUTY', signedBy: ['DEPUTY_DIRECTOR'] } as const;
    expect(ask().justBeforeMeeting).toBe(false);
    expect(approveExtension(october, ask(), near, setting)[1].justBeforeMeeting).toBe(true);
    const asked = ask({ askedOn: '2023-10-24' });
    const after = { ...setting, nextMeetingOn: '2023-12-07' };
    expect(approveExtension(october, asked, { ...near, on: '2023-11-08' }, after)[1].justBeforeMeeting).toBe(
      true,
    );
  });
});

describe('延期规则参数', () => {
  it('names every fault at once', () => {
    const broken = {
      ...shipped,
      maxTimes: -1,
      approvers: { first: ['CLERK'], second: ['DIRECTOR'], crossYear: ['DEPUTY_DIRECTOR'] },
    };
    expect(() => parseExtensionRules(broken)).toThrow(
      '延期规则配置有误：“maxTimes”应为 0 至 60 的整数；“approvers.first”应列明审批人；“approvers.crossYear”应包含办主任或者区领导。',
    );
    expect(() => parseExtensionRules(undefined)).toThrow('“workingDaysBefore”');
  });
});
