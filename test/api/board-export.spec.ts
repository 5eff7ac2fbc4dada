import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger } from '../support/ledger.js';
import { makeMassData } from '../support/mass-data.js';
import { CLERK, openOffice } from '../support/office.js';

const FORMULA = '=HYPERLINK("http://x.invalid")清理';

describe.each(DATABASES)('the list as a workbook on %s', (name) => {
  let test: TestApp;
  const cells = async (query: string, as = CLERK): Promise<string[][]> => {
    const response = await test.app.inject({
      method: 'GET',
      url: `/api/v1/task-board/export${query}`,
      headers: { host: '127.0.0.1', cookie: (await test.signIn.cookieOf(as)) ?? '' },
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-disposition']).toContain("filename*=UTF-8''%E9%87%8D%E7%82%B9");
    const document = await readOfficeFile(response.rawPayload, 'export.xlsx');
    const rows = document.kind === 'workbook' ? (document.sheets[0]?.rows ?? []) : [];
    expect(rows.flat().some((cell) => cell?.isFormula)).toBe(false);
    return rows.map((row) => row.map((cell) => cell?.text ?? ''));
  };

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    await issuedLedger(test, [
      ['1', '依法行政', '', FORMULA.replaceAll('"', "'"), '区司法局', '区财政局', '1月底前'],
      ['2', '依法行政', '', '案卷评查', '区教育局', '', '10月底前'],
    ]);
  });
  afterAll(() => test.close());

  it('has the chosen columns in their order, the same filters, and no formula', async () => {
    const rows = await cells('?columns=light,title,supports&sort=-number');
    expect(rows.slice(1)).toEqual([
      ['状态灯', '重点任务', '配合单位'],
      ['绿灯', '案卷评查', ''],
      ['绿灯', FORMULA.replaceAll('"', "'"), '区财政局'],
    ]);
    expect((await cells('?q=ajpc')).slice(2).map((row) => row[1])).toEqual(['案卷评查']);
  });

  it('holds for a department what it may see', async () => {
    expect((await cells('?columns=number', 'CZJ-LIAISON')).slice(2)).toEqual([['1']]);
  });

  it('is on the trail with its filters', async () => {
    const rows = await test.db.read<{ actor: string; after: string }>(
      `SELECT actor, after FROM audit_event WHERE operation = 'dashboard.exportBoard' ORDER BY seq`,
    );
    expect(rows.map(({ actor }) => actor)).toEqual([CLERK, CLERK, 'CZJ-LIAISON']);
    expect(JSON.parse(rows[1]!.after)).toMatchObject({ filter: { q: 'ajpc' }, rows: 1 });
  });

  it('refuses a column nobody knows, and more rows than can be written in good time', async () => {
    const ask = (query: string) => test.request('GET', `/api/v1/task-board/export${query}`, { as: CLERK });
    expect((await ask('?columns=number,password')).body.code).toBe('REQUEST_INVALID');
    await test.db.unitOfWork.run(() => test.db.write(`UPDATE ledger SET code = 'KT-2022'`));
    await makeMassData(test.db, { tasks: 5001, departments: 2, lastDay: '2023-11-30' });
    expect((await ask('?ledger=KT-2023')).body).toMatchObject({
      code: 'BOARD_EXPORT_TOO_LARGE',
      details: { rows: 5001 },
    });
  }, 60_000);
});
