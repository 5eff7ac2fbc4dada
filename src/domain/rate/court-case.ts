import type { Day } from '../calendar/day.js';

/** Which register a case stands in; each has a rate of its own (民事、复议听证不并入行政应诉). */
export type CaseRegister = 'ADMINISTRATIVE' | 'CIVIL' | 'RECONSIDERATION_HEARING';

/** 一审、二审、再审（法释〔2020〕3号第一条）. */
export type InstanceLevel = 'FIRST' | 'SECOND' | 'RETRIAL';

/** 被告 · 原告不同意追加为被告而列的第三人（第一条第二款） · 其他第三人, whose head need not appear. */
export type PartyRole = 'DEFENDANT' | 'COMPULSORY_THIRD_PARTY' | 'THIRD_PARTY';

/** Among co-defendants, whose head appears: agreed among them or decided by the court（第三条）. */
export type Designation = 'APPEARS' | 'RELIEVED';

/** How an instance ended. */
export type Outcome =
  | 'UPHELD'
  | 'REVOKED'
  | 'UNLAWFUL'
  | 'ORDERED'
  | 'CLAIM_REJECTED'
  | 'DISMISSED'
  | 'WITHDRAWN'
  | 'MEDIATED'
  | 'REMANDED'
  | 'OTHER';

/** 开庭 · 询问、谈话、诉前调解, which is no hearing. */
export type HearingKind = 'TRIAL' | 'INQUIRY';

export type HearingState = 'SCHEDULED' | 'HELD' | 'CANCELLED' | 'RESCHEDULED';

/** Why the court notifies the head: 第四条第一款（应当）three matters, 第二款（可以）four. */
export type NoticeReason =
  | 'PUBLIC_SAFETY'
  | 'HIGH_ATTENTION'
  | 'MASS_INCIDENT'
  | 'SERIOUS_INTEREST'
  | 'PUBLIC_INTEREST'
  | 'SUPERIOR_RULE'
  | 'OTHER';

/** 第二条: 正职 · 副职 · 参与分管的副职级别负责人 · 其他参与分管的负责人 · 不属于负责人. */
export type Rank = 'PRINCIPAL' | 'DEPUTY' | 'DEPUTY_LEVEL_IN_CHARGE' | 'OTHER_IN_CHARGE' | 'NOT_QUALIFYING';

/** 第八条: 不可抗力 · 意外事件 · 需要履行他人不能代替的公务 · 其他正当事由. */
export type AbsenceReason = 'FORCE_MAJEURE' | 'ACCIDENT' | 'IRREPLACEABLE_DUTY' | 'OTHER_JUST_CAUSE';

/** 第十一条: what was said at the hearing; the last is what the head must speak on. */
export type Voice = 'STATEMENT' | 'DEFENCE' | 'EVIDENCE' | 'DEBATE' | 'FINAL_OPINION' | 'RESOLUTION';

/** 第十二条: the five matters for which the court makes a judicial suggestion. */
export type Violation =
  | 'NO_REASON'
  | 'ABSENT_AFTER_POSTPONEMENT'
  | 'NEITHER_HEAD_NOR_STAFF'
  | 'LEFT_WITHOUT_PERMISSION'
  | 'REFUSED_TO_EXPLAIN';

export interface Official {
  readonly name: string;
  readonly post: string;
  readonly rank: Rank;
  /** Name of the agency he heads where it is not the party itself; null for the party's own head. */
  readonly otherAgency: string | null;
}

export interface CourtNotice {
  /** Code of the department notified. */
  readonly department: string;
  readonly servedOn: Day;
  /** 应当通知（第四条第一款） rather than 可以通知. */
  readonly mandatory: boolean;
  readonly reason: NoticeReason;
  /** 通知负责人再次出庭（第七条第一款但书）: a duty of its own. */
  readonly again: boolean;
}

export interface Replacement {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly reason: string;
}

/** What a department answers to the reminder: 出庭 · 换人出庭 · 因故不能出庭. */
export interface HearingReply {
  readonly kind: 'ATTENDS' | 'REPLACED' | 'ABSENT';
  readonly on: Day;
  readonly by: string;
  readonly note: string;
}

/** 出庭应诉情况回执, handed in by the department the day after. */
export interface AttendanceForm {
  readonly returnedOn: Day;
  /** Who sat for the agency as its head; null when none did. */
  readonly official: Official | null;
  /** 相应的工作人员（第十条）. */
  readonly staff: number;
  readonly lawyers: number;
  readonly voice: readonly Voice[];
  readonly leftWithoutPermission: boolean;
  readonly refusedToExplain: boolean;
  readonly note: string;
}

/** One department at one hearing. */
export interface Appearance {
  readonly department: string;
  readonly planned: Official | null;
  readonly replacements: readonly Replacement[];
  readonly reply: HearingReply | null;
  readonly absence: { readonly reason: AbsenceReason; readonly explanation: string; readonly on: Day } | null;
  /** The court's decision on the reason（第九条）; null while it has none. */
  readonly absenceAccepted: boolean | null;
  /** The court's decision on the identity paper（第六条）; null while it has none. */
  readonly identityAccepted: boolean | null;
  /** The office's finding where a post alone does not show the rank; null while open. */
  readonly rankConfirmed: boolean | null;
  readonly form: AttendanceForm | null;
}

export interface Hearing {
  readonly id: string;
  readonly day: Day;
  readonly time: string;
  readonly room: string;
  readonly kind: HearingKind;
  /** 在线开庭 is a hearing like any other. */
  readonly online: boolean;
  readonly state: HearingState;
  /** Why it was cancelled or held another day; empty else. */
  readonly stateReason: string;
  /** Joined cases（并案审理） heard at one sitting share this key; else the hearing's own id. */
  readonly sitting: string;
  /** Grows when the day changes, so that reminders are sent anew. */
  readonly dayVersion: number;
  readonly notices: readonly CourtNotice[];
  readonly appearances: readonly Appearance[];
}

export interface Party {
  /** Code of the department that answers for it in the register. */
  readonly department: string;
  /** Its name as it was when sued. */
  readonly name: string;
  readonly role: PartyRole;
  readonly designation: Designation | null;
}

export interface Suggestion {
  readonly department: string;
  readonly violation: Violation;
  readonly number: string;
  readonly receivedOn: Day;
  readonly content: string;
}

export interface Instance {
  readonly id: string;
  readonly level: InstanceLevel;
  /** 案号, e.g. （2023）津0105行初12号. */
  readonly number: string;
  readonly court: string;
  readonly filedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: Outcome | null;
  /** 书面审理（行政诉讼法第八十六条）. */
  readonly writtenTrial: boolean;
  readonly disputeResolved: boolean | null;
  readonly parties: readonly Party[];
  readonly hearings: readonly Hearing[];
  readonly suggestions: readonly Suggestion[];
}

export interface CourtCase {
  readonly id: string;
  readonly register: CaseRegister;
  /** Masked, e.g. 张某; the full name is kept nowhere. */
  readonly plaintiff: string;
  readonly cause: string;
  readonly actSued: string;
  /** 行政公益诉讼. */
  readonly publicInterest: boolean;
  readonly instances: readonly Instance[];
}
