import type { Month } from '../../domain/calendar/month.js';
import { DomainError } from '../../domain/refusal.js';

/** A bulletin is made from the frozen month only. */
export function bulletinNotFrozen(month: Month): DomainError {
  return new DomainError(
    'CONFLICT',
    'BULLETIN_NOT_FROZEN',
    `${month} 的台账尚未冻结，通报只能依据月末快照印发；请先办理该月的月调度。`,
    { month },
  );
}

/** No such round, or none that the caller may see. */
export function roundUnknown(): DomainError {
  return new DomainError('NOT_FOUND', 'ROUND_NOT_FOUND', '没有这一轮月调度。');
}

/** No such bulletin. */
export function bulletinNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'BULLETIN_NOT_FOUND', '没有这期通报。');
}

/** Only three formats exist. */
export function formatUnknown(format: string): DomainError {
  return new DomainError('NOT_FOUND', 'BULLETIN_FORMAT_UNKNOWN', '通报只有 docx、xlsx、md 三种格式。', {
    format,
  });
}

/** Issuing is an approval. */
export function mayNotIssue(): DomainError {
  return new DomainError('FORBIDDEN', 'BULLETIN_APPROVER', '通报须经办主任批准后印发，您的岗位不能印发。');
}

/** No such ledger. */
export function ledgerUnknown(ledger: string): DomainError {
  return new DomainError('NOT_FOUND', 'LEDGER_NOT_FOUND', '没有这份台账。', { ledger });
}
