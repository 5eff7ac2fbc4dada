import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Day } from '../../domain/calendar/day.js';
import { dayInWords } from '../../domain/calendar/words.js';
import { cleanText } from './clean-text.js';
import { CHARACTER, FONT, LINE, RED, SIZE, TIGHTENING } from './official-layout.js';

const EXACT = { line: LINE, lineRule: LineRuleType.EXACT } as const;
const HEADING_FONTS = { 1: FONT.first, 2: FONT.second, 3: FONT.body, 4: FONT.body } as const;

/** 一、in 黑体, （一） in 楷体, 1. and （1） in 仿宋; all 3号 and not bold, as the standard has it. */
export type HeadingLevel = keyof typeof HEADING_FONTS;

/** Body text: 3号仿宋, first line indented by two characters, exact lines. */
export function bodyParagraph(
  text: string,
  options: { indented?: boolean; align?: 'center' | 'right' } = {},
) {
  const indented = options.indented ?? options.align === undefined;
  return official(text, FONT.body, {
    alignment: options.align ?? AlignmentType.BOTH,
    indent: indented ? { firstLine: 2 * CHARACTER, firstLineChars: 200 } : undefined,
  });
}

export function headingParagraph(text: string, level: HeadingLevel): Paragraph {
  return official(text, HEADING_FONTS[level], {
    indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
    outlineLevel: level - 1,
    keepNext: true,
  });
}

/** 2号小标宋, centred, not bold; a line break in the text stays one, for titles are broken by sense. */
export function titleParagraphs(title: string, linesBefore: number): Paragraph[] {
  return title.split('\n').map((line, i) =>
    official(line, FONT.title, {
      alignment: AlignmentType.CENTER,
      spacing: { ...EXACT, line: 720, before: i === 0 ? linesBefore * LINE : 0 },
      size: SIZE.title,
      outlineLevel: i === 0 ? 0 : undefined,
    }),
  );
}

/** 发文机关标志 in red 小标宋 35 mm below the top of the text area, 发文字号 below it, and the red line. */
export function headParagraphs(mark: string, number: string | undefined): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 18, color: RED, space: 11 } as const;
  return [
    official(mark, FONT.title, {
      alignment: AlignmentType.CENTER,
      spacing: { before: 1_984, after: 2 * LINE },
      size: 72,
      color: RED,
    }),
    official(number ?? '', FONT.body, { alignment: AlignmentType.CENTER, border: { bottom: rule } }),
  ];
}

/**
 * 署名 and 成文日期 without seal: the name two characters from the right edge, the date's first character two to the
 * right of the name's; where the date is the longer one, it keeps the two characters and the name moves.
 */
export function signatureParagraphs(office: string, day: Day): Paragraph[] {
  const dated = dayInWords(day);
  const margin = 2 * CHARACTER;
  const spare = widthOf(office) - margin - widthOf(dated);
  const right = (text: string, extra: number) =>
    official(text, FONT.body, {
      alignment: AlignmentType.RIGHT,
      indent: { right: margin + extra },
      keepNext: true,
    });
  return [official('', FONT.body, {}), right(office, Math.max(0, -spare)), right(dated, Math.max(0, spare))];
}

/** Takes text and a font with what else differs from the body; gives one paragraph of exact lines. */
export function official(
  text: string,
  font: string,
  options: IParagraphOptions & { size?: number; color?: string },
): Paragraph {
  const { size, color, ...rest } = options;
  return new Paragraph({
    spacing: EXACT,
    ...rest,
    children: runsOf(text, {
      font: fontOf(font),
      size: size ?? SIZE.body,
      color,
      characterSpacing: TIGHTENING,
    }),
  });
}

/** A font for Chinese text with the customary Latin one for digits and letters. */
export function fontOf(name: string): IRunOptions['font'] {
  return { ascii: FONT.latin, hAnsi: FONT.latin, eastAsia: name, cs: FONT.latin };
}

/** Line ends inside a text become line breaks. */
export function runsOf(text: string, run: IRunOptions): TextRun[] {
  return cleanText(text)
    .split(/\r?\n/)
    .map((line, i) => new TextRun({ ...run, text: line, break: i === 0 ? undefined : 1 }));
}

function widthOf(text: string): number {
  const wide = [...text].filter((character) => character.charCodeAt(0) > 0xff).length;
  return wide * CHARACTER + ([...text].length - wide) * (CHARACTER / 2);
}
