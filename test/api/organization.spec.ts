import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { OrganizationReader } from '../../src/features/organization/organization.reader.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const TODAY = '2023-06-01';

describe.each(DATABASES)('organization on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay(TODAY);
  });
  afterAll(() => test.close());

  const reader = () => test.app.get(OrganizationReader);

  it('knows the groups by their rules as soon as the departments are in', async () => {
    const { body } = await test.request('GET', '/api/v1/department-groups', { as: CLERK });
    const sizes = Object.fromEntries(
      (body.items as { code: string; members: unknown[] }[]).map((g) => [g.code, g.members.length]),
    );
    expect(sizes).toEqual({
      ALL_STREETS: 10,
      ALL_DEPARTMENTS: 26,
      ALL_UNITS: 47,
      ENFORCEMENT_UNITS: 31,
      RESPONSIBLE_UNITS: 35,
      RELEVANT_UNITS: 0,
    });
  });

  it('imports the same file again without a change, and only the difference of another one', async () => {
    const imports = test.app.get(ImportDepartmentsService);
    const file = readFileSync('test/data/departments-2023.csv', 'utf8');
    expect(await imports.import(Buffer.from(file))).toEqual({ created: 0, updated: 0, unchanged: 47 });
    const changed = file.replace('河北区司法局|', '河北区司法局|区司法行政机关|');
    expect(await imports.import(Buffer.from(changed))).toEqual({ created: 0, updated: 1, unchanged: 46 });
    expect((await reader().departments(TODAY)).length).toBe(47);
  });

  it('takes nothing of a file with a faulty row and names row and column', async () => {
    const file = [
      'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases',
      'XDW,区新单位,新单位,GOVERNMENT,0,1,',
      'bad,区坏单位,坏单位,MINISTRY,2,1,新单位',
    ].join('\n');
    const attempt = test.app.get(ImportDepartmentsService).import(Buffer.from(file));
    await expect(attempt).rejects.toMatchObject({
      code: 'ORGANIZATION_FILE_INVALID',
      details: {
        faults: [
          { line: 3, column: 'code' },
          { line: 3, column: 'kind' },
          { line: 3, column: 'enforcementUnit' },
        ],
      },
    });
    expect(await reader().departmentByCode('XDW')).toBeNull();
  });

  it('pages through the departments by code, finds them by name, and guards the cursor', async () => {
    const first = await test.request('GET', '/api/v1/departments?limit=40', { as: CLERK });
    const second = await test.request('GET', `/api/v1/departments?limit=40&after=${first.body.next}`, {
      as: CLERK,
    });
    const codes = [...first.body.items, ...second.body.items].map((d: { code: string }) => d.code);
    expect(new Set(codes).size).toBe(47);
    expect(codes).toEqual([...codes].sort());
    expect(second.body.next).toBeNull();
    const found = await test.request('GET', `/api/v1/departments?q=${encodeURIComponent('司法局')}`, {
      as: CLERK,
    });
    expect(found.body.items.map((d: { code: string }) => d.code)).toEqual(['SFJ']);
    const wild = await test.request('GET', `/api/v1/departments?q=${encodeURIComponent('%')}`, { as: CLERK });
    expect(wild.body.items).toEqual([]);
    expect(await test.request('GET', '/api/v1/departments?after=xx', { as: CLERK })).toMatchObject({
      status: 400,
      body: { code: 'CURSOR_INVALID' },
    });
  });

  it('enters a department under a parent, moves its subtree, and refuses a ring and a stale version', async () => {
    const fields = { kind: 'GOVERNMENT', isEnforcementUnit: false, isResponsibleDepartment: false };
    const parent = await test.request('POST', '/api/v1/departments', {
      as: CLERK,
      body: { code: 'QZF', name: '区人民政府', shortName: '区政府', ...fields },
    });
    expect(parent).toMatchObject({ status: 201, body: { path: '/QZF/', version: 1 } });
    const child = await test.request('POST', '/api/v1/departments', {
      as: CLERK,
      body: { code: 'SJK', name: '区数据局', shortName: '数据局', parentCode: 'QZF', ...fields },
    });
    expect(child.body.path).toBe('/QZF/SJK/');
    const ring = { as: CLERK, version: 1, body: { parentCode: 'SJK' } };
    expect(await test.request('PATCH', '/api/v1/departments/QZF', ring)).toMatchObject({
      status: 400,
      body: { code: 'DEPARTMENT_RING' },
    });
    const renamed = { as: CLERK, version: 1, body: { parentCode: null, isEnforcementUnit: true } };
    const moved = await test.request('PATCH', '/api/v1/departments/SJK', renamed);
    expect(moved).toMatchObject({
      status: 200,
      body: { path: '/SJK/', isEnforcementUnit: true, version: 2 },
    });
    expect(moved.headers['etag']).toBe('"2"');
    expect(await test.request('PATCH', '/api/v1/departments/SJK', renamed)).toMatchObject({
      status: 412,
      body: { code: 'STALE_VERSION' },
    });
    const doubled = { as: CLERK, body: { code: 'QZF', name: '另一', shortName: '另一', ...fields } };
    expect(await test.request('POST', '/api/v1/departments', doubled)).toMatchObject({
      status: 409,
      body: { code: 'DEPARTMENT_CODE_TAKEN' },
    });
    const gone = await test.request('GET', '/api/v1/departments/NONE', { as: CLERK });
    expect(gone).toMatchObject({ status: 404, body: { code: 'DEPARTMENT_UNKNOWN' } });
  });

  it('keeps aliases with their days: a renamed department is found by the old name until it ends', async () => {
    const add = (code: string, body: object) =>
      test.request('POST', `/api/v1/departments/${code}/aliases`, { as: CLERK, body });
    const added = await add('SCJ', { alias: '区工商局', validTo: '2023-03-31' });
    expect(added.status).toBe(201);
    expect(await add('CZJ', { alias: '区工商局', validFrom: '2023-03-01' })).toMatchObject({
      status: 409,
      body: { code: 'ALIAS_TAKEN' },
    });
    expect(await add('CZJ', { alias: '区司法局' })).toMatchObject({ status: 409 });
    expect(
      await add('CZJ', { alias: '区金库', validFrom: '2023-05-01', validTo: '2023-04-01' }),
    ).toMatchObject({
      status: 400,
      body: { code: 'PERIOD_TURNED' },
    });
    const alias = (added.body.aliases as { id: string; alias: string }[]).find((a) => a.alias === '区工商局');
    const ended = await test.request('POST', `/api/v1/departments/SCJ/aliases/${alias?.id}/end`, {
      as: CLERK,
      body: { lastDay: '2023-01-31' },
    });
    expect(ended.body.aliases).toContainEqual(
      expect.objectContaining({ alias: '区工商局', validTo: '2023-01-31' }),
    );
    const register = await reader().register(TODAY);
    const market = register.departments.find(({ code }) => code === 'SCJ');
    expect(market?.aliases).toContainEqual({ name: '区工商局', from: null, to: '2023-01-31' });
    const foreign = await test.request('POST', `/api/v1/departments/CZJ/aliases/${alias?.id}/end`, {
      as: CLERK,
      body: { lastDay: '2023-01-31' },
    });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'ALIAS_UNKNOWN' } });
  });

  it('lets the office list the members of 各有关单位 and of a group of its own, but not of a rule', async () => {
    const listed = await test.request('PUT', '/api/v1/department-groups/RELEVANT_UNITS/members', {
      as: DIRECTOR,
      version: 1,
      body: { departments: ['SFJ', 'CZJ', 'SFJ'] },
    });
    expect(listed).toMatchObject({
      status: 200,
      body: { members: [{ code: 'SFJ' }, { code: 'CZJ' }], version: 2 },
    });
    const group = (await reader().register(TODAY)).groups.find(({ code }) => code === 'RELEVANT_UNITS');
    expect(group).toMatchObject({ members: ['SFJ', 'CZJ'] });
    expect(group?.openEnded).toBeUndefined();
    const put = (code: string, version: number, departments: string[]) =>
      test.request('PUT', `/api/v1/department-groups/${code}/members`, {
        as: CLERK,
        version,
        body: { departments },
      });
    expect((await put('ALL_STREETS', 1, ['SFJ'])).body.code).toBe('GROUP_FOLLOWS_RULE');
    expect((await put('RELEVANT_UNITS', 1, ['SFJ'])).status).toBe(412);
    expect((await put('RELEVANT_UNITS', 2, ['NONE'])).body.code).toBe('DEPARTMENT_UNKNOWN');
    expect((await put('NONE', 2, ['SFJ'])).body.code).toBe('GROUP_UNKNOWN');
    const create = (rule: string) =>
      test.request('POST', '/api/v1/department-groups', {
        as: CLERK,
        body: { code: 'PILOTS', name: '试点单位', rule, phrases: ['各试点'] },
      });
    expect((await create('KIND:MOON')).body.code).toBe('GROUP_RULE_INVALID');
    expect((await create('KIND:JUDICIAL')).body.members).toHaveLength(2);
    expect((await create('KIND:JUDICIAL')).body.code).toBe('GROUP_CODE_TAKEN');
  });

  it('appoints a successor and ends the former term the day before; then leaves the post vacant', async () => {
    const appoint = (from: string, department = 'JYJ') =>
      test.request('POST', '/api/v1/posts', {
        as: CLERK,
        body: { code: 'JYJ-LIAISON', department, kind: 'LIAISON', holder: '接任者', from },
      });
    const appointed = await appoint('2023-05-10');
    expect(appointed).toMatchObject({
      status: 201,
      body: { holder: '接任者', from: '2023-05-10', to: null },
    });
    const departmentId = (await reader().departmentByCode('JYJ'))?.id ?? '';
    expect((await reader().holderOf(departmentId, 'LIAISON', '2023-05-09'))?.holder).toBe('JYJ联络员');
    expect((await reader().holderOf(departmentId, 'LIAISON', '2023-05-10'))?.holder).toBe('接任者');
    expect((await appoint('2023-05-10')).body.code).toBe('TERM_NOT_AFTER_LAST');
    expect((await appoint('2023-07-01', 'CZJ')).body.code).toBe('POST_OF_OTHER_DEPARTMENT');
    const vacate = (version: number, lastDay: string) =>
      test.request('POST', '/api/v1/posts/JYJ-LIAISON/vacate', { as: CLERK, version, body: { lastDay } });
    expect((await vacate(7, '2023-05-20')).status).toBe(412);
    const former = (await test.signIn.cookieOf('JYJ-LIAISON')) ?? '';
    expect(await vacate(1, '2023-05-20')).toMatchObject({
      status: 200,
      body: { to: '2023-05-20', version: 2 },
    });
    expect((await vacate(2, '2023-05-25')).body.code).toBe('POST_UNKNOWN');
    expect(await reader().holderOf(departmentId, 'LIAISON', TODAY)).toBeNull();
    const acting = await test.request('GET', '/api/v1/departments/JYJ', { headers: { cookie: former } });
    expect(acting).toMatchObject({ status: 403, body: { code: 'NO_POST_HELD' } });
  });

  it('lists who is in office on a day', async () => {
    const url = '/api/v1/posts?department=JYJ&asOf=2023-05-09';
    const { body } = await test.request('GET', url, { as: CLERK });
    expect(body.items).toMatchObject([
      { code: 'JYJ-HEAD', department: 'JYJ', kind: 'HEAD' },
      { code: 'JYJ-LIAISON', holder: 'JYJ联络员', to: '2023-05-09' },
    ]);
    expect((await test.request('GET', '/api/v1/posts?limit=100', { as: CLERK })).body.items).toHaveLength(95);
    expect((await test.request('GET', '/api/v1/posts?asOf=2023-02-30', { as: CLERK })).body.code).toBe(
      'REQUEST_INVALID',
    );
  });

  it('imports posts once, follows a term by the next, and refuses overlaps and strangers', async () => {
    const posts = test.app.get(ImportPostsService);
    const file = (...rows: string[]) =>
      Buffer.from(['code,department,kind,holder,email,from,to', ...rows].join('\n'));
    const two = file('KJJ-CLERK,KJJ,CLERK,甲,,2022-01-01,', 'KJJ-CLERK,KJJ,CLERK,乙,,2023-01-01,');
    expect(await posts.import(two)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await posts.import(two)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect((await reader().postByCode('KJJ-CLERK', '2022-12-31'))?.holder).toBe('甲');
    const third = file('KJJ-CLERK,KJJ,CLERK,丙,,2023-03-01,');
    expect(await posts.import(third)).toEqual({ created: 1, updated: 1, unchanged: 0 });
    const wrong = file(
      'KJJ-CLERK,KJJ,CLERK,丁,,2023-04-01,2023-05-01',
      'KJJ-CLERK,KJJ,CLERK,戊,,2023-05-01,',
      'XX-CLERK,NOWHERE,CLERK,己,,2023-05-01,',
      'KJJ-HEAD,KJJ,CLERK,庚,,2023-05-01,',
    );
    await expect(posts.import(wrong)).rejects.toMatchObject({
      details: {
        faults: [
          { line: 3, column: 'from' },
          { line: 4, column: 'department' },
          { line: 5, column: 'kind' },
        ],
      },
    });
    expect((await reader().postByCode('KJJ-CLERK', TODAY))?.holder).toBe('丙');
  });

  it('lets departments look and only the office change, and writes down who did', async () => {
    const body = { departments: [] };
    const attempt = await test.request('PUT', '/api/v1/department-groups/RELEVANT_UNITS/members', {
      as: 'SFJ-HEAD',
      version: 2,
      body,
    });
    expect(attempt).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } });
    const events = await test.db.read<{ operation: string; actor: string }>(
      `SELECT operation, actor FROM audit_event WHERE operation = 'organization.setGroupMembers'`,
    );
    expect(events).toEqual([{ operation: 'organization.setGroupMembers', actor: DIRECTOR }]);
  });
});
