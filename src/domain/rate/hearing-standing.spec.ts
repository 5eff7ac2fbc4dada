import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.js';
import { absentSeat, hearing, seat } from '../../../test/support/court-cases.js';
import type { Appearance, Hearing } from './court-case.js';
import { hearingRung } from './hearing-rung.js';
import { hearingStanding } from './hearing-standing.js';
import { defaultHearingDays, defaultRatePolicy } from './rate-policy.js';

const rules = {
  version: 1,
  office: '区依法治区办',
  rate: defaultRatePolicy,
  hearing: defaultHearingDays,
  formDue: (day: string) => addDays(day, 1),
};
const waiting = (more: Partial<Appearance> = {}, state: Hearing['state'] = 'SCHEDULED') =>
  hearing('2023-05-10', { state, appearances: [seat({ form: null, ...more })] });
const standing = (one: Hearing, asOf: string) => hearingStanding(one, 'RSJ', asOf, rules);
const rung = (one: Hearing, asOf: string) => hearingRung(one, 'RSJ', asOf, rules)?.rung ?? null;
const attends = { kind: 'ATTENDS', on: '2023-05-04', by: 'RSJ-HEAD', note: '' } as const;

describe('庭前：以答复亮灯', () => {
  it.each([
    ['2023-05-02', 'GREEN', 'HEARING_AHEAD'],
    ['2023-05-03', 'YELLOW', 'NO_REPLY'],
    ['2023-05-07', 'RED', 'NO_REPLY_NEAR'],
    ['2023-05-10', 'RED', 'NO_REPLY_NEAR'],
  ])('未答复的在 %s 为 %s（%s）', (asOf, light, rule) => {
    expect(standing(waiting(), asOf)).toMatchObject({ light, rule, dueOn: '2023-05-10', overdueDays: 0 });
  });

  it('已答复出庭为绿灯，答复不能出庭为黄灯并说明要提交证明（第九条）', () => {
    expect(standing(waiting({ reply: attends }), '2023-05-09')).toMatchObject({ light: 'GREEN', rule: 'REPLIED' });
    const absent = standing(waiting({ reply: { ...attends, kind: 'ABSENT' } }), '2023-05-09');
    expect(absent).toMatchObject({ light: 'YELLOW', standing: '负责人不能出庭' });
    expect(absent.explanation).toContain('第九条');
  });

  it.each(['CANCELLED', 'RESCHEDULED'] as const)('%s 不计灯，也不再提醒', (state) => {
    expect(standing(waiting({}, state), '2023-06-01').light).toBe('GREY');
    expect(rung(waiting({}, state), '2023-05-08')).toBeNull();
  });
}); // prettier-ignore

describe('庭后：以回执亮灯', () => {
  it('次日报回执，第三日起逾期', () => {
    expect(standing(waiting(), '2023-05-11')).toMatchObject({ light: 'YELLOW', rule: 'FORM_DUE' });
    expect(standing(waiting({}, 'HELD'), '2023-05-13')).toMatchObject({
      light: 'RED',
      rule: 'FORM_MISSING',
      dueOn: '2023-05-11',
      overdueDays: 2,
      explanation: '红灯：2023-05-10 开庭，出庭情况回执应于 2023-05-11 前报送，今天 2023-05-13，逾期 2 天。',
    });
  });

  it('期满遇休息日顺延到下一个工作日（民法典第203条）', () => {
    const overWeekend = { ...rules, formDue: () => '2023-05-15' };
    const late = hearingStanding(waiting({}, 'HELD'), 'RSJ', '2023-05-15', overWeekend);
    expect(late).toMatchObject({ light: 'YELLOW', dueOn: '2023-05-15', overdueDays: 0 });
  });

  it('负责人出庭为办结，未出庭为红灯，理由获认可为办结', () => {
    expect(standing(hearing('2023-05-10'), '2023-05-11')).toMatchObject({ light: 'DONE', rule: 'HEAD_APPEARED' });
    const absent = (absenceAccepted: boolean | null) =>
      standing(hearing('2023-05-10', { appearances: [absentSeat({ absenceAccepted })] }), '2023-05-11').rule;
    expect([absent(null), absent(true)]).toEqual(['HEAD_ABSENT', 'ABSENCE_ACCEPTED']);
  });
}); // prettier-ignore

describe('提醒：只按已到而未办的最近一档', () => {
  it.each([
    ['2023-05-02', null],
    ['2023-05-03', 'HEARING_7'],
    ['2023-05-06', 'HEARING_7'],
    ['2023-05-07', 'HEARING_3'],
    ['2023-05-10', 'HEARING_3'],
    ['2023-05-11', 'HEARING_FORM'],
    ['2023-05-12', 'HEARING_FORM_MISSING'],
  ])('%s：%s', (asOf, expected) => {
    expect(rung(waiting(), asOf)).toBe(expected);
  });

  it('答复之后不再催答复，报了回执不再催回执', () => {
    expect(rung(waiting({ reply: attends }), '2023-05-08')).toBeNull();
    expect(rung(waiting({ reply: attends }), '2023-05-11')).toBe('HEARING_FORM');
    expect(rung(hearing('2023-05-10'), '2023-05-12')).toBeNull();
  });
});
