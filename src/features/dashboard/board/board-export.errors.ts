import { DomainError } from '../../../domain/refusal.js';

/** More rows than a person reads, and more than the service should write while others wait. */
export function exportTooLarge(rows: number, most: number): DomainError {
  return new DomainError(
    'INVALID',
    'BOARD_EXPORT_TOO_LARGE',
    `当前条件下有 ${rows} 项任务，一次最多导出 ${most} 项，请先按单位、指标或者时限缩小范围。`,
    { rows, most },
  );
}
