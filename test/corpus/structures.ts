import { CFB, utils, write, type BookType } from '@e965/xlsx';
import type { CorpusCase } from './corpus-case.js';
import {
  docxOf,
  docxParts,
  paragraph,
  relation,
  rels,
  row,
  sheetXml,
  text,
  xlsxOf,
  xlsxParts,
} from './office-parts.js';
import { zipOf } from './zip-writer.js';

const task = row(1, text('A1', '修堤'));
const good = () => xlsxOf({ sheets: [{ data: task }] });
const withSheet = (content: string | Buffer) =>
  xlsxOf({ sheets: [{}], parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
const plain = sheetXml({ data: task });
const declared = (declaration: string, use = '') =>
  plain.replace('?>\n', `?>\n${declaration}`).replace('修堤', `修堤${use}`);
const written = (bookType: BookType): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['修堤', 1]]), '台账');
  return write(book, { type: 'buffer', bookType }) as Buffer;
};
const compound = (streams: Record<string, string | Uint8Array>, base?: Buffer): Buffer => {
  const container = base ? CFB.read(base, { type: 'buffer' }) : CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(container, name, Buffer.from(content as string));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
};

/** XML that reaches outside, grows, or is not what it says. */
export const XML: CorpusCase[] = [
  [
    'external entity',
    Buffer.from(declared('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&amp;e;')),
  ],
  [
    'parameter entity',
    Buffer.from(declared('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>')),
  ],
  ['billion laughs', Buffer.from(declared('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;'))],
  ['document type alone', Buffer.from(declared('<!DOCTYPE worksheet>'))],
  ['UTF-16 with mark', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
  ['UTF-16 without mark', Buffer.from(plain, 'utf16le')],
  ['another encoding declared', Buffer.from(plain.replace('UTF-8', 'UTF-7'))],
  [
    'XInclude',
    Buffer.from(plain.replace('<sheetData>', '<xi:include href="file:///etc/passwd"/><sheetData>')),
  ],
  [
    'elements 100,000 deep',
    Buffer.from(plain.replace('<sheetData>', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<sheetData>`)),
  ],
  [
    'a tag of 2 MB without end',
    Buffer.from(
      plain
        .replace('<sheetData>', `<a b="${Array.from({ length: 300_000 }, (_, i) => i).join(' ')}"`)
        .replaceAll('>', ''),
    ),
  ],
].map(([what, content]) => ({
  what: `xml: ${what as string}`,
  name: 'a.xlsx',
  file: () => withSheet(content as Buffer),
  expected: { refused: ['FILE_XML_UNSAFE'] },
}));

const DEEP = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(30_000)}</w:body></w:document>`;

/** The right content in the wrong box, and the other way round. */
export const CONTAINERS: CorpusCase[] = [
  {
    what: 'real .xls',
    name: 'a.xls',
    file: () => written('biff8'),
    expected: { cells: { A1: { value: '修堤' }, B1: { value: 1 } } },
  },
  {
    what: '.xls named .xlsx',
    name: 'a.xlsx',
    file: () => written('biff8'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  { what: '.xlsx named .xls', name: 'a.xls', file: good, expected: { refused: ['FILE_TYPE_MISMATCH'] } },
  { what: '.xlsx named .pdf', name: 'a.pdf', file: good, expected: { refused: ['FILE_TYPE_MISMATCH'] } },
  { what: '.xlsx named .csv', name: 'a.csv', file: good, expected: { refused: ['FILE_TYPE_MISMATCH'] } },
  {
    what: '.docx named .xlsx',
    name: 'a.xlsx',
    file: () => docxOf(paragraph('x')),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: '.xlsb',
    name: 'a.xlsb',
    file: () => written('xlsb'),
    expected: { refused: ['FILE_TYPE_UNKNOWN'] },
  },
  { what: '.xlsm by name', name: 'a.xlsm', file: good, expected: { refused: ['FILE_MACRO'] } },
  {
    what: 'macro inside an .xlsx',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: task }], parts: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
    expected: { refused: ['FILE_MACRO'] },
  },
  {
    what: 'macro-enabled type inside an .xlsx',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [{ data: task }],
        contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      }),
    expected: { refused: ['FILE_MACRO'] },
  },
  {
    what: 'macro inside an .xls',
    name: 'a.xls',
    file: () => compound({ '/_VBA_PROJECT_CUR/VBA/_VBA_PROJECT': 'x' }, written('biff8')),
    expected: { refused: ['FILE_MACRO'] },
  },
  {
    what: 'encrypted .xlsx',
    name: 'a.xlsx',
    file: () => compound({ '/EncryptionInfo': 'x', '/EncryptedPackage': 'y' }),
    expected: { refused: ['FILE_ENCRYPTED'] },
  },
  {
    what: 'encrypted zip part',
    name: 'a.xlsx',
    file: () => zipOf(xlsxParts({ sheets: [{ data: task }] }).map((part) => ({ ...part, encrypted: true }))),
    expected: { refused: ['FILE_ENCRYPTED'] },
  },
  {
    what: 'password-protected .xls',
    name: 'a.xls',
    file: passwordXls,
    expected: { refused: ['FILE_ENCRYPTED'] },
  },
  {
    what: 'old .doc',
    name: 'a.doc',
    file: () => compound({ '/WordDocument': 'x' }),
    expected: { refused: ['FILE_TYPE_UNKNOWN'] },
  },
  {
    what: 'web page named .xls',
    name: 'a.xls',
    file: () => Buffer.from('<html><table><tr><td>修堤</table>'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'web page named .csv',
    name: 'a.csv',
    file: () => Buffer.from('\n <html><table><tr><td>修堤</table>'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'program named .csv',
    name: 'a.csv',
    file: () => Buffer.from('MZ\u0090\u0000', 'latin1'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'PDF named .docx',
    name: 'a.docx',
    file: () => Buffer.from('%PDF-1.7\n<html><script>'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'PDF before a zip',
    name: 'a.xlsx',
    file: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), good()]),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'picture with script',
    name: 'a.svg',
    file: () => Buffer.from('<svg><script>1</script></svg>'),
    expected: { refused: ['FILE_TYPE_UNKNOWN'] },
  },
  {
    what: 'RTF named .txt',
    name: 'a.txt',
    file: () => Buffer.from('{\\rtf1 x}'),
    expected: { refused: ['FILE_TYPE_MISMATCH'] },
  },
  {
    what: 'SYLK that looks like csv',
    name: 'a.csv',
    file: () => Buffer.from('ID;PWXL;N;E\nC;Y1;X1;K"修堤"\n'),
    expected: { cells: { A1: { value: 'ID' }, B1: { value: 'PWXL' } } },
  },
  {
    what: 'docx with a template from elsewhere',
    name: 'a.docx',
    file: remoteTemplate,
    expected: { text: '修堤' },
  },
  {
    what: 'docx tables 30,000 deep',
    name: 'a.docx',
    file: () => zipOf(docxParts(DEEP)),
    expected: { refused: ['FILE_XML_UNSAFE'] },
  },
  {
    what: 'docx whose XML ends in the middle',
    name: 'a.docx',
    file: () => zipOf(docxParts('<w:document><w:body><w:p>')),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'virus test text',
    name: 'a.txt',
    file: () => Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
    expected: { text: 'EICAR-STANDARD' },
  },
  { what: 'no bytes', name: 'a.xlsx', file: () => Buffer.alloc(0), expected: { refused: ['FILE_EMPTY'] } },
  {
    what: 'blanks only',
    name: 'a.txt',
    file: () => Buffer.from(' \n\t'),
    expected: { refused: ['FILE_EMPTY'] },
  },
  { what: 'an empty zip', name: 'a.xlsx', file: () => zipOf([]), expected: { refused: ['FILE_BROKEN'] } },
  {
    what: 'a zip cut off',
    name: 'a.xlsx',
    file: () => good().subarray(0, 900),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'a zip of something else',
    name: 'a.xlsx',
    file: () => zipOf([{ name: 'a.txt', content: 'x' }]),
    expected: { refused: ['FILE_TYPE_UNKNOWN'] },
  },
  {
    what: 'a part named like a path upwards',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: task }], parts: [{ name: '../../x', content: 'x' }] }),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'noise behind a zip head',
    name: 'a.xlsx',
    file: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(4096, 7)]),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'noise behind an .xls head',
    name: 'a.xls',
    file: () =>
      Buffer.concat([
        written('biff8').subarray(0, 700),
        Buffer.from('Workbook', 'utf16le'),
        Buffer.alloc(4096, 255),
      ]),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'one byte more than 30 MB',
    name: 'a.txt',
    file: () => Buffer.alloc(30 * 1024 * 1024 + 1, 'a'),
    expected: { refused: ['FILE_TOO_LARGE'] },
  },
  {
    what: 'one byte more than 8 MB of text',
    name: 'a.txt',
    file: () => Buffer.alloc(8 * 1024 * 1024 + 1, 'a'),
    expected: { refused: ['FILE_TOO_LARGE'] },
  },
  {
    what: 'exactly 8 MB of text',
    name: 'a.txt',
    file: () => Buffer.alloc(8 * 1024 * 1024, 'a'),
    expected: { text: 'aaaa' },
  },
];

/** An .xls whose stream says, right after its beginning, that it is encrypted. */
function passwordXls(): Buffer {
  const container = CFB.read(written('biff8'), { type: 'buffer' });
  const stream = Buffer.from(CFB.find(container, '/Workbook')!.content as Uint8Array);
  const begin = 4 + stream.readUInt16LE(2);
  const filePass = Buffer.from('2f0006000000aabbccdd', 'hex');
  return compound({
    '/Workbook': Buffer.concat([stream.subarray(0, begin), filePass, stream.subarray(begin)]),
  });
}

function remoteTemplate(): Buffer {
  const template = relation(
    'rId1',
    'attachedTemplate',
    'http://127.0.0.1:9/evil.dotm',
    'TargetMode="External"',
  );
  return docxOf(paragraph('修堤'), [{ name: 'word/_rels/settings.xml.rels', content: rels([template]) }]);
}
