import { writeDocument, type OfficialPaper, type PaperBlock } from '../../platform/office/write-document.js';
import type { BulletinContent, BulletinSection, BulletinTable } from './bulletin-content.js';
import { cellText } from './bulletin-markdown.js';

/** The bulletin as .docx in the layout of GB/T 9704-2012; the same content gives the same bytes. */
export function bulletinDocument(content: BulletinContent): Promise<Buffer> {
  return writeDocument(paperOf(content));
}

function paperOf(content: BulletinContent): OfficialPaper {
  return {
    title: content.title,
    author: content.office,
    day: content.issuedOn,
    number: content.number,
    addressee: content.addressee,
    blocks: content.sections.flatMap(sectionBlocks),
    attachments: content.attachments.map((table) => table.title),
    signature: content.office,
    annexes: content.attachments.map((table) => ({ title: table.title, blocks: [tableBlock(table)] })),
  };
}

function sectionBlocks({ heading, parts }: BulletinSection): PaperBlock[] {
  return [
    { kind: 'heading', level: 1, text: heading },
    ...parts.map(({ kind, text }): PaperBlock =>
      kind === 'subheading' ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text },
    ),
  ];
}

function tableBlock({ header, rows, shares, centred }: BulletinTable): PaperBlock {
  return { kind: 'table', header, rows: rows.map((row) => row.map(cellText)), shares, centred };
}
