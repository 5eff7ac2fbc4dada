/** What a password must be like; config/access.yaml. GB/T 22239-2019 8.1.4.1 a: complexity and periodic change. */
export interface PasswordRules {
  /** Fewest characters. */
  minLength: number;
  /** How many of the four kinds (upper case, lower case, digits, other) must occur. */
  kinds: number;
  /** How many former passwords may not come back. */
  history: number;
  /** Days after which it must be changed; 0: never. */
  maxAgeDays: number;
  /** Words of which none may occur, in any case. */
  forbidden: readonly string[];
}

/** One broken rule, in words the user reads. */
export type PasswordFault = string;

const KINDS: readonly RegExp[] = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];
/** A longer password than this is no safer, and hashing it would cost whoever sends it nothing. */
export const MAX_PASSWORD_LENGTH = 200;
/** The shortest part of a user name that counts as a fragment of it. */
const FRAGMENT = 4;

/** Takes a password, whose it is to be and the rules; gives every broken rule, none when it may be used. */
export function passwordFaults(password: string, username: string, rules: PasswordRules): PasswordFault[] {
  const faults: PasswordFault[] = [];
  if ([...password].length < rules.minLength) faults.push(`至少 ${rules.minLength} 个字符`);
  if (password.length > MAX_PASSWORD_LENGTH) faults.push(`至多 ${MAX_PASSWORD_LENGTH} 个字符`);
  if (KINDS.filter((kind) => kind.test(password)).length < rules.kinds) {
    faults.push(`大写字母、小写字母、数字、其他符号中至少包含 ${rules.kinds} 类`);
  }
  const lower = password.toLowerCase();
  if (containsFragment(lower, username.toLowerCase())) faults.push('不得包含用户名或者其片段');
  const word = rules.forbidden.find((forbidden) => lower.includes(forbidden.toLowerCase()));
  if (word !== undefined) faults.push(`不得包含常用词“${word}”`);
  return faults;
}

/** The rules as a list for the page, in the order they are checked. */
export function passwordRulesInWords(rules: PasswordRules): string[] {
  return [
    `至少 ${rules.minLength} 个字符`,
    `大写字母、小写字母、数字、其他符号中至少包含 ${rules.kinds} 类`,
    '不得包含用户名或者其片段，不得使用常用词',
    `不得与最近 ${rules.history} 次使用过的口令相同`,
    ...(rules.maxAgeDays === 0 ? [] : [`每 ${rules.maxAgeDays} 天更换一次`]),
  ];
}

/** True when a password set then is too old now; instants in milliseconds. */
export function passwordExpired(setAt: number, now: number, rules: PasswordRules): boolean {
  return rules.maxAgeDays > 0 && now - setAt >= rules.maxAgeDays * 86_400_000;
}

function containsFragment(password: string, username: string): boolean {
  for (let at = 0; at + FRAGMENT <= username.length; at++) {
    if (password.includes(username.slice(at, at + FRAGMENT))) return true;
  }
  return username.length > 0 && username.length < FRAGMENT && password.includes(username);
}
