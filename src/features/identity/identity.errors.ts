import { DomainError } from '../../domain/refusal.js';

/** One sentence for a wrong name, a wrong password and a disabled account: nobody learns which names exist. */
export function signInFailed(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'SIGN_IN_FAILED', '用户名或者口令不正确，或者账号已停用。');
}

/** Told before any password is looked at. */
export function signInBlocked(waitMs: number): DomainError {
  const seconds = Math.ceil(waitMs / 1000);
  return new DomainError(
    'LIMITED',
    'SIGN_IN_BLOCKED',
    `登录失败次数过多，请 ${seconds} 秒后再试；急需使用的，请系统管理员解锁。`,
    { seconds },
  );
}

export function signInBusy(): DomainError {
  return new DomainError('UNAVAILABLE', 'SIGN_IN_BUSY', '正在登录的人过多，请几秒后再试。');
}

/** True for a refusal that came before any password was looked at. */
export function isUnlooked(error: unknown): boolean {
  return error instanceof DomainError && ['SIGN_IN_BUSY', 'SIGN_IN_BLOCKED'].includes(error.code);
}

/** A secure cookie sent over http would silently vanish in the browser, so this is said instead. */
export function tlsRequired(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'TLS_REQUIRED',
    '系统设置为只以 https 访问，当前连接不是 https；请改用 https 地址，或者请系统管理员核对 DIAODU_TLS 和 DIAODU_PROXIES。',
  );
}

export function demonstrationAccount(): DomainError {
  return new DomainError('FORBIDDEN', 'DEMONSTRATION_ACCOUNT', '演示账号只能登录演示数据。');
}

export function postNotGranted(post: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'POST_NOT_GRANTED',
    `您今日不在岗位“${post}”上，或者该岗位未授权给您。`,
    { post },
  );
}

export function passwordUnfit(faults: readonly string[]): DomainError {
  return new DomainError('INVALID', 'PASSWORD_UNFIT', `新口令不符合要求：${faults.join('；')}。`, { faults });
}

export function passwordUsedBefore(history: number): DomainError {
  return new DomainError(
    'INVALID',
    'PASSWORD_USED_BEFORE',
    `新口令不得与最近 ${history} 次使用过的口令相同。`,
  );
}

export function currentPasswordWrong(): DomainError {
  return new DomainError('FORBIDDEN', 'CURRENT_PASSWORD_WRONG', '当前口令不正确。');
}

export function usernameTaken(username: string): DomainError {
  return new DomainError('CONFLICT', 'USERNAME_TAKEN', `用户名“${username}”已被使用。`, { username });
}

export function accountNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'ACCOUNT_NOT_FOUND', '没有这个账号。');
}

export function ownAccount(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'OWN_ACCOUNT',
    '不能停用或者重置自己的账号，请由另一名系统管理员办理。',
  );
}

/** 三员分立: GB/T 22239-2019 8.1.5; whoever administers holds no post of the office. */
export function dutyHoldsNoPost(): DomainError {
  return new DomainError(
    'CONFLICT',
    'DUTY_HOLDS_NO_POST',
    '系统管理员、安全管理员、审计管理员三员分立，其账号不得兼任业务岗位，请另建账号。',
  );
}

export function termNotFound(post: string): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'TERM_NOT_FOUND',
    `岗位“${post}”今日和今后无人在任，请先在岗位表中任命。`,
    { post },
  );
}

export function termGranted(post: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'TERM_GRANTED',
    `岗位“${post}”本任期已授权给另一账号；一岗一号，请先收回原授权。`,
    { post },
  );
}

export function grantNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'GRANT_NOT_FOUND', '没有这项授权，或者已经收回。');
}

export function noSecondFactor(): DomainError {
  return new DomainError('CONFLICT', 'NO_SECOND_FACTOR', '该账号没有绑定动态口令。');
}

export function sessionNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'SESSION_NOT_FOUND', '没有这个登录，或者已经退出。');
}

export function bootstrapClosed(): DomainError {
  return new DomainError('CONFLICT', 'BOOTSTRAP_CLOSED', '系统已经启用，首次启用的口令不再有效。');
}

export function bootstrapSecretWrong(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'BOOTSTRAP_SECRET_WRONG',
    '首次启用口令不正确；该口令在服务首次启动时显示在服务器的终端和日志中，重新启动服务会显示新的口令。',
  );
}

export function dutiesNotThree(): DomainError {
  return new DomainError(
    'INVALID',
    'DUTIES_NOT_THREE',
    '首次启用须同时指定系统管理员、安全管理员、审计管理员各一名，用户名互不相同。',
  );
}
