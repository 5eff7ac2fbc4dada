import { addDays, daysBetween, type Day } from '../../domain/calendar/day.js';
import type { RegisterNotice } from '../../domain/snapshot/register-row.js';
import type { OpenedDecision } from './decision-desk.js';
import type { DecisionRules } from './decision-rules.js';
import type { DecisionStatus, Duty } from './decision-status.js';

type Told = Pick<RegisterNotice, 'rung' | 'label' | 'version' | 'dueOn' | 'explanation' | 'recipients'>;

/** What the undertaking department is to be told as of a day; only the latest rung reached is named. Pure. */
export function noticesOf(
  { decision, plans }: OpenedDecision,
  status: DecisionStatus,
  asOf: Day,
  rules: DecisionRules,
): RegisterNotice[] {
  if (status.state === 'TERMINATED' || status.state === 'CLOSED') return [];
  const version = Math.max(1, plans.filter(({ recordedOn }) => recordedOn <= asOf).length);
  const told = [
    ...finishNotice(status, asOf, rules.finishBefore, version),
    ...status.duties.flatMap((duty) => dutyNotice(duty, asOf, rules.dutyBefore)),
  ];
  return told.map((notice) => ({
    register: 'DECISIONS',
    subjectId: decision.id,
    number: decision.number,
    title: decision.title,
    departmentId: decision.departmentId,
    ...notice,
  }));
}

function finishNotice(
  { finishOn, finishedOn, state, standing }: DecisionStatus,
  asOf: Day,
  before: readonly number[],
  version: number,
): Told[] {
  if (finishedOn !== null || state === 'SUSPENDED') return [];
  const left = daysBetween(asOf, finishOn);
  const common = { version, dueOn: finishOn };
  if (left < 0)
    return [
      {
        ...common,
        rung: 'FINISH_OVERDUE',
        label: '催办',
        recipients: ['LIAISON', 'HEAD'],
        explanation: `计划完成日期 ${finishOn} 已过，截至 ${asOf} 逾期 ${-left} 天，${standing}，请抓紧履行决策程序。`,
      },
    ];
  const days = before.filter((each) => left <= each).at(-1);
  if (days === undefined) return [];
  return [
    {
      ...common,
      rung: `FINISH_${days}`,
      label: '提醒',
      recipients: ['LIAISON'],
      explanation: `计划完成日期 ${finishOn}，距今（${asOf}）${left} 天，${standing}，请按计划履行决策程序。`,
    },
  ];
}

function dutyNotice({ step, name, article, dueOn, doneOn }: Duty, asOf: Day, before: number): Told[] {
  if (doneOn !== null || asOf < addDays(dueOn, -before)) return [];
  const left = daysBetween(asOf, dueOn);
  const late = left < 0;
  return [
    {
      rung: late ? `${step}_OVERDUE` : `${step}_DUE`,
      label: late ? '催办' : '提醒',
      version: 1,
      dueOn,
      recipients: late ? ['LIAISON', 'HEAD'] : ['LIAISON'],
      explanation: late
        ? `“${name}”应于 ${dueOn} 前办理（${article}），截至 ${asOf} 逾期 ${-left} 天，请立即办理。`
        : `“${name}”应于 ${dueOn} 前办理（${article}），距今（${asOf}）${left} 天，请及时办理。`,
    },
  ];
}
