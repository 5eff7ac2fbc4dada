import { addDays, daysBetween, type Day } from '../calendar/day.js';
import { judgeAppearance } from './judge-appearance.js';
import type { Appearance, Hearing, HearingReply } from './court-case.js';
import type { LitigationRules } from './rate-policy.js';

export type HearingLight = 'DONE' | 'GREY' | 'RED' | 'YELLOW' | 'GREEN';

/** Where one department stands towards one hearing on a day. */
export interface HearingStanding {
  readonly light: HearingLight;
  readonly rule: string;
  readonly standing: string;
  readonly explanation: string;
  readonly dueOn: Day;
  readonly overdueDays: number;
}

/** The day by which the form of a hearing must be in: the day after it, where the office sets nothing else. */
export function formDueOn(hearing: Hearing, { hearing: { formDueDays } }: LitigationRules): Day {
  return addDays(hearing.day, formDueDays);
}

/**
 * The light of a hearing for one department: before it by the reply, after it by the form and by who sat there. It is
 * decided by the records as they stood and the day asked about, and nothing else.
 */
export function hearingStanding(
  hearing: Hearing,
  department: string,
  asOf: Day,
  rules: LitigationRules,
): HearingStanding {
  const seat = hearing.appearances.find((one) => one.department === department);
  const named = { dueOn: hearing.day, overdueDays: 0 };
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') {
    const standing = hearing.state === 'CANCELLED' ? '已取消' : '已改期';
    const rule = hearing.state === 'CANCELLED' ? 'HEARING_CANCELLED' : 'HEARING_MOVED';
    return { ...named, light: 'GREY', rule, standing, explanation: `不计灯：${hearing.day} 的开庭${standing}（${hearing.stateReason || '未注明原因'}），不是一次开庭。` };
  }
  if (seat?.form) return { ...named, ...afterForm(hearing, department, rules) };
  if (asOf < hearing.day || (asOf === hearing.day && hearing.state === 'SCHEDULED')) {
    return { ...named, ...before(hearing, seat?.reply ?? null, asOf, rules) };
  }
  return withoutForm(hearing, asOf, rules);
} // prettier-ignore

type Verdict = Pick<HearingStanding, 'light' | 'rule' | 'standing' | 'explanation'>;

function before(hearing: Hearing, reply: HearingReply | null, asOf: Day, rules: LitigationRules): Verdict {
  const left = daysBetween(asOf, hearing.day);
  const when = `${hearing.day} 开庭，今天 ${asOf}，还有 ${left} 天`;
  if (reply?.kind === 'ABSENT') {
    return { light: 'YELLOW', rule: 'REPLIED_ABSENT', standing: '负责人不能出庭', explanation: `黄灯：${when}；答复负责人因故不能出庭，须向人民法院提交正当理由的证明（第八条、第九条）。` };
  }
  if (reply) {
    const standing = reply.kind === 'ATTENDS' ? '负责人出庭' : '换人出庭';
    return { light: 'GREEN', rule: 'REPLIED', standing, explanation: `绿灯：${when}；${reply.on} 已答复${standing}。` };
  }
  const { remindDays } = rules.hearing;
  const [far = 0, near = far] = [remindDays[0], remindDays.at(-1)];
  if (left > far) return { light: 'GREEN', rule: 'HEARING_AHEAD', standing: '待答复', explanation: `绿灯：${when}。` };
  const isRed = left <= near;
  return { light: isRed ? 'RED' : 'YELLOW', rule: isRed ? 'NO_REPLY_NEAR' : 'NO_REPLY', standing: '未答复', explanation: `${isRed ? '红灯' : '黄灯'}：${when}；尚未答复由谁出庭（行政诉讼法第三条第三款）。` };
} // prettier-ignore

function afterForm(hearing: Hearing, department: string, rules: LitigationRules): Verdict {
  const judged = judgeAppearance(hearing, department, rules.rate);
  if (judged.attended) {
    return { light: 'DONE', rule: 'HEAD_APPEARED', standing: '负责人已出庭', explanation: `已办结：${hearing.day} ${judged.reason}，回执已报。` };
  }
  if (judged.excused) {
    return { light: 'DONE', rule: 'ABSENCE_ACCEPTED', standing: '未出庭，理由获认可', explanation: `已办结：${hearing.day} ${judged.reason}。` };
  }
  return { light: 'RED', rule: 'HEAD_ABSENT', standing: '负责人未出庭', explanation: `红灯：${hearing.day} ${judged.reason}。` };
} // prettier-ignore

function withoutForm(hearing: Hearing, asOf: Day, rules: LitigationRules): HearingStanding {
  const dueOn = formDueOn(hearing, rules);
  const overdueDays = Math.max(0, daysBetween(dueOn, asOf));
  const words = `${hearing.day} 开庭，出庭情况回执应于 ${dueOn} 前报送，今天 ${asOf}`;
  if (overdueDays === 0) {
    return { light: 'YELLOW', rule: 'FORM_DUE', standing: '待报回执', dueOn, overdueDays, explanation: `黄灯：${words}。` };
  }
  return { light: 'RED', rule: 'FORM_MISSING', standing: '未报回执', dueOn, overdueDays, explanation: `红灯：${words}，逾期 ${overdueDays} 天。` };
} // prettier-ignore

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
  rules: LitigationRules,
): HearingRung | null {
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') return null;
  const seat: Appearance | undefined = hearing.appearances.find((one) => one.department === department);
  if (seat?.form) return null;
  const left = daysBetween(asOf, hearing.day);
  const place = `${hearing.day}${hearing.time === '' ? '' : ` ${hearing.time}`}${hearing.room === '' ? '' : `，${hearing.room}`}`;
  if (left < 0) return formRung(hearing, asOf, rules);
  if (seat?.reply) return null;
  const reached = rules.hearing.remindDays.filter((days) => left <= days).at(-1);
  if (reached === undefined) return null;
  return {
    rung: `HEARING_${reached}`,
    label: '提醒',
    dueOn: hearing.day,
    explanation: `将于 ${place} 开庭，还有 ${left} 天。被诉行政机关负责人应当出庭应诉（行政诉讼法第三条第三款），请答复：负责人出庭、换人出庭，或者因故不能出庭及其理由；不能出庭的，应当在开庭前向人民法院提交证明（法释〔2020〕3号第八条、第九条）。`,
  };
} // prettier-ignore

function formRung(hearing: Hearing, asOf: Day, rules: LitigationRules): HearingRung {
  const dueOn = formDueOn(hearing, rules);
  const late = daysBetween(dueOn, asOf);
  const missing = late > 0;
  return {
    rung: missing ? 'HEARING_FORM_MISSING' : 'HEARING_FORM',
    label: missing ? '催办' : '提醒',
    dueOn,
    explanation: `${hearing.day} 已开庭，出庭情况回执应于 ${dueOn} 前报送${missing ? `，已逾期 ${late} 天，请即补报` : '，请按时报送'}。`,
  };
}
