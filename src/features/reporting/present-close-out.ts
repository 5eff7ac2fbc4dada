import {
  closeOutRequestLifecycle,
  type CloseOutRequestState,
} from '../../domain/task/close-out-request-lifecycle.js';
import type { EvidenceName } from './present-report.js';
import type { CloseOutRecord } from './close-out.store.js';

/** 办结申请 */
export class CloseOutResponse {
  id!: string;
  taskId!: string;
  ordinal!: number;
  state!: CloseOutRequestState;
  stateLabel!: string;
  statement!: string;
  /** 从未报送月报的配合单位代码 */
  silentSupports!: string[];
  silenceExplanation!: string;
  /** 申请时尚未确认完成的节点 */
  openMilestones!: string[];
  milestoneExplanation!: string;
  /** 佐证材料 */
  evidence!: EvidenceName[];
  requestedOn!: string;
  requestedBy!: string;
  verifiedOn!: string | null;
  verifiedBy!: string | null;
  decidedOn!: string | null;
  decidedBy!: string | null;
  decisionReason!: string;
  version!: number;
}

/** 任务的办结申请，一次列出 */
export class CloseOutPageResponse {
  items!: CloseOutResponse[];
  next!: string | null;
}

/** Takes a request; gives what goes out. */
export function presentCloseOut(request: CloseOutRecord, evidence: EvidenceName[]): CloseOutResponse {
  const state = request.state as CloseOutRequestState;
  return {
    id: request.id,
    taskId: request.taskId,
    ordinal: request.ordinal,
    state,
    stateLabel: closeOutRequestLifecycle.states[state],
    statement: request.statement,
    silentSupports: JSON.parse(request.silentSupports) as string[],
    silenceExplanation: request.silenceExplanation,
    openMilestones: JSON.parse(request.openMilestones) as string[],
    milestoneExplanation: request.milestoneExplanation,
    evidence,
    requestedOn: request.requestedOn,
    requestedBy: request.requestedBy,
    verifiedOn: request.verifiedOn,
    verifiedBy: request.verifiedBy,
    decidedOn: request.decidedOn,
    decidedBy: request.decidedBy,
    decisionReason: request.decisionReason,
    version: request.version,
  };
}
