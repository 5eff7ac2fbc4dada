import { DomainError } from '../refusal.js';

export function litigationRulesInvalid(faults: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'LITIGATION_RULES_INVALID',
    `出庭应诉配置（config/litigation.yaml）有误：${faults.join('；')}。`,
    { faults },
  );
}
