import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetGrid } from '../../src/platform/office/office-document.js';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { writeDocument } from '../../src/platform/office/write-document.js';
import { writeWorkbook } from '../../src/platform/office/write-workbook.js';

const DATA = join(import.meta.dirname, '../data');

describe('office files through the child process', () => {
  it('a ledger as offices send it', async () => {
    const read = await readOfficeFile(readFileSync(join(DATA, 'sample-2023.xlsx')), '2023年台账.xlsx');
    const sheet = (read as { sheets: SheetGrid[] }).sheets[0]!;
    expect(sheet).toMatchObject({ name: '2023年台账', hidden: false });
    expect(sheet.rows[0]![0]!.value).toBe('河北区2023年法治政府建设重点工作台账');
    expect(sheet.merges).toContainEqual({ top: 2, left: 1, bottom: 2, right: 2 });
    expect(sheet.rows[6]![6]!.value).toBe('各部门\n各街道');
    expect(sheet.rows[10]![7]).toMatchObject({ value: 45046, isDate: true, day: '2023-04-30' });
    expect(sheet.rows[11]![7]).toMatchObject({ value: '12月底前', comment: '区司法局已请示' });
  });

  it('a notice as text', async () => {
    const read = await readOfficeFile(readFileSync(join(DATA, 'notices/lishan-2023.txt')), 'lishan-2023.txt');
    expect(read).toMatchObject({ kind: 'text', text: expect.stringContaining('牵头') });
  });

  it('what we write, we read', async () => {
    const day = '2023-11-30';
    const book = await writeWorkbook({
      title: '清单',
      author: '办',
      day,
      sheets: [{ name: '清单', rows: [['=1']] }],
    });
    expect(await readOfficeFile(book, 'a.xlsx')).toMatchObject({ sheets: [{ rows: [[{ value: '=1' }]] }] });
    const paper = await writeDocument({ title: '通报', author: '办', day, blocks: [] });
    expect(await readOfficeFile(paper, 'a.docx')).toMatchObject({
      blocks: [{ kind: 'paragraph', text: '通报' }],
    });
  });
});
