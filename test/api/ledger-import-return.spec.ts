import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ImportResponse, ImportRowResponse } from '../../src/features/ledger/import/present-import.js';
import type { SheetGrid } from '../../src/platform/office/office-document.js';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { commit, csv, preview } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区没有这个局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '', '区司法局', '', '10月底前'],
  ['3', '依法行政', '监督', '案卷评查', '区司法局', '', '11月底前'],
  ['4', '依法行政', '监督', '已并入他项', '区没有这个局', '', '适时'],
];
const QUERY = 'year=2023&issuedOn=2023-01-10&ledger=KT-2023-R';

describe.each(DATABASES)('a ledger sent back for mending on %s', (name) => {
  let test: TestApp;
  const fix = async ({ id, version }: ImportResponse, row: number, body: object): Promise<ImportResponse> =>
    (await test.request('PATCH', `/api/v1/ledger-imports/${id}/rows/${row}`, { as: CLERK, version, body }))
      .body;
  const workbook = async (id: string): Promise<{ bytes: Buffer; grid: SheetGrid }> => {
    const url = `/api/v1/ledger-imports/${id}/workbook`;
    const cookie = (await test.signIn.cookieOf(CLERK)) ?? '';
    const response = await test.app.inject({ method: 'GET', url, headers: { host: '127.0.0.1', cookie } });
    expect(response.headers['content-disposition']).toContain('%E5%BE%85%E6%94%B9.xlsx');
    const document = await readOfficeFile(response.rawPayload, 'returned.xlsx');
    const [grid] = document.kind === 'workbook' ? document.sheets : [];
    return { bytes: response.rawPayload, grid: grid! };
  };
  const said = (rows: readonly ImportRowResponse[]) =>
    rows.map(({ number, title, indicators, lead, support, groups, deadline, target, place, problems }) => ({
      number, title, indicators, lead, support, groups, due: deadline.due, target, place, problems,
    })); // prettier-ignore

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
  });
  afterAll(() => test.close());

  it('is the same workbook: read again it says what it said, and our remarks are not taken for the office’s', async () => {
    const sample = (await preview(test, 'sample.xlsx', readFileSync('test/data/sample-2023.xlsx'))).body;
    const { bytes } = await workbook(sample.id);
    const again = (await preview(test, 'sample-待改.xlsx', bytes)).body;
    expect(said(again.rows)).toEqual(said(sample.rows));
    expect(again.heading).toEqual(sample.heading);
  });

  it('says at each faulty cell what is wrong, and marks nothing else', async () => {
    const shown = (await preview(test, 'half.csv', csv(ROWS), QUERY)).body;
    const { bytes, grid } = await workbook(shown.id);
    const remarks = grid.rows.flatMap((row, r) =>
      row.flatMap(({ comment }, c) => (comment ? [[r, c, comment] as const] : [])),
    );
    expect(remarks.map(([r, c]) => [r, c])).toContainEqual([1, 4]);
    const problems = (shown as ImportResponse).rows.flatMap((row) => row.problems);
    for (const [, , comment] of remarks) {
      expect(comment).toContain('【导入核对】');
      expect(problems.some(({ message }) => comment.includes(message))).toBe(true);
    }
    const again = (await preview(test, 'half-待改.xlsx', bytes, QUERY)).body;
    expect(said(again.rows).map((row) => row.problems.map(({ code }) => code))).toEqual(
      said(shown.rows).map((row) => row.problems.map(({ code }) => code)),
    );
  });

  it('is read with what had been decided: its ledger, the rows set right, the rows left out; only one of the two goes on', async () => {
    const shown = (await preview(test, 'half.csv', csv(ROWS), QUERY)).body;
    const first = await fix(shown, 0, { lead: ['SFJ'] });
    const second = await fix(first, 3, { skip: true });
    expect(second.rows.map(({ status, change }) => [status, change])).toEqual([
      ['ready', 'ADDED'],
      ['rejected', 'ADDED'],
      ['ready', 'ADDED'],
      ['skipped', 'SKIPPED'],
    ]);
    expect(second.summary).toEqual({ rows: 4, ready: 2, needsReview: 0, rejected: 1, skipped: 1 });
    const mended = ROWS.map((row, i) => (i === 1 ? row.with(3, '行政合同培训') : row));
    const former = `year=2023&former=${shown.id}`;
    const back = (await preview(test, 'mended.csv', csv(mended), former)).body;
    expect(back).toMatchObject({ ledger: 'KT-2023-R', issuedOn: '2023-01-10' });
    expect(back.rows.map(({ status }: ImportRowResponse) => status)).toEqual([
      'ready',
      'ready',
      'ready',
      'skipped',
    ]);
    const given = await test.request('GET', `/api/v1/ledger-imports/${shown.id}`, { as: DIRECTOR });
    expect(given.body.state).toBe('DISCARDED');
    const done = await commit(test, back);
    expect(done.body.diff).toMatchObject({ added: [{ row: 0 }, { row: 1 }, { row: 2 }], unchanged: 0 });
    const tasks = (await test.request('GET', '/api/v1/tasks?ledger=KT-2023-R', { as: CLERK })).body.items;
    expect(tasks.map(({ number, title }: ImportRowResponse) => [number, title])).toEqual([
      ['1', '清单调整'],
      ['2', '行政合同培训'],
      ['3', '案卷评查'],
    ]);
  });

  it('takes a row in again that had been left out, and forgets no fix when columns are told anew', async () => {
    const query = QUERY.replace('-R', '-S');
    const shown = (await preview(test, 'half.csv', csv(ROWS), query)).body;
    const skipped = await fix(shown, 2, { skip: true });
    const restored = await fix(skipped, 2, { skip: false });
    expect(restored.rows[2]).toMatchObject({ status: 'ready', change: 'ADDED' });
    const named = await fix(restored, 0, { lead: ['SFJ'] });
    const mapped = await test.request('PUT', `/api/v1/ledger-imports/${shown.id}/mapping`, {
      as: CLERK,
      version: named.version,
      body: { mapping: { 配合单位: null } },
    });
    expect(mapped.body.rows[0]).toMatchObject({ lead: [{ code: 'SFJ' }], support: [], status: 'ready' });
  });

  it('refuses to commit when every row was left out, and a former import that is not there', async () => {
    const query = QUERY.replace('-R', '-T');
    const shown = (await preview(test, 'one.csv', csv([ROWS[2]!]), query)).body;
    const skipped = await fix(shown, 0, { skip: true });
    expect((await commit(test, skipped)).body.code).toBe('IMPORT_EMPTY');
    expect((await preview(test, 'x.csv', csv(ROWS), 'year=2023&former=none')).body.code).toBe(
      'IMPORT_NOT_FOUND',
    );
    const none = await test.request('GET', '/api/v1/ledger-imports/none/workbook', { as: CLERK });
    expect(none).toMatchObject({ status: 404, body: { code: 'IMPORT_NOT_FOUND' } });
  });

  it('gives the tasks of a text back as a table with the usual columns', async () => {
    const text =
      '各单位：\n一、开展案卷评查。由区司法局牵头，区财政局配合，11月底前完成。\n二、区没有这个局于适时报送清单。';
    const shown = (await preview(test, 'notice.txt', Buffer.from(text), `${QUERY}&kind=NOTICE`)).body;
    expect(shown.rows.length).toBeGreaterThan(0);
    const { grid } = await workbook(shown.id);
    expect(grid.rows[0]?.map((cell) => cell.text)).toContain('牵头单位');
    expect(grid.rows).toHaveLength(shown.rows.length + 1);
  });
});
