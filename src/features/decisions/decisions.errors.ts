import { DomainError } from '../../domain/refusal.js';

/** A decision that is not there and one of another department are told alike. */
export function decisionNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'DECISION_NOT_FOUND', '没有这项重大行政决策，或者不由本单位承办。');
}

export function decisionNumberTaken(year: number, number: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'DECISION_NUMBER_TAKEN',
    `${year} 年已有编号为“${number}”的重大行政决策，请改用其他编号。`,
    { year, number },
  );
}

export function procedureUnknown(id: string, known: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_UNKNOWN',
    `没有“${id}”这一程序定义，现有：${known.join('、')}。`,
    { id, known },
  );
}

export function undertakerUnknown(code: string): DomainError {
  return new DomainError(
    'INVALID',
    'DECISION_UNDERTAKER_UNKNOWN',
    `没有代码为“${code}”的单位，请从单位名录中选择承办单位。`,
    { code },
  );
}

export function adjustedNotAdjusting(): DomainError {
  return new DomainError(
    'CONFLICT',
    'DECISION_NOT_ADJUSTING',
    '只有已启动调整的决策才能另立新的决策程序（《重大行政决策程序暂行条例》第三十七条），请先对原决策启动调整。',
  );
}

export function planReasonMissing(): DomainError {
  return new DomainError('INVALID', 'DECISION_PLAN_REASON_MISSING', '变更计划完成时间应当写明理由。');
}

export function documentNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'DECISION_DOCUMENT_NOT_FOUND', '这项决策没有该份材料。');
}
