import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { commit, csv, preview } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

describe.each(DATABASES)('imports that wait for somebody on %s', (name) => {
  let test: TestApp;
  const waiting = async () => (await test.request('GET', '/api/v1/ledger-imports', { as: CLERK })).body;
  const file = csv([['1', '依法行政', '', '案卷评查', '区司法局', '', '适时开展']]);

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
  }, 60_000);
  afterAll(() => test.close());

  it('are listed with how many rows are open, the newest first, until they are taken over or given up', async () => {
    expect(await waiting()).toEqual({ items: [], next: null });
    const first = (await preview(test, '甲.csv', file)).body;
    const second = (await preview(test, '乙.csv', file)).body;
    const listed = await waiting();
    expect(listed.items).toMatchObject([
      { id: second.id, fileName: '乙.csv', ledger: 'KT-2023', summary: { rows: 1, needsReview: 1 } },
      { id: first.id, fileName: '甲.csv', createdOn: '2023-01-12' },
    ]);
    expect(listed.items[0]).not.toHaveProperty('rows');
    expect(await commit(test, first)).toMatchObject({ status: 200 });
    const given = { as: CLERK, version: second.version };
    expect(await test.request('DELETE', `/api/v1/ledger-imports/${second.id}`, given)).toMatchObject({
      status: 204,
    });
    expect(await waiting()).toEqual({ items: [], next: null });
  });
});
