import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { documentBlocks } from './document-blocks.js';
import { OFFICE_LIMITS } from './office-limits.js';
import { writeDocument, type OfficialPaper } from './write-document.js';

const bulletin: OfficialPaper = {
  title: '关于2023年11月重点任务\n推进情况的通报',
  author: '区委依法治区办',
  day: '2024-01-09',
  mark: '督查通报',
  number: '津河法办〔2023〕5号',
  addressee: '各责任单位：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）按灯色' },
    { kind: 'paragraph', text: '本月共调度任务36项。' },
    {
      kind: 'table',
      header: ['序号', '任务', '亮灯'],
      rows: [['1', '修订<堤防>预案 & 演练\n第二行', '红灯']],
      centred: [0],
    },
  ],
  attachments: ['任务清单', '逾期清单'],
  signature: '区委依法治区办',
};
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const part = (bytes: Buffer, name: string) => strFromU8(unzipSync(new Uint8Array(bytes))[name]!);

describe('an official paper as .docx', () => {
  it('gives the same bytes for the same paper, at another time', async () => {
    const first = sha(await writeDocument(bulletin));
    await new Promise((resolve) => setTimeout(resolve, 2100)); // zip times have a step of two seconds
    expect(sha(await writeDocument(structuredClone(bulletin)))).toBe(first);
    expect(sha(await writeDocument({ ...bulletin, day: '2024-01-10' }))).not.toBe(first);
  });

  it('bears no time of its making, in any zone', async () => {
    // The first part's time and date as zip stores them: midnight, 1 January 1980.
    expect((await writeDocument(bulletin)).subarray(10, 14).toString('hex')).toBe('00002100');
  });

  it('is read back with its text, table and line breaks in order', async () => {
    const blocks = await documentBlocks(await writeDocument(bulletin), OFFICE_LIMITS);
    const texts = blocks.map((block) =>
      block.kind === 'paragraph' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell.text)),
    );
    expect(texts).toEqual([
      '督查通报',
      '津河法办〔2023〕5号',
      '关于2023年11月重点任务',
      '推进情况的通报',
      '各责任单位：',
      '一、总体情况',
      '（一）按灯色',
      '本月共调度任务36项。',
      [
        ['序号', '任务', '亮灯'],
        ['1', '修订<堤防>预案 & 演练\n第二行', '红灯'],
      ],
      '附件：1. 任务清单',
      '2. 逾期清单',
      '区委依法治区办',
      '2024年1月9日',
    ]);
  });

  it('has the page of GB/T 9704-2012', async () => {
    const bytes = await writeDocument(bulletin);
    const xml = part(bytes, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    expect(xml).toMatch(
      /<w:pgMar [^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1587"/,
    );
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/);
    expect(xml).toContain('w:line="580" w:lineRule="exact"');
    expect(xml).toContain('<w:spacing w:val="-5"/>');
    expect(xml).toContain('w:firstLineChars="200"');
    expect(part(bytes, 'word/settings.xml')).toContain('w:evenAndOddHeaders');
    expect(part(bytes, 'word/fontTable.xml')).toContain('<w:altName w:val="FangSong"/>');
    expect(part(bytes, 'docProps/core.xml')).toContain('2024-01-09T00:00:00Z');
    const footers = Object.keys(unzipSync(new Uint8Array(bytes))).filter((name) => name.includes('footer'));
    expect(footers.filter((name) => name.endsWith('.xml'))).toHaveLength(2);
  });

  it('carries nothing that Word cannot open', async () => {
    const dirty = '坏\uFFFE字\u0000符\uD800<w:p>';
    const blocks: OfficialPaper['blocks'] = [{ kind: 'paragraph', text: dirty }];
    const bytes = await writeDocument({ ...bulletin, title: dirty, blocks });
    const xml = part(bytes, 'word/document.xml');
    expect(xml).toContain('坏字符&lt;w:p&gt;');
    expect(xml).not.toMatch(/[\uFFFE\uFFFF\u0000]/);
    expect(part(bytes, 'docProps/core.xml')).toContain('坏字符');
  });
});
