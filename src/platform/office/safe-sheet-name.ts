import { cleanText } from './clean-text.js';

const LONGEST = 31;

/**
 * Takes a wished sheet name and the names already taken; gives one that Excel accepts: at most 31 characters, none
 * of `* ? : \ / [ ]`, no apostrophe at either end, not the reserved "History", unlike any taken name (in any case).
 */
export function safeSheetName(wished: string, taken: readonly string[]): string {
  const plain = cleanText(wished)
    .replace(/[*?:\\/[\]\r\n\t]/g, '_')
    .trim();
  const bare = cut(plain, LONGEST).replace(/^'+|'+$/g, '');
  const name = bare === '' || bare.toLowerCase() === 'history' ? `表_${bare}` : bare;
  const used = new Set(taken.map((other) => other.toLowerCase()));
  let candidate = name;
  for (let n = 2; used.has(candidate.toLowerCase()); n += 1) {
    const suffix = `(${n})`;
    candidate = cut(name, LONGEST - suffix.length) + suffix;
  }
  return candidate;
}

/** At most so many UTF-16 units, never half of a surrogate pair. */
function cut(text: string, length: number): string {
  return cleanText(text.slice(0, length)).trim();
}
