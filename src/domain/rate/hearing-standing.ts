import { daysBetween, type Day } from '../calendar/day.js';
import { judgeAppearance } from './judge-appearance.js';
import type { Hearing, HearingReply } from './court-case.js';
import type { HearingRules } from './rate-policy.js';

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

/**
 * The light of a hearing for one department: before it by the reply, after it by the form and by who sat there. It is
 * decided by the records as they stood and the day asked about, and nothing else.
 */
export function hearingStanding(
  hearing: Hearing,
  department: string,
  asOf: Day,
  rules: HearingRules,
): HearingStanding {
  const seat = hearing.appearances.find((one) => one.department === department);
  const named = { dueOn: hearing.day, overdueDays: 0 };
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') return { ...named, ...notHeld(hearing) };
  if (seat?.form) return { ...named, ...afterForm(hearing, department, rules) };
  if (asOf > hearing.day || hearing.state === 'HELD') return withoutForm(hearing, asOf, rules);
  const when = `${hearing.day} 开庭，今天 ${asOf}，还有 ${daysBetween(asOf, hearing.day)} 天`;
  return { ...named, ...(seat?.reply ? replied(seat.reply, when) : unanswered(hearing, asOf, when, rules)) };
} // prettier-ignore

function notHeld({ state, day, stateReason }: Hearing): Verdict {
  const cancelled = state === 'CANCELLED';
  const standing = cancelled ? '已取消' : '已改期';
  return { light: 'GREY', rule: cancelled ? 'HEARING_CANCELLED' : 'HEARING_MOVED', standing, explanation: `不计灯：${day} 的开庭${standing}（${stateReason || '未注明原因'}），不是一次开庭。` };
} // prettier-ignore

type Verdict = Pick<HearingStanding, 'light' | 'rule' | 'standing' | 'explanation'>;

function replied(reply: HearingReply, when: string): Verdict {
  if (reply.kind === 'ABSENT') {
    return { light: 'YELLOW', rule: 'REPLIED_ABSENT', standing: '负责人不能出庭', explanation: `黄灯：${when}；答复负责人因故不能出庭，须向人民法院提交正当理由的证明（第八条、第九条）。` };
  }
  const standing = reply.kind === 'ATTENDS' ? '负责人出庭' : '换人出庭';
  return { light: 'GREEN', rule: 'REPLIED', standing, explanation: `绿灯：${when}；${reply.on} 已答复${standing}。` };
} // prettier-ignore

function unanswered(hearing: Hearing, asOf: Day, when: string, rules: HearingRules): Verdict {
  const left = daysBetween(asOf, hearing.day);
  const { remindDays } = rules.hearing;
  if (left > Math.max(...remindDays)) {
    return { light: 'GREEN', rule: 'HEARING_AHEAD', standing: '待答复', explanation: `绿灯：${when}。` };
  }
  const isRed = left <= Math.min(...remindDays);
  return { light: isRed ? 'RED' : 'YELLOW', rule: isRed ? 'NO_REPLY_NEAR' : 'NO_REPLY', standing: '未答复', explanation: `${isRed ? '红灯' : '黄灯'}：${when}；尚未答复由谁出庭（行政诉讼法第三条第三款）。` };
} // prettier-ignore

function afterForm(hearing: Hearing, department: string, rules: HearingRules): Verdict {
  const judged = judgeAppearance(hearing, department, rules.rate);
  if (judged.attended) {
    return { light: 'DONE', rule: 'HEAD_APPEARED', standing: '负责人已出庭', explanation: `已办结：${hearing.day} ${judged.reason}，回执已报。` };
  }
  if (judged.excused) {
    return { light: 'DONE', rule: 'ABSENCE_ACCEPTED', standing: '未出庭，理由获认可', explanation: `已办结：${hearing.day} ${judged.reason}。` };
  }
  return { light: 'RED', rule: 'HEAD_ABSENT', standing: '负责人未出庭', explanation: `红灯：${hearing.day} ${judged.reason}。` };
} // prettier-ignore

function withoutForm(hearing: Hearing, asOf: Day, rules: HearingRules): HearingStanding {
  const dueOn = rules.formDue(hearing.day);
  const overdueDays = Math.max(0, daysBetween(dueOn, asOf));
  const words = `${hearing.day} 开庭，出庭情况回执应于 ${dueOn} 前报送，今天 ${asOf}`;
  if (overdueDays === 0) {
    return { light: 'YELLOW', rule: 'FORM_DUE', standing: '待报回执', dueOn, overdueDays, explanation: `黄灯：${words}。` };
  }
  return { light: 'RED', rule: 'FORM_MISSING', standing: '未报回执', dueOn, overdueDays, explanation: `红灯：${words}，逾期 ${overdueDays} 天。` };
} // prettier-ignore
