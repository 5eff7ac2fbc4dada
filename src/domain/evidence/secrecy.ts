import { stateSecret } from './evidence.errors.js';

/** How far a piece of evidence may go: 公开, or 内部 (工作秘密 and personal data included). */
export type Secrecy = 'PUBLIC' | 'INTERNAL';

export const SECRECY_LABELS: Readonly<Record<Secrecy, string>> = { PUBLIC: '公开', INTERNAL: '内部' };

/** What a sender may say of a file besides: each is refused with the article. */
export const SECRET_MARKS = ['SECRET', 'CONFIDENTIAL', 'TOP_SECRET', '秘密', '机密', '绝密'] as const;

/**
 * The mark of a state secret (国家秘密的密级) in a text, or null. Phrases that speak of secrets without being one, such
 * as the name of the law itself, are the office's to list.
 */
export function secrecyMarkIn(text: string, innocent: readonly string[]): string | null {
  // A mark written with blanks between its characters is still one.
  const rest = innocent.reduce((left, phrase) => left.replaceAll(phrase, ' '), text);
  const mark = /(绝\s*密|机\s*密|秘\s*密)/u.exec(rest)?.[1];
  return mark === undefined ? null : mark.replace(/\s/gu, '');
}

/** Refuses what says of itself that it is a state secret: the program runs on no network for those. */
export function requireNoStateSecret(texts: readonly string[], innocent: readonly string[]): void {
  for (const text of texts) {
    const mark = secrecyMarkIn(text, innocent);
    if (mark !== null) throw stateSecret(mark);
  }
}

/** The secrecy a sender gave. Refuses the three grades of state secrets. */
export function secrecyOf(given: string): Secrecy {
  if (given === 'PUBLIC' || given === 'INTERNAL') return given;
  throw stateSecret(given);
}
