/** A numbered paragraph of a notice with what stands below it up to the next number. */
export interface NoticeItem {
  /** 1: 一、  2: （一）  3: 1.  4: (1) ① */
  level: 1 | 2 | 3 | 4;
  /** The number as written, without ornament. */
  number: string;
  /** The numbered paragraph first. */
  lines: string[];
  /** Which paragraph of the text it begins with, counted from 1, blank ones left out. */
  paragraph: number;
}

const NUMBERS: readonly (readonly [NoticeItem['level'], RegExp])[] = [
  [1, /^第?([一二三四五六七八九十]{1,3})[、.．章]\s*/],
  [2, /^[(（]([一二三四五六七八九十]{1,3})[)）]\s*[、.．]?\s*/],
  [4, /^[(（](\d{1,3})[)）]\s*[、.．]?\s*/],
  [3, /^(\d{1,3})\s*[.．、](?!\d(?!\d{0,3}[年月]))\s*/],
  [4, /^([\u2460-\u2473])\s*[、.．]?\s*/],
];

/** Takes the text of a notice; gives its numbered paragraphs in order and the lines before the first of them. */
export function outlineOf(text: string): { preamble: string[]; items: NoticeItem[] } {
  const preamble: string[] = [];
  const items: NoticeItem[] = [];
  const paragraphs = text.split(/\r\n?|\n/).map((line) => line.replace(/[\s\u3000]+/g, ' ').trim());
  paragraphs
    .filter((line) => line !== '')
    .forEach((line, i) => {
      const item = itemOf(line, i + 1);
      if (item) items.push(item);
      else if (items.length === 0) preamble.push(line);
      else items.at(-1)!.lines.push(line);
    });
  return { preamble, items };
}

function itemOf(line: string, paragraph: number): NoticeItem | null {
  for (const [level, pattern] of NUMBERS) {
    const found = pattern.exec(line);
    const rest = found ? line.slice(found[0].length) : '';
    if (found && rest) return { level, number: found[1]!, lines: [rest], paragraph };
  }
  return null;
}
