import type { Day } from '../../domain/calendar/day.js';
import { daysBetween } from '../../domain/calendar/day.js';
import { hearingStateWords, noticeReasonWords, rankWords } from '../../domain/rate/case-words.js';
import type {
  AbsenceReason,
  Appearance,
  CourtNotice,
  Hearing,
  HearingKind,
  HearingState,
  Instance,
  NoticeReason,
  Official,
  Rank,
  Voice,
} from '../../domain/rate/court-case.js';
import { hearingStanding, type HearingLight } from '../../domain/rate/hearing-standing.js';
import { seatOf } from '../../domain/rate/deeds/edit-case.js';
import type { HearingRules } from '../../domain/rate/rate-policy.js';
import { mustAppear } from '../../domain/rate/relieved.js';

/** 出庭负责人 */
export class OfficialResponse {
  name!: string;
  /** 职务 */
  post!: string;
  rank!: Rank;
  /** 级别（第二条） */
  rankLabel!: string;
  /** 其所属的其他机关；本机关负责人为空 */
  otherAgency!: string | null;
}

/** 法院出庭通知 */
export class NoticeResponse {
  /** 单位代码 */
  department!: string;
  servedOn!: string;
  /** 是否在开庭三日前送达（第五条） */
  servedInTime!: boolean;
  /** 应当通知（第四条第一款） */
  mandatory!: boolean;
  reason!: NoticeReason;
  /** 通知的事由 */
  reasonLabel!: string;
  /** 通知再次出庭，另计一次 */
  again!: boolean;
}

/** 更换出庭负责人的记录 */
export class ReplacementResponse {
  from!: string;
  to!: string;
  on!: string;
  reason!: string;
}

/** 庭前答复 */
export class ReplyResponse {
  /** ATTENDS 出庭 · REPLACED 换人出庭 · ABSENT 因故不能出庭 */
  kind!: 'ATTENDS' | 'REPLACED' | 'ABSENT';
  on!: string;
  /** 答复的岗位 */
  by!: string;
  note!: string;
}

/** 不能出庭的理由 */
export class AbsenceResponse {
  reason!: AbsenceReason;
  explanation!: string;
  on!: string;
}

/** 出庭情况回执 */
export class AttendanceResponse {
  returnedOn!: string;
  /** 到庭的负责人；没有为空 */
  official!: OfficialResponse | null;
  /** 到庭的工作人员人数 */
  staff!: number;
  /** 到庭的律师人数 */
  lawyers!: number;
  /** 负责人的发言 */
  voice!: Voice[];
  leftWithoutPermission!: boolean;
  refusedToExplain!: boolean;
  note!: string;
}

/** 一个单位在一次开庭中的情况 */
export class SeatResponse {
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** 负责人有无出庭义务 */
  mustAppear!: boolean;
  light!: HearingLight;
  /** 所处状态 */
  standing!: string;
  /** 亮灯的理由 */
  explanation!: string;
  /** 拟出庭负责人 */
  planned!: OfficialResponse | null;
  replacements!: ReplacementResponse[];
  reply!: ReplyResponse | null;
  absence!: AbsenceResponse | null;
  /** 人民法院是否认可理由；未定为空 */
  absenceAccepted!: boolean | null;
  /** 人民法院是否认可身份证明；未定为空 */
  identityAccepted!: boolean | null;
  /** 经核是否属于负责人；未核为空 */
  rankConfirmed!: boolean | null;
  form!: AttendanceResponse | null;
}

/** 一次开庭 */
export class HearingResponse {
  id!: string;
  day!: string;
  /** HH:MM，未定为空 */
  time!: string;
  room!: string;
  /** TRIAL 开庭 · INQUIRY 询问、谈话、调解 */
  kind!: HearingKind;
  /** 在线开庭 */
  online!: boolean;
  state!: HearingState;
  stateLabel!: string;
  /** 取消或者改期的原因 */
  stateReason!: string;
  /** 并案审理的同一次开庭标记相同 */
  sitting!: string;
  notices!: NoticeResponse[];
  seats!: SeatResponse[];
}

/** What a hearing is looked at with: the day, the rules, and whose seats may be seen (null: all). */
export interface HearingView {
  readonly today: Day;
  readonly rules: HearingRules;
  readonly scope: string | null;
}

/** One hearing with the seats the reader may see. */
export function presentHearing(hearing: Hearing, instance: Instance, view: HearingView): HearingResponse {
  const seen = instance.parties.filter(
    ({ department, role }) => role !== 'THIRD_PARTY' && (view.scope === null || view.scope === department),
  );
  const { id, day, time, room, kind, online, state, stateReason, sitting, notices } = hearing;
  return {
    id,
    day,
    time,
    room,
    kind,
    online,
    state,
    stateLabel: hearingStateWords[state],
    stateReason,
    sitting,
    notices: notices.filter((one) => view.scope === null || view.scope === one.department).map((one) => presentNotice(one, day)),
    seats: seen.map((party) => {
      const { light, standing, explanation } = hearingStanding(hearing, party.department, view.today, view.rules);
      return {
        department: party.department,
        departmentName: party.name,
        mustAppear: mustAppear(instance, party, view.rules.rate),
        light,
        standing,
        explanation,
        ...recordsOf(seatOf(hearing, party.department)),
      };
    }),
  };
} // prettier-ignore

function presentNotice(notice: CourtNotice, day: Day): NoticeResponse {
  const { department, servedOn, mandatory, reason, again } = notice;
  const servedInTime = daysBetween(servedOn, day) >= 3;
  return { department, servedOn, servedInTime, mandatory, reason, reasonLabel: noticeReasonWords[reason], again };
} // prettier-ignore

function recordsOf(seat: Appearance) {
  const { reply, absence, absenceAccepted, identityAccepted, rankConfirmed, form } = seat;
  return {
    planned: presentOfficial(seat.planned),
    replacements: seat.replacements.map(({ from, to, on, reason }) => ({ from, to, on, reason })),
    reply,
    absence,
    absenceAccepted,
    identityAccepted,
    rankConfirmed,
    form: form && { ...form, voice: [...form.voice], official: presentOfficial(form.official) },
  };
}

/** A person with the words of his rank. */
export function presentOfficial(official: Official | null): OfficialResponse | null {
  if (official === null) return null;
  const { name, post, rank, otherAgency } = official;
  return { name, post, rank, rankLabel: rankWords[rank], otherAgency };
}
