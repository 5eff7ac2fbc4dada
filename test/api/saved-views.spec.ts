import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const VIEW = {
  name: '本单位红灯',
  filter: { light: 'RED', overdue: true, q: 'xzzf' },
  columns: ['number', 'title', 'light'],
  sort: '-due',
};

describe.each(DATABASES)('views a post keeps on %s', (name) => {
  let test: TestApp;
  const save = (body: object, as = CLERK) => test.request('POST', '/api/v1/saved-views', { as, body });
  const own = async (as = CLERK) => (await test.request('GET', '/api/v1/saved-views', { as })).body.items;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
  });
  afterAll(() => test.close());

  it('are given back as they were saved, to the same post only', async () => {
    const saved = await save(VIEW);
    expect(saved).toMatchObject({ status: 201, body: { ...VIEW, version: 1 } });
    expect(saved.body.filter).toEqual({ ...VIEW.filter, part: 'ANY' });
    expect(await own()).toEqual([saved.body]);
    expect(await own(DIRECTOR)).toEqual([]);
    const foreign = { as: DIRECTOR, version: 1 };
    const url = `/api/v1/saved-views/${saved.body.id}`;
    const removed = await test.request('DELETE', url, foreign);
    expect(removed).toMatchObject({ status: 404, body: { code: 'SAVED_VIEW_NOT_FOUND' } });
    expect((await test.request('PUT', url, { ...foreign, body: VIEW })).body).toEqual(removed.body);
  });

  it('have one name each in a post, and refuse what the list does not know', async () => {
    expect((await save({ ...VIEW, name: ' 本单位红灯 ' })).body.code).toBe('SAVED_VIEW_NAME_TAKEN');
    expect((await save(VIEW, DIRECTOR)).status).toBe(201);
    for (const wrong of [
      { name: ' ' },
      { columns: ['number', 'password'] },
      { columns: ['number', 'number'] },
      { columns: [] },
      { sort: 'title' },
      { filter: { light: 'RED', sql: '1=1' } },
      { filter: { dueFrom: 'soon' } },
    ]) {
      expect((await save({ ...VIEW, name: '另一个', ...wrong })).body.code).toBe('REQUEST_INVALID');
    }
  });

  it('are changed and removed by version', async () => {
    const [view] = await own();
    const url = `/api/v1/saved-views/${view.id}`;
    const other = (await save({ ...VIEW, name: '全部' })).body;
    const change = (body: object, version: number) => test.request('PUT', url, { as: CLERK, version, body });
    expect((await change({ ...VIEW, name: '全部' }, view.version)).body.code).toBe('SAVED_VIEW_NAME_TAKEN');
    const changed = await change({ ...VIEW, columns: ['title'] }, view.version);
    expect(changed.body).toMatchObject({ columns: ['title'], version: 2 });
    expect((await change(VIEW, view.version)).status).toBe(412);
    const remove = (id: string, version: number) =>
      test.request('DELETE', `/api/v1/saved-views/${id}`, { as: CLERK, version });
    expect((await remove(view.id, 1)).status).toBe(412);
    expect((await remove(view.id, 2)).status).toBe(204);
    expect((await own()).map(({ id }: { id: string }) => id)).toEqual([other.id]);
  });

  it('are thirty at the most', async () => {
    for (let i = (await own()).length; i < 30; i += 1) {
      expect((await save({ ...VIEW, name: `视图${i}` })).status).toBe(201);
    }
    expect((await save({ ...VIEW, name: '再一个' })).body.code).toBe('SAVED_VIEWS_TOO_MANY');
  });
});
