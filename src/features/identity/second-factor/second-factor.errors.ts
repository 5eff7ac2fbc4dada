import { DomainError } from '../../../domain/refusal.js';

/** Told only to who knows the password; the page asks for the code then and sends both. */
export function signInCodeRequired(): DomainError {
  return new DomainError(
    'UNAUTHENTICATED',
    'SIGN_IN_CODE_REQUIRED',
    '请输入动态口令（身份验证器上的六位数字，或者一个备用码）。',
  );
}

export function signInCodeWrong(): DomainError {
  return new DomainError(
    'UNAUTHENTICATED',
    'SIGN_IN_CODE_WRONG',
    '动态口令不正确或者已经用过；请等身份验证器显示新的数字后再试，并核对手机的时间。',
  );
}

export function codeWrong(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'SECOND_FACTOR_CODE_WRONG',
    '动态口令不正确或者已经用过；请等身份验证器显示新的数字后再试，并核对手机的时间。',
  );
}

export function secondFactorBound(): DomainError {
  return new DomainError(
    'CONFLICT',
    'SECOND_FACTOR_BOUND',
    '已经绑定动态口令；要换手机的，请先凭动态口令或者备用码解除绑定；都没有的，请系统管理员解除。',
  );
}

export function secondFactorNotBegun(): DomainError {
  return new DomainError('CONFLICT', 'SECOND_FACTOR_NOT_BEGUN', '没有待确认的动态口令，请从头绑定。');
}
