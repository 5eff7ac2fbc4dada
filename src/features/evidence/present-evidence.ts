import type { Day } from '../../domain/calendar/day.js';
import { SECRECY_LABELS, type Secrecy } from '../../domain/evidence/secrecy.js';
import { VALIDITY_LABELS, validityOf, type Validity } from '../../domain/evidence/validity.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { LinkRecord, Subject } from './evidence-link.store.js';
import { isOffice, mayKeep } from './evidence.policy.js';
import type { NamedEvidence } from './evidence.store.js';

/** What may be done with a piece now. */
export type EvidenceDeed = 'CHANGE' | 'REPLACE' | 'LINK' | 'REMOVE';

/** 单位 */
export class EvidenceDepartment {
  code!: string;
  name!: string;
}

/** 材料与所证明事项的关联 */
export class EvidenceLinkResponse {
  id!: string;
  subjectKind!: Subject['kind'];
  subjectKindLabel!: string;
  subjectId!: string;
  addedOn!: string;
  addedBy!: string;
  /** 解除关联的日期；null 为仍在关联 */
  removedOn!: string | null;
  removedBy!: string | null;
  removalReason!: string;
}

/** 佐证材料 */
export class EvidenceResponse {
  id!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  /** 所属单位；null 为依法治区办 */
  department!: EvidenceDepartment | null;
  name!: string;
  mediaType!: string;
  bytes!: number;
  sha256!: string;
  description!: string;
  secrecy!: Secrecy;
  secrecyLabel!: string;
  month!: string;
  validUntil!: string | null;
  validity!: Validity;
  validityLabel!: string;
  /** 供全体承办单位查阅 */
  isShared!: boolean;
  /** 可以在页面内预览 */
  canPreview!: boolean;
  /** 第几版 */
  ordinal!: number;
  supersedesId!: string | null;
  /** 替换它的新版本 */
  supersededBy!: string | null;
  uploadedOn!: string;
  uploadedAt!: number;
  uploadedBy!: string;
  uploader!: string;
  removedOn!: string | null;
  removedBy!: string | null;
  removalReason!: string;
  /** 现有关联 */
  links!: EvidenceLinkResponse[];
  /** 现在可以办理的：CHANGE 修改、REPLACE 替换、LINK 增减关联、REMOVE 撤回 */
  deeds!: EvidenceDeed[];
  version!: number;
}

/** 佐证材料列表，新近的在前 */
export class EvidencePageResponse {
  items!: EvidenceResponse[];
  next!: string | null;
}

/** 佐证材料、全部版本和关联的历史 */
export class EvidenceSheetResponse extends EvidenceResponse {
  /** 从第一版起 */
  versions!: EvidenceResponse[];
  /** 含已解除的 */
  linkHistory!: EvidenceLinkResponse[];
}

/** 下载链接 */
export class DownloadLinkResponse {
  /** 从本站根起的地址；加上 ?preview=1 为预览 */
  url!: string;
  /** 失效时刻，毫秒 */
  expiresAt!: number;
}

/** 接收的一种文件 */
export class EvidenceKindResponse {
  extension!: string;
  label!: string;
}

/** 上传须知 */
export class EvidenceRulesResponse {
  maxBytes!: number;
  kinds!: EvidenceKindResponse[];
  expiringDays!: number;
  /** 申请办结是否必须附佐证材料 */
  closeOutNeedsEvidence!: boolean;
  /** 上传前向用户显示的保密提示 */
  notice!: string;
}

/** What presenting depends on besides the piece itself. */
export interface Viewing {
  today: Day;
  expiringDays: number;
  actor: Actor;
}

const SUBJECT_LABELS: Readonly<Record<Subject['kind'], string>> = {
  TASK: '任务',
  ASSIGNMENT: '分工',
  MILESTONE: '节点',
  REPORT: '月报',
  CLOSE_OUT: '办结申请',
};

/** Takes a piece and the links that hold; gives what goes out. */
export function presentEvidence(
  evidence: NamedEvidence,
  links: readonly LinkRecord[],
  viewing: Viewing,
): EvidenceResponse {
  const { departmentCode: code, departmentName: name, ...e } = evidence;
  const validity = validityOf(e.validUntil, viewing.today, viewing.expiringDays);
  return {
    id: e.id,
    taskId: e.taskId,
    taskNumber: e.taskNumber,
    taskTitle: e.taskTitle,
    department: code === null ? null : { code, name: name ?? '' },
    name: e.name,
    mediaType: e.mediaType,
    bytes: e.bytes,
    sha256: e.sha256,
    description: e.description,
    secrecy: e.secrecy as Secrecy,
    secrecyLabel: SECRECY_LABELS[e.secrecy as Secrecy],
    month: e.month,
    validUntil: e.validUntil,
    validity,
    validityLabel: VALIDITY_LABELS[validity],
    isShared: e.isShared === 1,
    canPreview: e.canPreview === 1,
    ordinal: e.ordinal,
    supersedesId: e.supersedesId,
    supersededBy: e.supersededBy,
    uploadedOn: e.uploadedOn,
    uploadedAt: e.uploadedAt,
    uploadedBy: e.uploadedBy,
    uploader: e.uploader,
    removedOn: e.removedOn,
    removedBy: e.removedBy,
    removalReason: e.removalReason,
    links: links.filter((link) => link.evidenceId === e.id).map(presentLink),
    deeds: deedsOf(evidence, links, viewing.actor),
    version: e.version,
  };
}

/** Takes a link; gives what goes out. */
export function presentLink(link: LinkRecord): EvidenceLinkResponse {
  return {
    id: link.id,
    subjectKind: link.subjectKind as Subject['kind'],
    subjectKindLabel: SUBJECT_LABELS[link.subjectKind as Subject['kind']],
    subjectId: link.subjectId,
    addedOn: link.addedOn,
    addedBy: link.addedBy,
    removedOn: link.removedOn,
    removedBy: link.removedBy,
    removalReason: link.removalReason,
  };
}

function deedsOf(evidence: NamedEvidence, links: readonly LinkRecord[], actor: Actor): EvidenceDeed[] {
  if (!mayKeep(actor, evidence) || evidence.removedOn !== null || evidence.supersededOn !== null) return [];
  const isCited = links.some((link) => ['REPORT', 'CLOSE_OUT'].includes(link.subjectKind));
  const always: EvidenceDeed[] = ['CHANGE', 'REPLACE', 'LINK'];
  return isOffice(actor) || !isCited ? [...always, 'REMOVE'] : always;
}
