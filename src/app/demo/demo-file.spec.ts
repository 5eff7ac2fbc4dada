import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectContent } from '../../platform/files/content/detect-content.js';
import { demoFile } from './demo-file.js';

const FACTS = { task: '清单调整', department: '区司法局', text: '已经公布。', day: '2023-06-28' };

describe('演示材料', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-demo-file-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['公布网页截图', 'png', 'image/png'],
    ['平台更新清单', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['印发通知', 'pdf', 'application/pdf'],
    ['自查汇报', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])(
    '%s is a .%s, the same bytes each time and others for another day',
    async (title, extension, content) => {
      const file = await demoFile({ ...FACTS, title });
      expect(file.name).toBe(`${title}.${extension}`);
      const path = join(folder, extension);
      writeFileSync(path, file.bytes);
      expect((await detectContent(path)).name).toBe(content);
      expect((await demoFile({ ...FACTS, title })).bytes.equals(file.bytes)).toBe(true);
      expect((await demoFile({ ...FACTS, title, day: '2023-06-29' })).bytes.equals(file.bytes)).toBe(false);
    },
  );
});
