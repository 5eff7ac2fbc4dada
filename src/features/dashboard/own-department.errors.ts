import { DomainError } from '../../domain/refusal.js';

/** Who sees all departments has to say which one he means. */
export function departmentMissing(): DomainError {
  return new DomainError('INVALID', 'DEPARTMENT_NOT_NAMED', '请选择要查看的单位。');
}

/** A department that is none, and one the asker may not look into, are told alike. */
export function departmentNotFound(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'DEPARTMENT_NOT_VISIBLE',
    '没有这个单位，或者您无权查看；请从单位名录中选择。',
  );
}
