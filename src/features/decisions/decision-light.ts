import { daysBetween, type Day } from '../../domain/calendar/day.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import { sideStateNames } from '../../domain/procedure/side-state.js';
import type { DecisionStatus } from './decision-status.js';

/** A light with the rule that gave it and the sentence that says why. */
export type DecisionLight = Pick<RegisterRow, 'light' | 'rule' | 'explanation' | 'overdueDays'>;

/**
 * The light of a decision on a day: first hit wins. It is judged by the planned day on which the procedure is to be
 * finished; a statutory duty that is overdue (卷宗) is red too. Pure.
 */
export function lightOf(status: DecisionStatus, today: Day, dueSoonDays: number): DecisionLight {
  const { finishOn, finishedOn } = status;
  const late = finishedOn ?? today;
  const overdueDays = Math.max(0, daysBetween(finishOn, late));
  const plan = `计划完成 ${finishOn}，今天 ${today}`;
  if (status.state === 'TERMINATED') return calm('GREY', 'TERMINATED', '不计灯：决策程序已终止。');
  const duty = status.duties.find((each) => each.doneOn === null && each.dueOn < today);
  if (duty) {
    const days = daysBetween(duty.dueOn, today);
    return {
      light: 'RED',
      rule: 'DUTY_OVERDUE',
      explanation: `红灯（定期事项逾期）：“${duty.name}”应于 ${duty.dueOn} 前办理（${duty.article}），今天 ${today}，逾期 ${days} 天。`,
      overdueDays: days,
    };
  }
  if (finishedOn !== null) return done(finishOn, finishedOn, overdueDays);
  if (status.state === 'SUSPENDED') return calm('GREY', 'SUSPENDED', '不计灯：决策程序已依法中止。');
  if (overdueDays > 0)
    return {
      light: 'RED',
      rule: 'OVERDUE',
      explanation: `红灯（逾期未完成）：${plan}，逾期 ${overdueDays} 天；${status.standing}。`,
      overdueDays,
    };
  const left = daysBetween(today, finishOn);
  if (status.state === 'RETURNED')
    return calm('YELLOW', 'RETURNED', `黄灯（${sideStateNames.RETURNED}）：${plan}；${status.standing}。`);
  if (left <= dueSoonDays)
    return calm('YELLOW', 'DUE_SOON', `黄灯（临期）：${plan}，距计划完成 ${left} 天；${status.standing}。`);
  return calm('GREEN', 'ON_TRACK', `绿灯（正常推进）：${plan}，距计划完成 ${left} 天；${status.standing}。`);
}

function calm(light: RegisterRow['light'], rule: string, explanation: string): DecisionLight {
  return { light, rule, explanation, overdueDays: 0 };
}

function done(finishOn: Day, finishedOn: Day, overdueDays: number): DecisionLight {
  const late = overdueDays > 0 ? `，晚于计划 ${overdueDays} 天` : '';
  return calm(
    'DONE',
    overdueDays > 0 ? 'FINISHED_LATE' : 'FINISHED',
    `已完成：计划完成 ${finishOn}，${finishedOn} 完成决策程序${late}。`,
  );
}
