/** Characters that show nothing and break every comparison: zero-width ones, marks of direction, soft hyphens, controls. */
const INVISIBLE = /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/gu;
/** ① … ⑳ number the items of a list; NFKC would turn them into digits stuck to the name. */
const CIRCLED = /[\u2460-\u2473]/g;
const SPACE = /\s/;

/** A cell without white space, and where the white space stood: names may be broken by it, lists are separated by it. */
export interface CompactText {
  text: string;
  /** `gaps[i]`: white space stood before character i. */
  gaps: boolean[];
}

/** Takes a cell as written; gives it with full-width forms made half-width, invisible characters and white space gone. */
export function compactText(raw: string): CompactText {
  const plain = raw.replace(INVISIBLE, '').replace(CIRCLED, ' ').normalize('NFKC').replace(INVISIBLE, '');
  let text = '';
  const gaps: boolean[] = [];
  let gap = false;
  for (const char of plain.split('')) {
    if (SPACE.test(char)) {
      gap = true;
      continue;
    }
    text += char;
    gaps.push(gap);
    gap = false;
  }
  return { text, gaps };
}

const DIGITS = '零一二三四五六七八九';

/** Takes `31`, `三十一`, `十` or `两`; gives the number, or null where it is none below 1,000. */
export function countOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const parts =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九两])?$/.exec(text);
  if (!parts || text === '') return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (char: string | undefined): number => (char === '两' ? 2 : char ? DIGITS.indexOf(char) : 0);
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
