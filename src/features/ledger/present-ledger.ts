import type { TaskState } from '../../domain/task/task-lifecycle.js';
import type { LedgerFacts } from './ledger-facts.js';

/** 各状态任务数；没有任务的状态不列 */
export class TaskCountsResponse implements Partial<Record<TaskState, number>> {
  DRAFT?: number;
  REGISTERED?: number;
  ASSIGNED?: number;
  OBJECTED?: number;
  IN_PROGRESS?: number;
  CLOSE_REQUESTED?: number;
  CLOSE_RETURNED?: number;
  VERIFIED?: number;
  CLOSED?: number;
  REOPENED?: number;
  SUSPENDED?: number;
  CANCELLED?: number;
  MERGED?: number;
  ARCHIVED?: number;
  VOID?: number;
}

/** 辖区 */
export class LedgerJurisdictionResponse {
  code!: string;
  name!: string;
}

/** 台账的主管单位 */
export class LedgerOwnerResponse {
  code!: string;
  name!: string;
  /** 所在辖区；系统只有一个辖区的为空 */
  jurisdiction!: LedgerJurisdictionResponse | null;
}

/** 一份台账 */
export class LedgerResponse {
  id!: string;
  /** 台账代码，如 KT-2023 */
  code!: string;
  year!: number;
  kind!: LedgerFacts['kind'];
  title!: string;
  /** 来源文件 */
  sourceDocument!: string;
  /** 发文字号 */
  sourceNumber!: string;
  issuedOn!: string | null;
  state!: LedgerFacts['state'];
  ownerDepartmentId!: string;
  /** 主管单位及其辖区；在列表和查看一份台账时给出 */
  owner?: LedgerOwnerResponse;
  version!: number;
  /** 各状态任务数；只在查看一份台账时给出 */
  tasks?: TaskCountsResponse;
}

/** 台账列表，一次列出 */
export class LedgerPageResponse {
  items!: LedgerResponse[];
  next!: string | null;
}

/** Takes a ledger and, where asked for, its owner and its counts; gives what goes out. */
export function presentLedger(
  ledger: LedgerFacts,
  owner?: LedgerOwnerResponse,
  tasks?: TaskCountsResponse,
): LedgerResponse {
  const { id, code, year, kind, title, sourceDocument, sourceNumber, issuedOn, state } = ledger;
  const { ownerDepartmentId, version } = ledger;
  const view = { id, code, year, kind, title, sourceDocument, sourceNumber, issuedOn, state };
  return { ...view, ownerDepartmentId, ...(owner ? { owner } : {}), version, ...(tasks ? { tasks } : {}) };
}
