import type { SheetCell } from '../../src/platform/office/office-document.js';
import type { CorpusCase } from './corpus-case.js';
import { docxOf, number, paragraph, row, STYLE, text, xlsxOf, type BookXml } from './office-parts.js';

type Cells = Record<string, Partial<SheetCell>>;

function oneRow(what: string, cells: string, expected: Cells, book: Partial<BookXml> = {}): CorpusCase {
  const file = () => xlsxOf({ sheets: [{ data: row(1, cells) }], ...book });
  return { what, name: 'a.xlsx', file, expected: { cells: expected } };
}
const formula = (ref: string, code: string, value?: string) =>
  `<c r="${ref}"><f>${code}</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`;
const date = (
  serial: number | string,
  style: number,
  expected: Partial<SheetCell>,
  date1904 = false,
): CorpusCase =>
  oneRow(
    `date: ${serial} in style ${style}${date1904 ? ' from 1904' : ''}`,
    number('A1', serial, style),
    { A1: expected },
    { date1904 },
  );

/** Texts that would be formulas elsewhere stay text; real formulas give what they last gave. */
export const FORMULAS: CorpusCase[] = [
  ...[
    '=cmd|&apos; /C calc&apos;!A0',
    '+1+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '＝１',
    '&quot;=1&quot;',
    'x&quot;;=1',
    '=HYPERLINK(&quot;http://x&quot;)',
  ].map((content) =>
    oneRow(`formula text: ${content}`, text('A1', content), {
      A1: { value: content.replaceAll('&quot;', '"').replaceAll('&apos;', "'"), isFormula: undefined },
    }),
  ),
  oneRow('formula with remembered value', formula('A1', 'SUM(B1:C1)', '5'), {
    A1: { value: 5, isFormula: true },
  }),
  oneRow('formula without remembered value', formula('A1', 'SUM(B1:C1)') + number('B1', 1), {
    A1: { value: null, text: '', isFormula: true },
    B1: { value: 1 },
  }),
  oneRow('formula over another file', formula('A1', '[1]Sheet1!$A$1', '7'), {
    A1: { value: 7, isFormula: true },
  }),
  oneRow('formula that calls a program', formula('A1', 'cmd|&apos;/C calc&apos;!A0', '0'), {
    A1: { value: 0, isFormula: true },
  }),
  oneRow('formula with an error remembered', `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, {
    A1: { value: null, error: '#DIV/0!', isFormula: true },
  }),
];

/** Serial numbers become days by arithmetic alone; texts stay as they were written. */
export const DATES: CorpusCase[] = [
  date(45046, STYLE.date, { value: 45046, isDate: true, day: '2023-04-30', text: '2023/4/30' }),
  date(45000.5, STYLE.date, { value: 45000.5, isDate: true, day: '2023-03-15' }),
  date(45351, STYLE.dateChinese, { isDate: true, day: '2024-02-29', text: '2024年2月29日' }),
  date(45078, STYLE.month57, { isDate: true, day: '2023-06-01', text: '2023年6月' }),
  date(45078, STYLE.date31, { isDate: true, day: '2023-06-01', text: '2023年6月1日' }),
  date(60, STYLE.date, { isDate: true, day: null }),
  date(1, STYLE.date, { isDate: true, day: '1900-01-01' }),
  date(0, STYLE.date, { isDate: true, day: null }),
  date(-5, STYLE.date, { isDate: true, day: null }),
  date(2958466, STYLE.date, { isDate: true, day: null }),
  date('1e300', STYLE.date, { isDate: true, day: null }),
  date(43584, STYLE.date, { isDate: true, day: '2023-04-30' }, true),
  oneRow('date: written as ISO text', '<c r="A1" s="1" t="d"><v>2023-04-30</v></c>', {
    A1: { value: 45046, isDate: true, day: '2023-04-30' },
  }),
  date(0.5, STYLE.time, { value: 0.5, isDate: undefined }),
  date(45046, 0, { value: 45046, isDate: undefined, day: undefined }),
  ...[
    '2023-02-30',
    '2023/13/01',
    '二〇二三年二月',
    '２０２３－０２－０１',
    '2023.2.30',
    '24:00',
    ' 2023年6月底前 ',
  ].map((value) => oneRow(`date text: ${value}`, text('A1', value), { A1: { value, isDate: undefined } })),
];

/** What cells of real sheets hold besides plain text. */
export const CELLS: CorpusCase[] = [
  oneRow('percent', number('A1', 0.85, STYLE.percent), { A1: { value: 0.85, text: '85.00%' } }),
  oneRow('thousands', number('A1', 1234.5, STYLE.thousands), { A1: { value: 1234.5, text: '1,234.50' } }),
  oneRow('number as text', text('A1', '1,234.5'), { A1: { value: '1,234.5' } }),
  oneRow('negative', number('A1', -3), { A1: { value: -3, text: '-3' } }),
  oneRow('struck through', text('A1', '取消', STYLE.struck) + text('B1', '保留'), {
    A1: { strikethrough: true },
    B1: { strikethrough: undefined },
  }),
  oneRow('error', '<c r="A1" t="e"><v>#REF!</v></c>', { A1: { value: null, error: '#REF!', text: '#REF!' } }),
  oneRow('true and false', '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', {
    A1: { value: true },
    B1: { value: false },
  }),
  oneRow('control characters', text('A1', '修_x0000_堤_x0007_'), { A1: { value: '修堤' } }),
  oneRow('non-characters', text('A1', '修\uFFFE堤\uFFFF'), { A1: { value: '修堤' } }),
  oneRow('a cell of 40,000 characters', text('A1', '长'.repeat(40_000)), {
    A1: { value: '长'.repeat(40_000) },
  }),
  oneRow('line breaks', text('A1', '各部门\n各街道'), { A1: { value: '各部门\n各街道' } }),
  oneRow('zero-width and look-alike characters kept', text('A1', '区司法\u200b局'), {
    A1: { value: '区司法\u200b局' },
  }),
  oneRow(
    'rich text',
    '<c r="A1" t="inlineStr"><is><r><t>修</t></r><r><rPr><b/></rPr><t>堤</t></r></is></c>',
    { A1: { value: '修堤' } },
  ),
  oneRow(
    'shared string',
    '<c r="A1" t="s"><v>0</v></c>',
    { A1: { value: '修堤' } },
    { strings: '<si><t>修堤</t></si>' },
  ),
  {
    what: 'a shared string that is not there',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: row(1, '<c r="A1" t="s"><v>99</v></c>') }] }),
    expected: { refused: ['FILE_BROKEN'] },
  },
  oneRow(
    'query data of Excel in UTF-16 beside the sheets',
    text('A1', '修堤'),
    { A1: { value: '修堤' } },
    {
      parts: [
        {
          name: 'customXml/item1.xml',
          content: Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-16"?><DataMashup/>', 'utf16le'),
        },
      ],
    },
  ),
  oneRow('blanks around', text('A1', '  修堤  '), { A1: { value: '  修堤  ' } }),
  {
    what: 'hidden sheets, rows and columns',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            state: 'hidden',
            before: '<cols><col min="2" max="2" hidden="1" width="9"/></cols>',
            data: row(1, text('A1', 'a') + text('C1', 'c')) + row(2, text('A2', 'b'), 'hidden="1"'),
          },
          { state: 'veryHidden', data: row(1, text('A1', 'x')) },
          {},
        ],
      }),
    expected: {
      cells: { A1: { value: 'a' } },
      sheet: { hidden: true, hiddenRows: [1], hiddenColumns: [1] },
      sheets: 3,
    },
  },
  {
    what: 'merged header cells that begin below and beside A1',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            data: row(3, text('B3', '指标') + text('D3', '任务')),
            after: '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>',
          },
        ],
      }),
    expected: {
      cells: { B3: { value: '指标' }, D3: { value: '任务' } },
      sheet: { merges: [{ top: 2, left: 1, bottom: 2, right: 2 }] },
    },
  },
  {
    what: 'docx: paragraphs and a table with merged cells, in order',
    name: 'a.docx',
    file: () => docxOf(paragraph('通知') + mergedTable() + paragraph('结束')),
    expected: { text: '通知|[指标;;任务/甲;乙;修堤/;丙;护岸]|结束' },
  },
  {
    what: 'docx: deleted text, tab, line break and markup characters',
    name: 'a.docx',
    file: () =>
      docxOf(
        `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新&lt;a&gt;</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`,
      ),
    expected: { text: '新<a>\tb\nc' },
  },
];

function mergedTable(): string {
  const cell = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;
  return `<w:tbl><w:tr>${cell('指标', '<w:gridSpan w:val="2"/>')}${cell('任务')}</w:tr><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙')}${cell('修堤')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('丙')}${cell('护岸')}</w:tr></w:tbl>`;
}

const csv = (
  what: string,
  content: Buffer | string,
  expected: CorpusCase['expected'],
  name = 'a.csv',
): CorpusCase => ({
  what: `text: ${what}`,
  name,
  file: () => Buffer.from(content as Buffer),
  expected,
});
const tasks = { cells: { A1: { value: '任务' }, A2: { value: '堤防' } } };
const GBK = Buffer.from('c8cecef10ab5ccb7c0', 'hex');

export const ENCODINGS: CorpusCase[] = [
  csv('UTF-8', '任务\n堤防', tasks),
  csv('UTF-8 with mark', '\uFEFF任务\r\n堤防\r\n', tasks),
  csv('UTF-16LE with mark', Buffer.from('\uFEFF任务\n堤防', 'utf16le'), tasks),
  csv('UTF-16BE with mark', Buffer.from('\uFEFF任务\n堤防', 'utf16le').swap16(), tasks),
  csv('UTF-16 without mark', Buffer.from('a\n堤防', 'utf16le'), { refused: ['FILE_ENCODING'] }),
  csv('GBK', GBK, tasks),
  csv('GB18030 with four bytes', Buffer.concat([GBK, Buffer.from('8139ee39', 'hex')]), {
    cells: { A2: { value: '堤防㐀' } },
  }),
  csv('no encoding at all', Buffer.from([0x41, 0xff, 0xff, 0x0a, 0xff]), { refused: ['FILE_ENCODING'] }),
  csv('mixed line ends', '任务\r堤防\r\n护岸\n', { cells: { A3: { value: '护岸' } } }),
  csv('line ends inside quotes', '"任务\n一",x\n堤防,y', {
    cells: { A1: { value: '任务\n一' }, B2: { value: 'y' } },
  }),
  csv('a quote without end', '任务,"x\n堤防', { refused: ['FILE_BROKEN'] }),
  csv('a million columns', ','.repeat(1_000_000), { refused: ['FILE_TOO_MANY_COLUMNS'] }),
  csv('25,000 rows', 'a\n'.repeat(25_000), { refused: ['FILE_TOO_MANY_ROWS'] }),
  csv('formulas in csv', '=1+1,@x,-2', {
    cells: { A1: { value: '=1+1', isFormula: undefined }, C1: { value: '-2' } },
  }),
  csv('notice text in GBK', GBK, { text: '任务\n堤防' }, 'a.txt'),
  csv('binary as txt', Buffer.from([1, 2, 3, 0, 5]), { refused: ['FILE_ENCODING'] }, 'a.txt'),
];

/** Only the extension of a name counts; nothing of it reaches a path or a command line. */
export const NAMES: CorpusCase[] = [
  '../../x.csv',
  '..\\x.csv',
  '/etc/x.csv',
  'a\u0000.csv',
  'CON.csv',
  `${'x'.repeat(300)}.csv`,
  `${'名'.repeat(255)}.csv`,
  '😀.csv',
  '\u202Evsc.csv',
  'a\r\nb.csv',
  'a;filename*=b.csv',
  '"\' $(id) `id`.CSV',
].map((name) => ({
  what: `name: ${name.slice(0, 20)}`,
  name,
  file: () => Buffer.from('任务\n堤防'),
  expected: tasks,
}));

NAMES.push(
  ...['x.csv.', 'x.csv ', 'x', '.csv', 'x.--max-old-space-size=9999', 'x.csv\u0000'].map((name) => ({
    what: `name without a known type: ${name}`,
    name,
    file: () => Buffer.from('任务\n堤防'),
    expected: { refused: ['FILE_TYPE_UNKNOWN'] } as CorpusCase['expected'],
  })),
);
