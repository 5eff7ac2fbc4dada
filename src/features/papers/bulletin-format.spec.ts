import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { novemberFacts, taskRows } from '../../../test/support/snapshot-rows.js';
import type { OfficeDocument } from '../../platform/office/office-document.js';
import { readOfficeFile } from '../../platform/office/read-office-file.js';
import { BULLETIN_WRITERS, formatOf, type BulletinFormat } from './bulletin-format.js';
import { makeBulletin } from './make-bulletin.js';

const FORMATS = Object.keys(BULLETIN_WRITERS) as BulletinFormat[];
const content = makeBulletin(novemberFacts());
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function textOf(document: OfficeDocument): string {
  if (document.kind === 'text') return document.text;
  const grids =
    document.kind === 'workbook'
      ? document.sheets
      : document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
  const cells = grids.flatMap((grid) => grid.rows.flatMap((row) => row.map((cell) => cell.text)));
  const paragraphs =
    document.kind === 'document'
      ? document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
      : [];
  return [...paragraphs, ...cells].join('\n');
}

describe('the files of a bulletin', () => {
  it.each(FORMATS)('%s says what the content says', async (format) => {
    const bytes = await BULLETIN_WRITERS[format](content);
    const name = format === 'md' ? 'bulletin.txt' : `bulletin.${format}`;
    const text = textOf(await readOfficeFile(bytes, name));
    for (const sentence of [
      content.title,
      '第11期',
      '一、总体情况',
      '第7项《完成河道堤防加固》（牵头单位：区水务局）',
      '单位情况表',
      '资金未到位',
    ])
      expect(text).toContain(sentence);
  });

  it.each(FORMATS)('%s is the same bytes for the same content', async (format) => {
    const first = sha(await BULLETIN_WRITERS[format](content));
    expect(sha(await BULLETIN_WRITERS[format](structuredClone(content)))).toBe(first);
    expect(sha(await BULLETIN_WRITERS[format]({ ...content, number: '第12期' }))).not.toBe(first);
  });

  it.each(FORMATS)('%s opens although a title holds what Word cannot open (U+FFFE)', async (format) => {
    const rows = taskRows({ title: '坏\uFFFE字\u0001<b>|符', light: 'RED' }, 'SWJ');
    const bytes = await BULLETIN_WRITERS[format](makeBulletin(novemberFacts({ rows })));
    const text = textOf(await readOfficeFile(bytes, format === 'md' ? 'bulletin.txt' : `bulletin.${format}`));
    expect(text).toContain('坏字');
    expect(text).not.toContain('\uFFFE');
  });

  it('writes 500 tasks in time (aim 2 s)', async () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      taskRows(
        { sortKey: String(i).padStart(4, '0'), number: `${i + 1}`, light: i % 3 === 0 ? 'RED' : 'GREEN' },
        'SWJ',
      ),
    ).flat();
    const started = performance.now();
    await BULLETIN_WRITERS.docx(makeBulletin(novemberFacts({ rows })));
    const took = performance.now() - started;
    process.stderr.write(`bulletin .docx of 500 tasks: ${Math.round(took)} ms\n`);
    expect(took).toBeLessThan(10_000);
  });

  it('knows its formats by the ending of a name', () => {
    expect(['out/通报.docx', 'a.XLSX', 'a.md', 'a.pdf', 'docx', 'a.constructor'].map(formatOf)).toEqual([
      'docx', 'xlsx', 'md', null, null, null,
    ]); // prettier-ignore
  });
});
