import { changedFields } from '../audit/changed-fields.js';
import type { AuditRow } from './audit-list.js';
import type { TimedVerdict } from './audit-desk.service.js';

/** 一项内容的前后对照；没有记载为 null */
export class AuditFieldResponse {
  field!: string;
  before!: string | null;
  after!: string | null;
}

/** 一条审计记录 */
export class AuditEventResponse {
  seq!: number;
  /** 时刻，毫秒 */
  at!: number;
  /** 办理岗位 */
  actor!: string;
  holder!: string;
  /** 来源地址；命令行为 cli，任务为 job */
  address!: string;
  requestId!: string;
  /** 操作代码，如 ledger.issue；越权未遂为 access.denied */
  operation!: string;
  objectKind!: string;
  objectId!: string;
  /** 各项内容，办理前后对照 */
  changes!: AuditFieldResponse[];
}

/** 一页审计记录，由新到旧 */
export class AuditEventPageResponse {
  items!: AuditEventResponse[];
  next!: string | null;
}

/** 审计链的一点 */
export class AnchorResponse {
  seq!: number;
  hash!: string;
}

/** 锚点文件的内容 */
export class AnchorFileResponse extends AnchorResponse {
  /** 下载的时刻，毫秒 */
  at!: number;
}

/** 审计链核验结果 */
export class AuditVerdictResponse {
  ok!: boolean;
  /** 核验的条数 */
  events!: number;
  /** 链尾 */
  head!: AnchorResponse;
  faults!: string[];
  seconds!: number;
}

/** One event. */
export function presentEvent(row: AuditRow): AuditEventResponse {
  const { before, after, ...rest } = row;
  return { ...rest, changes: changedFields(contentOf(before), contentOf(after)) };
}

/** The verdict with its time in seconds, one decimal. */
export function presentAuditVerdict(verdict: TimedVerdict): AuditVerdictResponse {
  const { ok, events, head, faults, milliseconds } = verdict;
  return { ok, events, head, faults, seconds: Math.round(milliseconds / 100) / 10 };
}

function contentOf(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}
