import { daysBetween, type Day } from '../calendar/day.js';
import type { Hearing } from './court-case.js';
import type { HearingRules } from './rate-policy.js';

/** What a department is to be told about a hearing on a day. */
export interface HearingRung {
  readonly rung: string;
  readonly label: string;
  readonly dueOn: Day;
  readonly explanation: string;
}

/**
 * The latest reminder that has been reached: 7 and 3 days before a hearing while nobody has answered, and from the day
 * after it while the form is missing; null where nothing is to be told. Which of them were sent before is not asked
 * here. Source: 行政诉讼法第三条第三款; days are the office's custom.
 */
export function hearingRung(
  hearing: Hearing,
  department: string,
  asOf: Day,
  rules: HearingRules,
): HearingRung | null {
  const seat = hearing.appearances.find((one) => one.department === department);
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED' || seat?.form) return null;
  if (asOf > hearing.day) return formRung(hearing, asOf, rules);
  return seat?.reply ? null : replyRung(hearing, daysBetween(asOf, hearing.day), rules);
}

function replyRung(hearing: Hearing, left: number, rules: HearingRules): HearingRung | null {
  const reached = rules.hearing.remindDays.filter((days) => left <= days).at(-1);
  if (reached === undefined) return null;
  const place = [hearing.day, hearing.time, hearing.room].filter((part) => part !== '').join(' ');
  return {
    rung: `HEARING_${reached}`,
    label: '提醒',
    dueOn: hearing.day,
    explanation: `将于 ${place} 开庭，还有 ${left} 天。被诉行政机关负责人应当出庭应诉（行政诉讼法第三条第三款），请答复：负责人出庭、换人出庭，或者因故不能出庭及其理由；不能出庭的，应当在开庭前向人民法院提交证明（法释〔2020〕3号第八条、第九条）。`,
  };
}

function formRung(hearing: Hearing, asOf: Day, rules: HearingRules): HearingRung {
  const dueOn = rules.formDue(hearing.day);
  const late = daysBetween(dueOn, asOf);
  const missing = late > 0;
  return {
    rung: missing ? 'HEARING_FORM_MISSING' : 'HEARING_FORM',
    label: missing ? '催办' : '提醒',
    dueOn,
    explanation: `${hearing.day} 已开庭，出庭情况回执应于 ${dueOn} 前报送${missing ? `，已逾期 ${late} 天，请即补报` : '，请按时报送'}。`,
  };
}
