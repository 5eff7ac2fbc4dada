import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { openCityWithDistricts } from '../support/city.js';
import { DATABASES } from '../support/databases.js';
import { upload } from '../support/upload.js';

const DEPARTMENTS = 'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases,parent';
const POSTS = 'code,department,kind,holder,email,from,to';

describe.each(DATABASES)('departments and posts out of files over the interface on %s', (name) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openCityWithDistricts(test);
  });
  afterAll(() => test.close());

  const send = (what: string, as: string, lines: readonly string[], query = '') =>
    test.request(
      'POST',
      `/api/v1/organization-imports/${what}${query}`,
      upload(`${what}.csv`, Buffer.from(lines.join('\n')), as),
    );

  it('a district’s office brings its departments, which come under its node, and again changes nothing', async () => {
    const lines = [DEPARTMENTS, 'HPJYJ,黄区教育局,区教育局,GOVERNMENT,0,1,,'];
    expect(await send('departments', 'HP-CLERK', lines)).toMatchObject({
      status: 200,
      body: { created: 1, updated: 0, unchanged: 0 },
    });
    expect(await send('departments', 'HP-CLERK', lines)).toMatchObject({ body: { unchanged: 1 } });
    const made = await test.request('GET', '/api/v1/departments/HPJYJ', { as: 'HP-CLERK' });
    expect(made).toMatchObject({ status: 200, body: { path: '/JS/SH/HP/HPJYJ/' } });
    expect(await test.request('GET', '/api/v1/departments/HPJYJ', { as: 'XH-CLERK' })).toMatchObject({
      status: 404,
    });
  });

  it('names every faulty cell and takes in nothing (ORGANIZATION_FILE_INVALID)', async () => {
    const lines = [
      DEPARTMENTS,
      'HPWJW,黄区卫健委,区卫健委,GOVERNMENT,0,1,,',
      'hp1,,区某局,UNKNOWN,0,1,,',
      'HPX,黄区某局,区某局,GOVERNMENT,0,1,,XH',
    ];
    const refused = await send('departments', 'HP-CLERK', lines.slice(0, 3));
    expect(refused).toMatchObject({ status: 400, body: { code: 'ORGANIZATION_FILE_INVALID' } });
    expect(refused.body.details.faults).toMatchObject([
      { line: 3, column: 'code' },
      { line: 3, column: 'name' },
      { line: 3, column: 'kind' },
    ]);
    const foreign = await send('departments', 'HP-CLERK', [lines[0]!, lines[3]!]);
    expect(foreign.body.details.faults).toMatchObject([{ line: 2, column: 'parent' }]);
    expect(await test.request('GET', '/api/v1/departments/HPWJW', { as: 'HP-CLERK' })).toMatchObject({
      status: 404,
    });
  });

  it('brings posts of its own departments only, and with a node only those below it', async () => {
    const own = 'HPJYJ-HEAD,HPJYJ,HEAD,张三,,2023-01-01,';
    const neighbours = 'XHCZJ-HEAD,XHCZJ,HEAD,李四,,2023-01-01,';
    const refused = await send('posts', 'HP-CLERK', [POSTS, own, neighbours]);
    expect(refused).toMatchObject({ status: 400, body: { code: 'ORGANIZATION_FILE_INVALID' } });
    expect(refused.body.details.faults).toMatchObject([{ line: 3, column: 'department' }]);
    expect(await send('posts', 'HP-CLERK', [POSTS, own])).toMatchObject({ body: { created: 1 } });
    expect(await send('posts', 'SYSADMIN', [POSTS, neighbours], '?under=HP')).toMatchObject({ status: 400 });
    expect(await send('posts', 'SYSADMIN', [POSTS, neighbours], '?under=XH')).toMatchObject({
      body: { created: 1 },
    });
    expect(await send('posts', 'HP-CLERK', [POSTS, own], '?under=XH')).toMatchObject({
      status: 404,
      body: { code: 'DEPARTMENT_UNKNOWN' },
    });
    expect(await send('posts', 'HPSFJ-LIAISON', [POSTS, own])).toMatchObject({ status: 403 });
  });
});
