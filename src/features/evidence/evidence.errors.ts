import { DomainError } from '../../domain/refusal.js';

/** A task that is not there and one the actor's department has no part in are told alike. */
export function taskNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'TASK_NOT_FOUND', '没有这项任务，或者本单位未参与这项任务。');
}

/** Evidence that is not there and evidence the actor may not read are told alike. */
export function evidenceNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'EVIDENCE_NOT_FOUND', '没有这份佐证材料，或者本单位无权查看。');
}

export function evidenceTooLarge(megabytes: number): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_TOO_LARGE',
    `文件超过 ${megabytes} MB，请压缩图片、拆分文件或者降低扫描分辨率后重新上传。`,
    { megabytes },
  );
}

export function evidenceCutOff(): DomainError {
  return new DomainError('INVALID', 'EVIDENCE_CUT_OFF', '文件没有传完整，未作保存，请重新上传。');
}

export function subjectUnknown(): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_SUBJECT_UNKNOWN',
    '所证明的事项不属于这项任务，或者不由本单位承担，请重新选择任务、分工或者节点。',
  );
}

export function supersededAlready(): DomainError {
  return new DomainError(
    'CONFLICT',
    'EVIDENCE_SUPERSEDED',
    '这份材料已有新版本，请在最新版本上办理。',
  );
} // prettier-ignore

export function removedAlready(): DomainError {
  return new DomainError(
    'CONFLICT',
    'EVIDENCE_REMOVED',
    '这份材料已撤回，只能查看撤回记录；仍需使用的请重新上传。',
  );
}

export function citedEvidence(): DomainError {
  return new DomainError(
    'CONFLICT',
    'EVIDENCE_CITED',
    '这份材料已随月报或者办结申请报送，不能自行撤回；内容有误的请上传新版本，确需撤回的请联系依法治区办。',
  );
}

export function removalReasonMissing(): DomainError {
  return new DomainError('INVALID', 'EVIDENCE_REASON_REQUIRED', '撤回材料或者解除关联应当写明理由，以备查考。');
} // prettier-ignore

export function linkNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'EVIDENCE_LINK_NOT_FOUND', '这份材料没有该项关联，或者已经解除。');
}

export function linkFixed(): DomainError {
  return new DomainError(
    'CONFLICT',
    'EVIDENCE_LINK_FIXED',
    '随月报、办结申请报送的关联由报送形成，不能单独解除；请退回或者撤回后重新报送。',
  );
}

export function lastLink(): DomainError {
  return new DomainError(
    'CONFLICT',
    'EVIDENCE_LAST_LINK',
    '这是材料的最后一项关联，解除后不再证明任何事项；不再需要的请撤回材料。',
  );
}

export function accessExpired(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'EVIDENCE_ACCESS_EXPIRED',
    '下载链接已失效，或者不是为您的岗位签发的，请回到页面重新点击下载。',
  );
}

export function previewUnsupported(): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_NO_PREVIEW',
    '这份文件不能在页面内预览（不是图片或 PDF，或者 PDF 带有脚本、加密），请下载后打开。',
  );
} // prettier-ignore
