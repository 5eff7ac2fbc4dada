// XML 1.0 has no place for these; Word and Excel refuse a file that carries them. Tab, LF and CR stay.
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF]|\p{Surrogate}|[\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/gu;

/**
 * Takes any text; gives it without control characters, non-characters (U+FFFE, U+FFFF …) and lone halves of
 * surrogate pairs. Everything else, tab and line ends included, stays as it is.
 */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, '');
}
