import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readDemoYear } from './demo-year.js';

describe('files of a demonstration year', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-year-'));
    cpSync('config/demo', join(folder, 'demo'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string, text: string) => writeFileSync(join(folder, 'demo', '2023', name), text);

  it('are read with figures as numbers and empty fields as nothing', async () => {
    const { plan, reports, events } = await readDemoYear(folder, 2023);
    expect(plan).toMatchObject({ issuedOn: '2023-01-10', officeDay: '2023-12-20', issuer: 'YFB-DIRECTOR' });
    expect(reports[0]).toMatchObject({
      month: '2023-01',
      task: '1',
      progress: 10,
      count: null,
      verified: 10,
    });
    expect(events[0]).toMatchObject({ on: '2023-01-11', deed: 'task.sign', by: 'BB-LIAISON' });
  });

  it.each([
    ['another year', 'year: 2022\n'],
    ['a day that does not exist', "year: 2023\nissuedOn: '2023-02-30'\n"],
    ['nothing', ''],
  ])('are refused when the plan says %s', async (_, text) => {
    put('year.yaml', text);
    await expect(readDemoYear(folder, 2023)).rejects.toMatchObject({ code: 'DEMO_FILE_WRONG', details: { file: 'year.yaml' } }); // prettier-ignore
  });

  it('are refused when a line of reports has a field too many', async () => {
    put('reports.csv', 'month,task\n2023-01,1,BB\n');
    await expect(readDemoYear(folder, 2023)).rejects.toMatchObject({ details: { file: 'reports.csv' } });
  });
});
