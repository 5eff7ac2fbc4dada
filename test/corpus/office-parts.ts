import { zipOf, type ZipPart } from './zip-writer.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Indexes into the styles below. */
export const STYLE = {
  date: 1,
  month57: 2,
  date31: 3,
  dateChinese: 4,
  struck: 5,
  percent: 6,
  time: 7,
  thousands: 8,
};

const STYLES = `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="9">${[
  [0, 0],
  [14, 0],
  [57, 0],
  [31, 0],
  [164, 0],
  [0, 1],
  [10, 0],
  [20, 0],
  [4, 0],
]
  .map(([format, font]) => `<xf numFmtId="${format}" fontId="${font}" applyNumberFormat="1"/>`)
  .join('')}</cellXfs></styleSheet>`;

export interface SheetXml {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  id?: string;
  /** What stands before `sheetData`, in it, and after it. */
  before?: string;
  data?: string;
  after?: string;
}

export interface BookXml {
  sheets: SheetXml[];
  date1904?: boolean;
  /** Inside `workbook`, after the sheets. */
  names?: string;
  strings?: string;
  /** Further parts, or others in place of the usual ones. */
  parts?: ZipPart[];
  contentType?: string;
}

/** A real small .xlsx from the XML of its sheets. */
export function xlsxOf(book: BookXml): Buffer {
  return zipOf(xlsxParts(book));
}

export function xlsxParts(book: BookXml): ZipPart[] {
  const sheets = book.sheets.map((sheet, i): ZipPart => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: sheetXml(sheet),
  }));
  const list = book.sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name ?? `表${i + 1}`}" sheetId="${sheet.id ?? i + 1}" ${sheet.state ? `state="${sheet.state}" ` : ''}r:id="rId${i + 1}"/>`,
  );
  const targets = book.sheets.map((_, i) =>
    relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  targets.push(
    relation('rIdS', 'styles', 'styles.xml'),
    relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
  );
  const usual: ZipPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(book) },
    { name: '_rels/.rels', content: rels([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook ${MAIN} ${REL}><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets>${book.names ?? ''}</workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: rels(targets) },
    { name: 'xl/styles.xml', content: STYLES },
    { name: 'xl/sharedStrings.xml', content: `${HEAD}<sst ${MAIN}>${book.strings ?? ''}</sst>` },
    ...sheets,
  ];
  const replaced = new Set((book.parts ?? []).map((part) => part.name));
  return [...usual.filter((part) => !replaced.has(part.name)), ...(book.parts ?? [])];
}

export function sheetXml(sheet: SheetXml): string {
  return `${HEAD}<worksheet ${MAIN} ${REL}>${sheet.before ?? ''}<sheetData>${sheet.data ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`;
}

/** Cell XML: text inline, numbers with a style. */
export function text(ref: string, value: string, style = 0): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}
export function number(ref: string, value: number | string, style = 0): string {
  return `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
}
export function row(r: number, cells: string, attributes = ''): string {
  return `<row r="${r}" ${attributes}>${cells}</row>`;
}

/** A .docx from the XML of its body. */
export function docxOf(body: string, parts: ZipPart[] = []): Buffer {
  return zipOf(docxParts(`${HEAD}<w:document ${WORD}><w:body>${body}</w:body></w:document>`, parts));
}

export function docxParts(document: string | ZipPart, parts: ZipPart[] = []): ZipPart[] {
  const main: ZipPart =
    typeof document === 'string' ? { name: 'word/document.xml', content: document } : document;
  return [
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: rels([relation('rId1', 'officeDocument', 'word/document.xml')]) },
    main,
    ...parts,
  ];
}

export function paragraph(content: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${content}</w:t></w:r></w:p>`;
}

export function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" ${mode}/>`;
}

export function rels(relations: string[]): string {
  return `${HEAD}<Relationships ${RELS}>${relations.join('')}</Relationships>`;
}

function contentTypes(book: BookXml): string {
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const parts: [string, string][] = [
    ['/xl/workbook.xml', book.contentType ?? type('sheet.main')],
    ['/xl/styles.xml', type('styles')],
    ['/xl/sharedStrings.xml', type('sharedStrings')],
    ...book.sheets.map((_, i): [string, string] => [`/xl/worksheets/sheet${i + 1}.xml`, type('worksheet')]),
  ];
  const overrides = parts.map(([part, kind]) => `<Override PartName="${part}" ContentType="${kind}"/>`);
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
