import { DomainError } from '../../domain/refusal.js';

/** More rows than one workbook should hold. */
export function auditExportTooLarge(limit: number): DomainError {
  return new DomainError(
    'INVALID',
    'AUDIT_EXPORT_TOO_LARGE',
    `符合条件的审计记录超过 ${limit} 条，请缩小日期范围或者增加条件后再导出。`,
    { limit },
  );
}
