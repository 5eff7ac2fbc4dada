import {
  progressReportLifecycle,
  type ProgressReportState,
} from '../../../domain/task/progress-report-lifecycle.js';
import type { QueueRow } from './review-queue.store.js';

/** 待审核的一份月报 */
export class QueuedReportView {
  id!: string;
  ledgerId!: string;
  month!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  role!: 'LEAD' | 'SUPPORT';
  dueOn!: string | null;
  targetCount!: number | null;
  targetUnit!: string;
  department!: string;
  departmentName!: string;
  state!: ProgressReportState;
  stateLabel!: string;
  claimedProgress!: number | null;
  /** 核定进度；未审核的为空 */
  verifiedProgress!: number | null;
  count!: number | null;
  text!: string;
  problems!: string;
  nextStep!: string;
  submittedOn!: string | null;
  /** 逾期报送 */
  isLate!: boolean;
  timesReturned!: number;
  returnedReason!: string;
  /** 此前最近一次核定的进度、完成数和当时的进展情况 */
  lastVerified!: number | null;
  lastCount!: number | null;
  lastText!: string;
  /** 自报比上次核定多出的百分点；其中之一为空的为空 */
  jump!: number | null;
  /** 一眼可过：如期、自报不低于上次核定且增幅不超过 30 个百分点、未曾退回、没有报问题 */
  plain!: boolean;
  /** 随月报提交的佐证材料份数 */
  evidence!: number;
  /** 队列中的上一份、下一份 */
  previousId!: string | null;
  nextId!: string | null;
  version!: number;
}

/** 审核队列的一页 */
export class ReviewQueueView {
  /** 队列中共有多少份 */
  total!: number;
  items!: QueuedReportView[];
  next!: string | null;
}

/** More than this in one month is looked at one by one (办内惯例). */
const PLAIN_JUMP = 30;

/** Takes a row and its department's names; gives what goes out. */
export function presentQueued(
  row: QueueRow,
  department: { code: string; name: string } | undefined,
): QueuedReportView {
  const { submittedAt: _at, departmentId: _id, isLate, lastText, ...rest } = row;
  const jump = jumpOf(row);
  return {
    ...rest,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    stateLabel: progressReportLifecycle.states[row.state],
    isLate: isLate === 1,
    lastText: lastText ?? '',
    jump,
    plain: isPlain(row, jump),
  };
}

function jumpOf({ claimedProgress, lastVerified }: QueueRow): number | null {
  return claimedProgress === null || lastVerified === null ? null : claimedProgress - lastVerified;
}

/** What nobody would have to ask about, so that such reports may be accepted together. */
export function isPlain(
  row: Pick<QueueRow, 'state' | 'claimedProgress' | 'isLate' | 'timesReturned' | 'problems'>,
  jump: number | null,
): boolean {
  const { state, claimedProgress, isLate, timesReturned, problems } = row;
  if (state !== 'SUBMITTED' || claimedProgress === null || isLate === 1 || timesReturned > 0) return false;
  const rise = jump ?? claimedProgress;
  return problems === '' && rise >= 0 && rise <= PLAIN_JUMP;
}
