import { DomainError } from '../../../domain/refusal.js';

export function oidcNotSet(): DomainError {
  return new DomainError('NOT_FOUND', 'OIDC_NOT_SET', '没有设置统一身份认证，请用用户名和口令登录。');
}

export function oidcUnavailable(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'OIDC_UNAVAILABLE',
    '统一身份认证服务暂时无法访问，请稍后再试，或者用用户名和口令登录。',
  );
}

/** For whatever the other service said that does not prove anything; what it was stands in the log. */
export function oidcRefused(): DomainError {
  return new DomainError(
    'UNAUTHENTICATED',
    'OIDC_REFUSED',
    '统一身份认证没有通过，或者等候时间过长；请回到登录页重新登录。',
  );
}

/** Accounts are made by the system administrator, never by signing in. */
export function oidcAccountUnknown(username: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'OIDC_ACCOUNT_UNKNOWN',
    `统一身份认证的用户“${username}”在本系统没有账号，或者账号已停用；请联系系统管理员。`,
  );
}

export function oidcSubjectDiffers(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'OIDC_SUBJECT_DIFFERS',
    '该用户名此前由统一身份认证中的另一个人使用；确属同一人的，请系统管理员解除原有关联。',
  );
}

export function notTied(): DomainError {
  return new DomainError('CONFLICT', 'OIDC_NOT_TIED', '该账号没有与统一身份认证关联。');
}
