import { assignmentLifecycle, type AssignmentState } from '../../../domain/task/assignment-lifecycle.js';
import {
  extensionRequestLifecycle,
  type ExtensionRequestState,
} from '../../../domain/task/extension-request-lifecycle.js';
import type { ExtensionApprover } from '../../../domain/task/extension-rules.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { DeadlineChangeRecord, ExtensionRecord } from '../extension.store.js';
import type { MilestoneRecord } from '../milestone.store.js';

/** A department as it is named. */
export class DepartmentName {
  code!: string;
  name!: string;
}

/** Codes and names by department id. */
export type DepartmentNames = ReadonlyMap<string, DepartmentName>;

/** 一个单位在任务中的分工 */
export class AssignmentResponse {
  id!: string;
  department!: DepartmentName;
  /** LEAD 牵头 · SUPPORT 配合 */
  role!: 'LEAD' | 'SUPPORT';
  /** 第一牵头单位 */
  isFirstLead!: boolean;
  /** 经由哪个单位组列入，如“各街道”；逐一列明的为空 */
  viaGroup!: string | null;
  state!: AssignmentState;
  stateLabel!: string;
  /** 签收日期 */
  signedOn!: string | null;
  /** 签收、异议、完成时 If-Match 填此版本 */
  version!: number;
}

/** 任务的节点，或者周期任务的一期 */
export class MilestoneResponse {
  id!: string;
  /** NODE 节点 · OCCURRENCE 周期任务的一期 */
  kind!: 'NODE' | 'OCCURRENCE';
  /** 周期任务为 2023-06、2023Q2 等，节点为其次序 */
  period!: string;
  label!: string;
  startsOn!: string;
  originalDueOn!: string;
  dueOn!: string;
  doneOn!: string | null;
  /** 完成依据 */
  proof!: string;
  version!: number;
}

/** 一次时限变更 */
export class DeadlineChangeResponse {
  /** 第几次变更 */
  deadlineVersion!: number;
  fromDueOn!: string | null;
  toDueOn!: string;
  changedOn!: string;
  reason!: string;
  extensionRequestId!: string | null;
  /** 会前改期 */
  beforeMeeting!: boolean;
}

/** 延期申请 */
export class ExtensionResponse {
  id!: string;
  ordinal!: number;
  department!: DepartmentName;
  reason!: string;
  /** 目前进展 */
  progressText!: string;
  /** 申请延至 */
  askedDueOn!: string;
  askedOn!: string;
  /** 申请岗位代码 */
  askedBy!: string;
  /** 申请时的时限 */
  dueOnThen!: string;
  /** 申请时已逾期天数，批准后仍计 */
  overdueDaysThen!: number;
  /** 超过规定时间才申请 */
  isLate!: boolean;
  /** 会前改期 */
  beforeMeeting!: boolean;
  lateReason!: string;
  /** 依次签署的审批人 */
  approvers!: ExtensionApprover[];
  /** 已签署的岗位代码 */
  signedBy!: string[];
  state!: ExtensionRequestState;
  stateLabel!: string;
  decidedOn!: string | null;
  decidedBy!: string | null;
  /** 批准延至 */
  decidedDueOn!: string | null;
  decisionReason!: string;
  version!: number;
}

export function presentAssignment(part: AssignmentRecord, names: DepartmentNames): AssignmentResponse {
  const state = part.state as AssignmentState;
  return {
    id: part.id,
    department: nameOf(part.departmentId, names),
    role: part.role as AssignmentResponse['role'],
    isFirstLead: part.isFirstLead === 1,
    viaGroup: part.viaGroup,
    state,
    stateLabel: assignmentLifecycle.states[state],
    signedOn: part.signedOn,
    version: part.version,
  };
}

export function presentMilestone(node: MilestoneRecord): MilestoneResponse {
  const { id, period, label, startsOn, originalDueOn, dueOn, doneOn, proof, version } = node;
  const kind = node.kind as MilestoneResponse['kind'];
  return { id, kind, period, label, startsOn, originalDueOn, dueOn, doneOn, proof, version };
}

export function presentChange(change: DeadlineChangeRecord): DeadlineChangeResponse {
  const { deadlineVersion, fromDueOn, toDueOn, changedOn, reason, extensionRequestId } = change;
  const beforeMeeting = change.beforeMeeting === 1;
  return { deadlineVersion, fromDueOn, toDueOn, changedOn, reason, extensionRequestId, beforeMeeting };
}

/** A request for a later deadline as it goes out. */
export function presentExtension(request: ExtensionRecord, names: DepartmentNames): ExtensionResponse {
  const state = request.state as ExtensionRequestState;
  return {
    id: request.id,
    ordinal: request.ordinal,
    department: nameOf(request.departmentId, names),
    reason: request.reason,
    progressText: request.progressText,
    askedDueOn: request.askedDueOn,
    askedOn: request.askedOn,
    askedBy: request.askedBy,
    dueOnThen: request.dueOnThen,
    overdueDaysThen: request.overdueDaysThen,
    isLate: request.isLate === 1,
    beforeMeeting: request.beforeMeeting === 1,
    lateReason: request.lateReason,
    approvers: request.approverRung.split(',') as ExtensionApprover[],
    signedBy: request.signedBy === '' ? [] : request.signedBy.split(','),
    state,
    stateLabel: extensionRequestLifecycle.states[state],
    decidedOn: request.decidedOn,
    decidedBy: request.decidedBy,
    decidedDueOn: request.decidedDueOn,
    decisionReason: request.decisionReason,
    version: request.version,
  };
}

/** The department of an id; one that is no longer in the register is said to be so. */
export function nameOf(id: string, names: DepartmentNames): DepartmentName {
  return names.get(id) ?? { code: '', name: '（已撤并单位）' };
}
