import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  type FileChild,
} from 'docx';
import type { Day } from '../../domain/calendar/day.js';
import { cleanText } from './clean-text.js';
import { datedCore, fixedZip } from './fixed-zip.js';
import { CHARACTER, FALLBACK, FONT, LINE, PAGE, SIZE } from './official-layout.js';
import {
  bodyParagraph,
  fontOf,
  headingParagraph,
  headParagraphs,
  official,
  signatureParagraphs,
  titleParagraphs,
  type HeadingLevel,
} from './official-paragraph.js';
import { officialTable, type TablePlan } from './official-table.js';

export type PaperBlock =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'paragraph'; text: string; indented?: boolean; align?: 'center' | 'right' }
  | ({ kind: 'table' } & TablePlan);

export interface OfficialPaper {
  title: string;
  author: string;
  /** The day the paper bears; the file carries no other time. */
  day: Day;
  /** 发文机关标志; without it the paper has no red head. */
  mark?: string;
  /** 发文字号, e.g. 津河法办〔2023〕5号. */
  number?: string;
  /** 主送机关, with its colon. */
  addressee?: string;
  blocks: PaperBlock[];
  /** 附件 names, in order. */
  attachments?: string[];
  /** 署名; the date below it is `day`. */
  signature?: string;
  /** 附件 that are part of the paper itself, each on a page of its own behind the signature. */
  annexes?: Annex[];
}

export interface Annex {
  title: string;
  blocks: PaperBlock[];
}

/**
 * Takes an official paper; gives the bytes of a .docx in the layout of GB/T 9704-2012, the same bytes for the same
 * paper. Text is escaped and cleaned of what Word cannot open.
 */
export async function writeDocument(paper: OfficialPaper): Promise<Buffer> {
  const document = new Document({
    title: cleanText(paper.title),
    creator: cleanText(paper.author),
    lastModifiedBy: cleanText(paper.author),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf(FONT.body), size: SIZE.body } } } },
    sections: [
      {
        // Lines only: a grid of characters breaks the lines differently in LibreOffice.
        properties: { page: PAGE_LAYOUT, grid: { type: DocumentGridType.LINES, linePitch: LINE } },
        footers: pageNumbers(),
        children: childrenOf(paper),
      },
      // 附件 keep to no grid: it would draw the small lines of their tables out to the page's 29 pt.
      ...annexesOf(paper).map((children) => ({
        properties: { page: PAGE_LAYOUT, type: SectionType.NEXT_PAGE },
        footers: pageNumbers(),
        children,
      })),
    ],
  });
  return fixedZip(await Packer.toBuffer(document), {
    'docProps/core.xml': datedCore(paper.day),
    'word/fontTable.xml': withFallbacks,
  });
}

function childrenOf(paper: OfficialPaper): FileChild[] {
  return [
    ...(paper.mark ? headParagraphs(paper.mark, paper.number) : numberLine(paper.number)),
    ...titleParagraphs(paper.title, paper.mark ? 2 : 0),
    bodyParagraph('', { indented: false }),
    ...(paper.addressee ? [bodyParagraph(paper.addressee, { indented: false })] : []),
    ...paper.blocks.map(blockOf),
    ...attachmentLines(paper.attachments ?? []),
    ...(paper.signature ? signatureParagraphs(paper.signature, paper.day) : []),
  ];
}

function annexesOf({ annexes = [] }: OfficialPaper): FileChild[][] {
  return annexes.map((annex, i) => annexOf(annex, annexes.length > 1 ? `附件${i + 1}` : '附件'));
}

function pageNumbers() {
  return { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) };
}

const PAGE_LAYOUT = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: { top: PAGE.top, left: PAGE.left, right: PAGE.right, bottom: PAGE.bottom, footer: PAGE.footer },
};

/** “附件1” in 3号黑体 at the left of the first line of a new page, its title centred on the third. */
function annexOf({ title, blocks }: Annex, name: string): FileChild[] {
  return [
    official(name, FONT.first, {}),
    bodyParagraph('', { indented: false }),
    ...titleParagraphs(title, 0),
    bodyParagraph('', { indented: false }),
    ...blocks.map(blockOf),
  ];
}

function numberLine(number: string | undefined): Paragraph[] {
  return number ? [bodyParagraph(number, { align: 'center' })] : [];
}

function blockOf(block: PaperBlock): FileChild {
  switch (block.kind) {
    case 'heading':
      return headingParagraph(block.text, block.level);
    case 'paragraph':
      return bodyParagraph(block.text, block);
    case 'table':
      return officialTable(block);
  }
}

/** 附件说明: a line below the text, numbered where there are several, no mark at the end. */
function attachmentLines(names: string[]): Paragraph[] {
  if (names.length === 0) return [];
  const lines = names.map((name, i) => {
    const numbered = names.length > 1 ? `${i + 1}. ${name}` : name;
    return bodyParagraph(i === 0 ? `附件：${numbered}` : `　　　${numbered}`);
  });
  return [bodyParagraph(''), ...lines];
}

/** "— 1 —" in 4号宋体: odd pages at the right, even pages at the left, one character in. */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const run = { font: { ascii: FONT.page, hAnsi: FONT.page, eastAsia: FONT.page }, size: SIZE.page };
  const indent = alignment === AlignmentType.RIGHT ? { right: CHARACTER } : { left: CHARACTER };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** The library cannot say which font stands in for a missing one; Word reads it from the font table. */
function withFallbacks(xml: string): string {
  const fonts = Object.entries(FALLBACK).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`,
  );
  if (/<w:fonts[^>]*\/>/.test(xml))
    return xml.replace(/(<w:fonts[^>]*)\/>/, `$1>${fonts.join('')}</w:fonts>`);
  return xml.replace('</w:fonts>', `${fonts.join('')}</w:fonts>`);
}
