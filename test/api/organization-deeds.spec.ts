import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganizationReader } from '../../src/features/organization/organization.reader.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

const SYSADMIN = 'SYSADMIN';
const TODAY = '2023-06-01';

describe.each(DATABASES)('departments and posts as an administrator keeps them on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay(TODAY);
  });
  afterAll(() => test.close());

  const post = (url: string, version: number, body: object, as = SYSADMIN) =>
    test.request('POST', `/api/v1/${url}`, { as, version, body });

  /** Which department a name means on a day. */
  async function meaningOf(called: string, day: string): Promise<string | undefined> {
    const { departments } = await test.app.get(OrganizationReader).register(day);
    return departments.find(
      (department) =>
        department.name === called ||
        department.aliases.some(
          ({ name: alias, from, to }) => alias === called && (from ?? '') <= day && (to ?? '9') >= day,
        ),
    )?.code;
  }

  it('renames a department and keeps its former names as aliases', async () => {
    const body = { name: '区数据和政务局', shortName: '区数政局' };
    expect((await post('departments/SFJ/rename', 1, { ...body, name: '区财政局' })).body.code).toBe(
      'ALIAS_TAKEN',
    );
    expect((await post('departments/SFJ/rename', 9, body)).status).toBe(412);
    const renamed = await post('departments/SFJ/rename', 1, body);
    expect(renamed).toMatchObject({ status: 200, body: { ...body, version: 2 } });
    const aliases = (renamed.body.aliases as { alias: string }[]).map(({ alias }) => alias);
    expect(aliases).toContain('区司法局');
    expect(await meaningOf('区司法局', TODAY)).toBe('SFJ');
    const back = await post('departments/SFJ/rename', 2, { name: '区司法局', shortName: '司法局' });
    expect(
      back.body.aliases.filter(({ alias }: { alias: string }) => alias === '区数据和政务局'),
    ).toHaveLength(1);
  });

  it('merges a department into another: from the day after, its names mean the heir', async () => {
    const body = { into: 'SCJ', lastDay: '2023-05-31' };
    expect((await post('departments/KJJ/merge', 1, { ...body, into: 'KJJ' })).body.code).toBe(
      'MERGED_INTO_ITSELF',
    );
    expect((await post('departments/KJJ/merge', 1, { ...body, into: 'NONE' })).body.code).toBe(
      'DEPARTMENT_UNKNOWN',
    );
    const { body: before } = await test.request('GET', '/api/v1/departments/KJJ', { as: SYSADMIN });
    const merged = await post('departments/KJJ/merge', 1, body);
    expect(merged).toMatchObject({ status: 200, body: { validTo: '2023-05-31', version: 2 } });
    expect((await post('departments/KJJ/merge', 2, body)).body.code).toBe('DEPARTMENT_ENDED');
    for (const called of [before.name, before.shortName] as string[]) {
      expect([await meaningOf(called, '2023-05-31'), await meaningOf(called, TODAY)]).toEqual(['KJJ', 'SCJ']);
    }
  });

  it('lists, when asked for a day, only what exists on it', async () => {
    const listed = async (day: string) => {
      const { body } = await test.request('GET', `/api/v1/departments?limit=100&on=${day}`, { as: CLERK });
      return (body.items as { code: string }[])
        .map(({ code }) => code)
        .filter((code) => /^(KJJ|SCJ)$/.test(code));
    };
    expect(await listed('2023-05-31')).toEqual(['KJJ', 'SCJ']);
    expect(await listed('2023-06-01')).toEqual(['SCJ']);
  });

  it('tells what happened to a department, in words and newest first', async () => {
    const { body } = await test.request('GET', '/api/v1/departments/SFJ/history', { as: CLERK });
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual(['更名', '更名', '导入']);
    expect(body.items[1]).toMatchObject({
      actor: expect.stringMatching(/^SYSADMIN/),
      changes: expect.arrayContaining([{ field: 'name', before: '区司法局', after: '区数据和政务局' }]),
    });
    const heir = await test.request('GET', '/api/v1/departments/SCJ/history', { as: CLERK });
    expect(heir.body.items[0]).toMatchObject({
      text: '承接其他单位',
      changes: expect.arrayContaining([
        { field: 'department', before: null, after: 'KJJ' },
        { field: 'from', before: null, after: TODAY },
      ]),
    });
    const none = await test.request('GET', '/api/v1/departments/NONE/history', { as: CLERK });
    expect(none).toMatchObject({ status: 404, body: { code: 'DEPARTMENT_UNKNOWN' } });
  });

  it('shows every holder of a post, and changes where the present one is reached', async () => {
    const body = {
      code: 'JYJ-LIAISON',
      department: 'JYJ',
      kind: 'LIAISON',
      holder: '接任者',
      from: '2023-05-10',
    };
    await test.request('POST', '/api/v1/posts', { as: SYSADMIN, body });
    const { body: history } = await test.request('GET', '/api/v1/posts/JYJ-LIAISON', { as: 'SECADMIN' });
    expect(history).toMatchObject({
      version: 1,
      terms: [
        { holder: '接任者', from: '2023-05-10', to: null },
        { holder: 'JYJ联络员', to: '2023-05-09' },
      ],
    });
    const patch = (version: number, email: string) =>
      test.request('PATCH', '/api/v1/posts/JYJ-LIAISON', { as: SYSADMIN, version, body: { email } });
    expect((await patch(1, 'new@example.invalid')).body).toMatchObject({ version: 2, terms: [{ email: 'new@example.invalid' }, { email: 'JYJ@example.invalid' }] }); // prettier-ignore
    expect((await patch(1, '')).status).toBe(412);
    expect((await patch(2, 'no address')).body.code).toBe('REQUEST_INVALID');
    expect((await test.request('GET', '/api/v1/posts/NONE', { as: CLERK })).body.code).toBe('POST_UNKNOWN');
  });

  it('names who is missing, with the last holder', async () => {
    await post('posts/JYJ-HEAD/vacate', 1, { lastDay: '2023-05-20' });
    const { body } = await test.request('GET', '/api/v1/posts/missing', { as: SYSADMIN });
    const own = (body.items as { department: string }[]).filter(({ department }) => department === 'JYJ');
    expect(own).toEqual([
      { department: 'JYJ', departmentName: '区教育局', kind: 'HEAD', postCode: 'JYJ-HEAD', lastHolder: 'JYJ负责人', since: '2023-05-21' },
    ]); // prettier-ignore
  });

  it('changes the words that mean a group', async () => {
    const patch = (version: number) =>
      test.request('PATCH', '/api/v1/department-groups/RELEVANT_UNITS', {
        as: SYSADMIN,
        version,
        body: { phrases: ['各有关单位', '各相关单位'] },
      });
    expect((await patch(1)).body).toMatchObject({ phrases: ['各有关单位', '各相关单位'], version: 2 });
    expect((await patch(1)).status).toBe(412);
  });
});
