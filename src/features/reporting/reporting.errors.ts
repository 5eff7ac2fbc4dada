import type { Month } from '../../domain/calendar/month.js';
import { DomainError } from '../../domain/refusal.js';

/** One report of a batch that could not be submitted. */
export interface BatchFault {
  id: string;
  code: string;
  message: string;
}

/** A report that is not there and one of another department are told alike. */
export function reportNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'REPORT_NOT_FOUND', '没有这份月报，或者不属于本单位。');
}

export function assignmentNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'ASSIGNMENT_NOT_FOUND', '没有这项分工，或者该单位未承担这项任务。');
}

export function formNotOwed(): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORT_NOT_OWED',
    '该任务未交办、已中止、撤销或者办结，或者本单位已不再承担，无须报送月报。',
  );
}

export function monthNotOpen(month: Month): DomainError {
  return new DomainError(
    'CONFLICT',
    'MONTH_NOT_OPEN',
    `${month} 尚未开启或者早于台账印发月份，不能填报该月月报。`,
    { month },
  );
}

export function monthFrozen(month: Month): DomainError {
  return new DomainError(
    'CONFLICT',
    'MONTH_FROZEN',
    `${month} 已冻结，不再接收、退回或者审核月报；新进展请在下月月报中填写，已核定数据有误的由依法治区办办理更正。`,
    { month },
  );
}

export function monthFreezing(month: Month): DomainError {
  return new DomainError('CONFLICT', 'MONTH_FREEZING', `${month} 正在冻结，请待冻结完成后再办理更正。`, {
    month,
  });
}

export function draftNotOpen(state: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORT_NOT_EDITABLE',
    `月报${state}，不能修改；确需修改的，请联系依法治区办退回后重报。`,
    { state },
  );
}

export function reportEmpty(): DomainError {
  return new DomainError('INVALID', 'REPORT_EMPTY', '月报应当填写进展情况或者自报进度，不能空报。');
}

export function progressOutOfRange(field: string): DomainError {
  return new DomainError('INVALID', 'PROGRESS_OUT_OF_RANGE', `${field}应为 0 至 100 的整数。`, { field });
}

export function countNegative(): DomainError {
  return new DomainError('INVALID', 'COUNT_INVALID', '完成数应为不小于 0 的整数。');
}

export function progressFell(claimed: number, verified: number): DomainError {
  return new DomainError(
    'INVALID',
    'PROGRESS_FELL',
    `自报进度 ${claimed}% 低于上次核定的 ${verified}%，应当在“存在问题”中说明原因。`,
    { claimed, verified },
  );
}

export function verifiedMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'VERIFIED_PROGRESS_MISSING',
    '该月报未填自报进度，此前也无核定进度，审核通过时应当填写核定进度。',
  );
}

export function reasonMissing(deed: string): DomainError {
  return new DomainError('INVALID', 'REASON_REQUIRED', `${deed}应当写明理由，以备查考。`, { deed });
}

export function notCorrectable(): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORT_NOT_CORRECTABLE',
    '该月报未报送或者已退回未重报，没有可更正的数据；请在下月月报中报送。',
  );
}

export function reviewFirst(): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORT_NOT_REVIEWED',
    '该月尚未冻结，月报尚未审核，请直接审核或者退回，无须更正。',
  );
}

export function nothingToCorrect(): DomainError {
  return new DomainError('INVALID', 'NOTHING_TO_CORRECT', '更正后的数值与原数值相同，无须更正。');
}

/** Evidence of others and evidence that is not there are told alike. */
export function evidenceNotCitable(ids: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_NOT_CITABLE',
    `有 ${ids.length} 份佐证材料不属于本单位在这项任务中的材料，或者已撤回、已有新版本，请重新选择。`,
    { ids },
  );
}

/** All reports of a batch stay as they were; each faulty one is named. */
export function batchRefused(faults: readonly BatchFault[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORTS_NOT_SUBMITTED',
    `有 ${faults.length} 份月报不符合要求，本次均未报送；请逐份改正后一并报送。`,
    { faults },
  );
}

/** The same for reports that were to be accepted together. */
export function acceptancesRefused(faults: readonly BatchFault[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'REPORTS_NOT_ACCEPTED',
    `有 ${faults.length} 份月报不能通过，本次均未审核；请逐份处理后再一并通过。`,
    { faults },
  );
}

/** A refusal is one report's fault; anything else is a fault of ours and ends the batch at once. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
