import { cleanText } from '../../platform/office/clean-text.js';
import { dayInWords } from '../../domain/calendar/words.js';
import type { BulletinContent, BulletinTable } from './bulletin-content.js';

/** The bulletin as Markdown text in UTF-8, for reading without an office program; the same content gives the same bytes. */
export function bulletinMarkdown(content: BulletinContent): Promise<Buffer> {
  const { title, number, addressee, sections, attachments, office, issuedOn } = content;
  const lines = [
    `# ${escaped(title)}`,
    number,
    escaped(addressee),
    ...sections.flatMap(({ heading, parts }) => [
      `## ${escaped(heading)}`,
      ...parts.map(({ kind, text }) => (kind === 'subheading' ? `### ${escaped(text)}` : paragraph(text))),
    ]),
    `${escaped(office)}  \n${dayInWords(issuedOn)}`,
    ...attachments.flatMap((table, i) => [`## 附件${i + 1} ${escaped(table.title)}`, tableText(table)]),
  ];
  return Promise.resolve(Buffer.from(cleanText(`${lines.join('\n\n')}\n`), 'utf8'));
}

/** A cell as text; what is unknown stays empty. */
export function cellText(value: string | number | null): string {
  return value === null ? '' : String(value);
}

function tableText({ header, rows }: BulletinTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const inCell = (text: string) => escaped(text).replace(/\r?\n/g, '<br>');
  return [
    line(header.map(inCell)),
    line(header.map(() => '---')),
    ...rows.map((row) => line(row.map((value) => inCell(cellText(value))))),
  ].join('\n');
}

/** "1." at the start of a paragraph would become a list that counts anew. */
function paragraph(text: string): string {
  return escaped(text).replace(/^(\d+)\./, '$1\\.');
}

/** Signs that Markdown or HTML would take as its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_|<>[\]#]/g, '\\$&');
}
