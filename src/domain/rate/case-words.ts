import type {
  AbsenceReason,
  CaseRegister,
  HearingState,
  InstanceLevel,
  NoticeReason,
  Outcome,
  PartyRole,
  Rank,
  Violation,
  Voice,
} from './court-case.js';

export const registerWords: Readonly<Record<CaseRegister, string>> = {
  ADMINISTRATIVE: '行政诉讼',
  CIVIL: '民事诉讼',
  RECONSIDERATION_HEARING: '行政复议听证',
};

export const levelWords: Readonly<Record<InstanceLevel, string>> = {
  FIRST: '一审',
  SECOND: '二审',
  RETRIAL: '再审',
};

export const roleWords: Readonly<Record<PartyRole, string>> = {
  DEFENDANT: '被告',
  COMPULSORY_THIRD_PARTY: '应当追加而未追加的第三人',
  THIRD_PARTY: '第三人',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  UPHELD: '维持',
  REVOKED: '撤销',
  UNLAWFUL: '确认违法',
  ORDERED: '责令履行',
  CLAIM_REJECTED: '驳回诉讼请求',
  DISMISSED: '驳回起诉',
  WITHDRAWN: '撤诉',
  MEDIATED: '调解',
  REMANDED: '发回重审',
  OTHER: '其他',
};

export const hearingStateWords: Readonly<Record<HearingState, string>> = {
  SCHEDULED: '待开庭',
  HELD: '已开庭',
  CANCELLED: '已取消',
  RESCHEDULED: '已改期',
};

export const noticeReasonWords: Readonly<Record<NoticeReason, string>> = {
  PUBLIC_SAFETY: '涉及食品药品安全、生态环境和资源保护、公共卫生安全等重大公共利益',
  HIGH_ATTENTION: '社会高度关注',
  MASS_INCIDENT: '可能引发群体性事件',
  SERIOUS_INTEREST: '可能对公民、法人或者其他组织权利义务产生重大影响',
  PUBLIC_INTEREST: '公益诉讼',
  SUPERIOR_RULE: '上级行政机关规范性文件要求出庭',
  OTHER: '人民法院认为需要通知的其他情形',
};

export const rankWords: Readonly<Record<Rank, string>> = {
  PRINCIPAL: '正职负责人',
  DEPUTY: '副职负责人',
  DEPUTY_LEVEL_IN_CHARGE: '参与分管的副职级别负责人',
  OTHER_IN_CHARGE: '其他参与分管的负责人',
  NOT_QUALIFYING: '不属于负责人',
};

export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  FORCE_MAJEURE: '不可抗力',
  ACCIDENT: '意外事件',
  IRREPLACEABLE_DUTY: '需要履行他人不能代替的公务',
  OTHER_JUST_CAUSE: '无法出庭的其他正当事由',
};

export const voiceWords: Readonly<Record<Voice, string>> = {
  STATEMENT: '陈述',
  DEFENCE: '答辩',
  EVIDENCE: '举证质证',
  DEBATE: '辩论',
  FINAL_OPINION: '最后意见',
  RESOLUTION: '实质性解决争议意见',
};

export const violationWords: Readonly<Record<Violation, string>> = {
  NO_REASON: '负责人未出庭且未说明理由或者理由不成立',
  ABSENT_AFTER_POSTPONEMENT: '准许延期后负责人仍未出庭且无正当理由',
  NEITHER_HEAD_NOR_STAFF: '负责人和相应的工作人员均未出庭',
  LEFT_WITHOUT_PERMISSION: '负责人未经许可中途退庭',
  REFUSED_TO_EXPLAIN: '负责人拒绝解释、说明致庭审无法进行',
};
