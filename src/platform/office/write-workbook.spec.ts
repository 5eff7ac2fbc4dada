import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { checkZip } from './check-zip.js';
import { OFFICE_LIMITS } from './office-limits.js';
import { safeSheetName } from './safe-sheet-name.js';
import { workbookSheets } from './workbook-sheets.js';
import { writeWorkbook, type WorkbookPlan } from './write-workbook.js';

const list: WorkbookPlan = {
  title: '任务清单',
  author: '区委依法治区办',
  day: '2023-11-30',
  sheets: [
    {
      name: '红灯任务',
      rows: [
        ['序号', '任务', '逾期天数'],
        [1, { value: '修订预案', fill: 'FFC7CE', comment: '请核实' }, 30],
        [2, null, true],
      ],
      widths: [6, 40, 10],
      frozenRows: 1,
      merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
      borderedFrom: 0,
    },
  ],
};
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const read = async (bytes: Buffer) =>
  workbookSheets(bytes, OFFICE_LIMITS, await checkZip(bytes, OFFICE_LIMITS));

describe('a workbook as .xlsx', () => {
  it('gives the same bytes for the same plan, at another time', async () => {
    const first = sha(await writeWorkbook(list));
    await new Promise((resolve) => setTimeout(resolve, 2100)); // zip times have a step of two seconds
    expect(sha(await writeWorkbook(structuredClone(list)))).toBe(first);
  });

  it('is read back as it was planned', async () => {
    const [sheet] = await read(await writeWorkbook(list));
    expect(sheet).toMatchObject({ name: '红灯任务', hidden: false, merges: list.sheets[0]!.merges });
    expect(sheet!.rows.map((row) => row.map((cell) => cell.value))).toEqual([
      ['序号', '任务', '逾期天数'],
      [1, '修订预案', 30],
      [2, null, true],
    ]);
    expect(sheet!.rows[1]![1]!.comment).toBe('请核实');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x")', '"=1"'])(
    'keeps %j as text, never as a formula',
    async (text) => {
      const bytes = await writeWorkbook({ ...list, sheets: [{ name: 'x', rows: [[text]] }] });
      const xml = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml']!);
      expect(xml).toContain('t="s"');
      expect(xml).not.toContain('<f');
      const [sheet] = await read(bytes);
      expect(sheet!.rows[0]![0]).toEqual({ value: text, text });
    },
  );

  it('carries neither broken characters nor cells longer than Excel takes', async () => {
    const [sheet] = await read(
      await writeWorkbook({
        ...list,
        sheets: [{ name: 'x', rows: [['坏\uFFFE\uD800字', '长'.repeat(40_000)]] }],
      }),
    );
    expect(sheet!.rows[0]![0]!.value).toBe('坏字');
    expect(sheet!.rows[0]![1]!.text).toHaveLength(32_767);
    expect(sheet!.rows[0]![1]!.text).toMatch(/长…$/);
  });

  it.each([
    ['2023/11:[红灯]*?', [], '2023_11__红灯___'],
    ["'引号'", [], '引号'],
    ['', [], '表_'],
    ['History', [], '表_History'],
    ['清单', ['清单', '清单(2)'], '清单(3)'],
    ['a', ['A'], 'a(2)'],
    ['名'.repeat(40), [], '名'.repeat(31)],
    ['名'.repeat(40), ['名'.repeat(31)], `${'名'.repeat(28)}(2)`],
  ])('sheet name %j beside %j becomes %j', (wished, taken, name) => {
    expect(safeSheetName(wished, taken)).toBe(name);
    expect(name.length).toBeLessThanOrEqual(31);
  });
});
