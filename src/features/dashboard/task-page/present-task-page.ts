import type { TaskResponse } from '../../ledger/task-page.reader.js';
import type { CloseOutResponse, ReportResponse } from '../../reporting/task-reports.reader.js';

/** 单位 */
export class PartDepartment {
  code!: string;
  name!: string;
}

/** 灯及其依据 */
export class LightExplained {
  /** RED · YELLOW · GREEN · DONE · GREY；尚未交办的为 null */
  light!: string | null;
  lightLabel!: string;
  /** 判灯的依据 */
  rule!: string;
  explanation!: string;
  overdueDays!: number;
  /** 连续 N 月红灯 */
  redMonths!: number;
  /** 序时进度，% */
  timeProgress!: number | null;
  /** 核定进度，% */
  verifiedProgress!: number | null;
  pace!: string | null;
  paceLabel!: string;
  /** 本月月报：NOT_REQUIRED · DRAFT · MISSING · SUBMITTED · RETURNED · ACCEPTED */
  reportState!: string | null;
}

/** 一个单位的分工和它自己的灯；看不到的灯为 null */
export class PartWithLight {
  assignmentId!: string;
  department!: PartDepartment;
  /** LEAD · SUPPORT */
  role!: string;
  isFirstLead!: boolean;
  viaGroup!: string | null;
  state!: string;
  stateLabel!: string;
  signedOn!: string | null;
  version!: number;
  light!: LightExplained | null;
}

/** 印发时的一格 */
export class SourceCell {
  heading!: string;
  text!: string;
}

/** 印发时的原文 */
export class SourceRowView {
  fileSha256!: string;
  sheet!: string;
  /** 自 1 起，同表格中所见 */
  row!: number;
  cells!: SourceCell[];
}

/** 任务所在的台账 */
export class TaskPageLedger {
  id!: string;
  code!: string;
  title!: string;
  /** DRAFT · ISSUED · CLOSED */
  state!: string;
  issuedOn!: string | null;
  sourceNumber!: string;
}

/** 一次督促及其送达、签收 */
export class TaskReminder {
  id!: string;
  number!: string;
  label!: string;
  paper!: string;
  /** 节点或者期次；为任务本身的为空 */
  node!: string;
  period!: string;
  department!: PartDepartment;
  /** LIAISON · HEAD · SUPERVISING_LEADER */
  recipient!: string;
  /** 达到该级条件的日期 */
  reachedOn!: string | null;
  sendOn!: string;
  replyBy!: string | null;
  explanation!: string;
  /** PROPOSED · ISSUED · REPLIED · DISMISSED */
  state!: string;
  /** 送达凭据；尚未发出的为 null */
  proof!: ReminderProof | null;
}

/** 送达凭据 */
export class ReminderProof {
  digestId!: string;
  day!: string;
  /** 接收人 */
  holder!: string;
  /** 待发送、已发送、发送失败、已放弃、待当面签收、已签收 */
  status!: string;
  signedOn!: string | null;
  signedBy!: string | null;
}

/** 一个冻结月份的灯 */
export class FrozenLight {
  month!: string;
  /** 任务行的为 null */
  department!: PartDepartment | null;
  light!: string;
  lightLabel!: string;
  explanation!: string;
  dueOn!: string | null;
  overdueDays!: number;
  timeProgress!: number | null;
  verifiedProgress!: number | null;
  paceLabel!: string;
  redMonths!: number;
}

/** 审计记录一条：谁、何时、做了什么 */
export class AuditSentence {
  seq!: number;
  /** 毫秒，UTC */
  at!: number;
  /** 办理人姓名 */
  who!: string;
  /** 岗位 */
  post!: string;
  /** 哪个单位、节点或者月报；为任务本身的为空 */
  subject!: string;
  sentence!: string;
}

/** 可以办理的事项；possible 为 false 的附理由 */
export class DeedOffer {
  deed!: string;
  label!: string;
  /** POST · PUT */
  method!: string;
  /** /api/v1 之下的地址 */
  path!: string;
  /** If-Match 的版本；null 为不需要 */
  version!: number | null;
  /** 哪个单位、节点、月份或者申请；为任务本身的为空 */
  subject!: string;
  possible!: boolean;
  reason!: string;
}

/** 任务一页 */
export class TaskPageView {
  /** 与 GET /tasks/{id} 相同 */
  task!: TaskResponse;
  ledger!: TaskPageLedger;
  /** 手工新增的为 null */
  source!: SourceRowView | null;
  /** 今日的灯；联络员和部门负责人所见为本单位的灯 */
  light!: LightExplained;
  parts!: PartWithLight[];
  /** 月份近的在前；单位只见本单位的 */
  reports!: ReportResponse[];
  closeOutRequests!: CloseOutResponse[];
  reminders!: TaskReminder[];
  /** 各冻结月份的灯，月份近的在前 */
  history!: FrozenLight[];
  /** 近的在前，至多 200 条 */
  audit!: AuditSentence[];
  deeds!: DeedOffer[];
}
