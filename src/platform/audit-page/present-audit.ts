import { changedFields } from '../audit/changed-fields.js';
import type { AuditRow } from './audit-list.js';
import type { AuditNames, AuditNaming } from './audit-names.js';
import type { TimedVerdict } from './audit-desk.service.js';

/** 一项内容的前后对照；没有记载为 null */
export class AuditFieldResponse {
  /** 内容代码，如 dueOn */
  field!: string;
  /** 内容名称，如 时限 */
  fieldName!: string;
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
  /** 操作名称，如 印发台账 */
  operationName!: string;
  objectKind!: string;
  /** 对象类别名称，如 台账 */
  objectKindName!: string;
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

/** 一种操作的代码和名称 */
export class AuditOperationNameResponse {
  code!: string;
  name!: string;
  /** 所属类别，如 月报与办结 */
  group!: string;
}

/** 一种对象的代码和名称 */
export class AuditObjectKindNameResponse {
  code!: string;
  name!: string;
}

/** 审计记录中操作和对象类别的名称 */
export class AuditNamesResponse {
  operations!: AuditOperationNameResponse[];
  objectKinds!: AuditObjectKindNameResponse[];
}

/** One event, with what its codes are called. */
export function presentEvent(row: AuditRow, naming: AuditNaming): AuditEventResponse {
  const { before, after, ...rest } = row;
  return {
    ...rest,
    operationName: naming.operation(row.operation),
    objectKindName: naming.objectKind(row.objectKind),
    changes: changedFields(contentOf(before), contentOf(after)).map((change) => ({
      ...change,
      fieldName: naming.field(change.field),
    })),
  };
}

/** What the codes are called, in the order in which they are offered. */
export function presentNames({ operations, objectKinds }: AuditNames): AuditNamesResponse {
  return {
    operations: operations.map(({ code, name, group }) => ({ code, name, group })),
    objectKinds: Object.entries(objectKinds).map(([code, name]) => ({ code, name })),
  };
}

/** The verdict with its time in seconds, one decimal. */
export function presentAuditVerdict(verdict: TimedVerdict): AuditVerdictResponse {
  const { ok, events, head, faults, milliseconds } = verdict;
  return { ok, events, head, faults, seconds: Math.round(milliseconds / 100) / 10 };
}

function contentOf(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}
