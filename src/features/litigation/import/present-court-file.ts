import type { ReconciliationResponse } from '../present-rate.js';
import type { CaseCellProblemResponse } from './present-case-import.js';

/** 上传法院名单的结果 */
export class CourtFileResponse {
  /** 有问题的单元格；有问题的不保存 */
  problems!: CaseCellProblemResponse[];
  /** 核对结果；有问题时为空 */
  reconciliation!: ReconciliationResponse | null;
}
