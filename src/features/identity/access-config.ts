import type { PasswordRules } from '../../domain/access/password-rules.js';
import { TWO_FACTOR, type TwoFactor } from '../../domain/access/second-factor.js';
import type { SessionLimits } from '../../domain/access/session-limits.js';
import type { ThrottleRules } from '../../domain/access/sign-in-throttle.js';

/** What config/access.yaml says. */
export interface AccessRules {
  password: PasswordRules;
  signIn: ThrottleRules;
  session: SessionLimits;
  /** Days without signing in after which an account is disabled; 0: never. */
  dormantDays: number;
  /** Whose sign-in needs a second factor (GB/T 22239-2019 8.1.4.1 d, level 3). */
  twoFactor: TwoFactor;
}

/** The rules as one injectable value. */
export abstract class AccessConfig implements AccessRules {
  abstract readonly password: PasswordRules;
  abstract readonly signIn: ThrottleRules;
  abstract readonly session: SessionLimits;
  abstract readonly dormantDays: number;
  abstract readonly twoFactor: AccessRules['twoFactor'];
}

/** Every number of the file and the range it must lie in. */
const NUMBERS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'password.minLength': [8, 64],
  'password.kinds': [1, 4],
  'password.history': [0, 24],
  'password.maxAgeDays': [0, 3650],
  'signIn.lockAfter': [2, 10],
  'signIn.lockMinutes': [1, 1440],
  'signIn.addressLockAfter': [5, 1000],
  'session.idleMinutes': [1, 720],
  'session.absoluteHours': [1, 72],
  dormantDays: [0, 3650],
};

/** Takes the value of config/access.yaml; gives its rules, or stops the start with every fault. */
export function parseAccessRules(value: unknown): AccessRules {
  const faults: string[] = [];
  for (const [path, [least, most]] of Object.entries(NUMBERS)) {
    const number = at(value, path);
    if (!Number.isInteger(number) || (number as number) < least || (number as number) > most) {
      faults.push(`${path} 应为 ${least} 至 ${most} 的整数`);
    }
  }
  const forbidden = at(value, 'password.forbidden');
  if (
    !Array.isArray(forbidden) ||
    !forbidden.every((word) => typeof word === 'string' || typeof word === 'number')
  ) {
    faults.push('password.forbidden 应为词语列表');
  }
  if (!(TWO_FACTOR as readonly unknown[]).includes(at(value, 'twoFactor'))) {
    faults.push(`twoFactor 应为 ${TWO_FACTOR.join('、')} 之一`);
  }
  if (faults.length > 0) throw new Error(`config/access.yaml 有误：${faults.join('；')}`);
  const rules = value as AccessRules;
  // yaml reads 123456 as a number; as a forbidden word it is text.
  return { ...rules, password: { ...rules.password, forbidden: (forbidden as unknown[]).map(String) } };
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], value);
}
