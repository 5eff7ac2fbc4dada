import { DomainError } from '../../domain/refusal.js';

/** A task that is not there and one the actor's department has no part in are told alike. */
export function taskNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'TASK_NOT_FOUND', '没有这项任务，或者本单位未参与这项任务。');
}

export function closeOutNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'CLOSE_OUT_NOT_FOUND', '这项任务没有该办结申请。');
}

export function closeOutPending(): DomainError {
  return new DomainError(
    'CONFLICT',
    'CLOSE_OUT_PENDING',
    '该任务已有办结申请正在办理，请等待办理结果或者先行撤回。',
  );
}

export function closeOutTaskState(): DomainError {
  return new DomainError(
    'CONFLICT',
    'CLOSE_OUT_TASK_STATE',
    '只有已交办、承办中或者退回重办的任务可以申请办结。',
  );
}

export function statementMissing(): DomainError {
  return new DomainError('INVALID', 'STATEMENT_MISSING', '申请办结应当写明完成情况。');
}

export function closeOutEvidenceMissing(): DomainError {
  return new DomainError('CONFLICT', 'CLOSE_OUT_EVIDENCE_MISSING', '申请办结应当至少附一份佐证材料。');
}

export function milestonesOpen(labels: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'MILESTONES_OPEN',
    `节点${labels.join('、')}尚未确认完成，申请办结应当先确认完成或者作出书面说明。`,
    { labels },
  );
}
