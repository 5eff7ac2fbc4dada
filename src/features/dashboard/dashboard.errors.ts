import { DomainError } from '../../domain/refusal.js';

/** No such ledger. */
export function boardLedgerNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'LEDGER_NOT_FOUND', '没有这份台账。');
}

/** A code that the register does not know today. */
export function boardDepartmentUnknown(code: string): DomainError {
  return new DomainError(
    'INVALID',
    'BOARD_DEPARTMENT_UNKNOWN',
    `单位名录中没有代码“${code}”，请从名录中选择单位后再筛选。`,
    { code },
  );
}
