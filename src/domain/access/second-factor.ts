/** Whose sign-in needs a second factor (config/access.yaml; GB/T 22239-2019 8.1.4.1 d, level 3). */
export const TWO_FACTOR = ['NONE', 'ADMINISTRATORS', 'ALL'] as const;
export type TwoFactor = (typeof TWO_FACTOR)[number];

/** True where a person has to sign in with a second factor; whoever has a duty is an administrator. */
export function needsSecondFactor(rule: TwoFactor, duty: string | null): boolean {
  return rule === 'ALL' || (rule === 'ADMINISTRATORS' && duty !== null);
}

/** What somebody must do about his sign-in before he may do anything else. */
export type MustDo = 'PASSWORD' | 'SECOND_FACTOR';

/** What is known of a session's means of sign-in. */
export interface SignInMeans {
  /** The password was seen by somebody else, or is too old. */
  passwordIsDue: boolean;
  hasSecondFactor: boolean;
  duty: string | null;
  /** Proved by another service, whose business passwords and second factors then are. */
  provedElsewhere: boolean;
}

/** What must be done first; null when nothing stands in the way. The password comes first: others may know it. */
export function mustDoFirst(means: SignInMeans, rule: TwoFactor): MustDo | null {
  if (means.provedElsewhere) return null;
  if (means.passwordIsDue) return 'PASSWORD';
  return needsSecondFactor(rule, means.duty) && !means.hasSecondFactor ? 'SECOND_FACTOR' : null;
}

/** A code as it is compared: people type blanks and hyphens, full-width digits and small letters. */
export function normalCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** True for the digits of an authenticator; anything else can only be a recovery code. */
export function isTimeCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
