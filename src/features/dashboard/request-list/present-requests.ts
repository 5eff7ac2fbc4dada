import {
  closeOutRequestLifecycle,
  type CloseOutRequestState,
} from '../../../domain/task/close-out-request-lifecycle.js';
import {
  extensionRequestLifecycle,
  type ExtensionRequestState,
} from '../../../domain/task/extension-request-lifecycle.js';
import { firstHand, HAND_LABELS, type Hand } from './next-rung.js';
import type { RequestRow } from './request-list.store.js';

/** 延期申请独有的内容 */
export class ExtensionPartView {
  askedDueOn!: string;
  /** 申请时的时限 */
  dueOnThen!: string;
  decidedDueOn!: string | null;
  /** 逾期申请 */
  isLate!: boolean;
  lateReason!: string;
  /** 会前改期 */
  beforeMeeting!: boolean;
}

/** 办结申请独有的内容 */
export class CloseOutPartView {
  /** 从未报送月报的配合单位代码 */
  silentSupports!: string[];
  /** 申请时尚未确认完成的节点 */
  openMilestones!: string[];
}

/** 延期或者办结申请 */
export class RequestView {
  kind!: 'EXTENSION' | 'CLOSE_OUT';
  kindLabel!: string;
  id!: string;
  ledgerId!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  /** 任务现行时限 */
  dueOn!: string | null;
  /** 申请单位代码 */
  department!: string;
  departmentName!: string;
  /** 第几次申请 */
  ordinal!: number;
  state!: ExtensionRequestState | CloseOutRequestState;
  stateLabel!: string;
  askedOn!: string;
  askedBy!: string;
  /** 申请理由或者完成情况 */
  text!: string;
  /** 待谁办理；已办毕的为空 */
  waitsFor!: Hand | null;
  waitsForLabel!: string;
  decidedOn!: string | null;
  decidedBy!: string | null;
  decisionReason!: string;
  extension!: ExtensionPartView | null;
  closeOut!: CloseOutPartView | null;
  version!: number;
}

/** A page of requests. */
export class RequestPageView {
  items!: RequestView[];
  next!: string | null;
}

/** Takes a request and its department's names; gives what goes out. */
export function presentRequest(
  row: RequestRow,
  department: { code: string; name: string } | undefined,
): RequestView {
  const { kind, id, ledgerId, taskId, taskNumber, taskTitle, dueOn, ordinal, state, askedOn, askedBy } = row;
  const { text, decidedOn, decidedBy, decisionReason, version } = row;
  const hand = firstHand(row.waitsFor);
  const isExtension = kind === 'EXTENSION';
  return {
    kind, kindLabel: isExtension ? '延期' : '办结', id, ledgerId, taskId, taskNumber, taskTitle, dueOn,
    department: department?.code ?? '', departmentName: department?.name ?? '', ordinal, state,
    stateLabel: isExtension
      ? extensionRequestLifecycle.states[state as ExtensionRequestState]
      : closeOutRequestLifecycle.states[state as CloseOutRequestState],
    askedOn, askedBy, text, waitsFor: hand, waitsForLabel: hand === null ? '' : HAND_LABELS[hand],
    decidedOn, decidedBy, decisionReason, extension: isExtension ? extensionOf(row) : null,
    closeOut: isExtension ? null : closeOutOf(row), version,
  }; // prettier-ignore
}

function extensionOf(row: RequestRow): ExtensionPartView {
  const { askedDueOn, dueOnThen, decidedDueOn, isLate, beforeMeeting, lateReason } = row;
  return {
    askedDueOn: askedDueOn ?? '',
    dueOnThen: dueOnThen ?? '',
    decidedDueOn,
    isLate: isLate === 1,
    lateReason: lateReason ?? '',
    beforeMeeting: beforeMeeting === 1,
  };
}

function closeOutOf({ silentSupports, openMilestones }: RequestRow): CloseOutPartView {
  return {
    silentSupports: JSON.parse(silentSupports ?? '[]') as string[],
    openMilestones: JSON.parse(openMilestones ?? '[]') as string[],
  };
}
