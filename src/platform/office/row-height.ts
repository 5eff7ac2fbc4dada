/** Height of one line of 11-point type, in points. */
const LINE = 15;
const PADDING = 4;

/** A cell's text and type size, as far as its height goes. */
export interface TextCell {
  text: string;
  /** Points. */
  size: number;
}

/**
 * Takes the cells of a row and the columns' widths in characters; gives the height in points at which all wrapped text
 * is in sight. Programs differ in whether they stretch rows by themselves, and overlapping lines cannot be read.
 */
export function rowHeight(cells: readonly TextCell[], widths: readonly number[]): number {
  const heights = cells.map(
    ({ text, size }, i) => linesOf(text, (widths[i] ?? 10) * (11 / size)) * LINE * (size / 11),
  );
  return Math.max(LINE, ...heights) + PADDING;
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(printWidth(part) / width)), 0);
}

/** Chinese characters and full-width signs take two places. */
function printWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1.1;
  return width;
}
