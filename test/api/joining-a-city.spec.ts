import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';

const AT = 'decision-catalogues';
const refused = (status: number, code: string) => ({ status, body: { code } });

describe.each(DATABASES)('an office that joins a city on %s', (name) => {
  let test: TestApp;
  const TREE = ['code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases,parent'];
  const ROWS = ['SFJ,区司法局,区司法局,GOVERNMENT,1,1,,', 'CZJ,区财政局,区财政局,GOVERNMENT,0,1,,'];
  const departments = (rows: readonly string[], under?: string) =>
    test.app.get(ImportDepartmentsService).import(Buffer.from([...TREE, ...rows].join('\n')), under);
  const post = (url: string, as: string, body: unknown) =>
    test.request('POST', `/api/v1/${url}`, { as, body });
  const decision = { year: 2023, title: '方案', category: 'PLAN', department: 'CZJ', supervisingLeader: '', finishOn: '2023-11-30' }; // prettier-ignore
  const posts = (...lines: string[]) =>
    test.app
      .get(ImportPostsService)
      .import(Buffer.from(['code,department,kind,holder,email,from,to', ...lines].join('\n')));

  beforeAll(async () => {
    test = await startTestApp(name);
    await departments(ROWS);
    await posts('YFB-CLERK,SFJ,CLERK,经办,,2022-01-01,');
    await test.holdDay('2023-01-10');
  });
  afterAll(() => test.close());

  it('brings its catalogue, its numbers and the court’s lists along', async () => {
    expect((await post(AT, 'YFB-CLERK', { year: 2023 })).body).toMatchObject({
      jurisdiction: null,
      isOwn: true,
    });
    expect((await post('decisions', 'YFB-CLERK', { ...decision, number: '1' })).status).toBe(201);
    const figures = { as: 'YFB-CLERK', body: { year: 2023, quarter: 1, lines: [] } };
    await test.request('PUT', '/api/v1/court-appearance/court-figures', figures);
    await departments(['SH,沪市人民政府,沪市,CITY,0,0,,', 'SHSFJ,沪市司法局,市司法局,GOVERNMENT,1,1,,SH', 'HP,黄区人民政府,黄区,DISTRICT,0,0,,SH']); // prettier-ignore
    await departments(ROWS, 'HP');
    await posts('SH-CLERK,SHSFJ,CLERK,市经办,,2022-01-01,');
    const board = await test.request('GET', `/api/v1/${AT}/2023`, { as: 'YFB-CLERK' });
    expect(board).toMatchObject({ status: 200, body: { jurisdiction: { code: 'HP' }, isOwn: true } });
    expect(await post(AT, 'YFB-CLERK', { year: 2023 })).toMatchObject(refused(409, 'CATALOGUE_TAKEN'));
    expect(await post('decisions', 'YFB-CLERK', { ...decision, number: '1' })).toMatchObject(refused(409, 'DECISION_NUMBER_TAKEN')); // prettier-ignore
    const reconciliation = '/api/v1/court-appearance/reconciliation?year=2023&quarter=1';
    expect(await test.request('GET', reconciliation, { as: 'YFB-CLERK' })).toMatchObject({ status: 200 });
    expect((await post(AT, 'SH-CLERK', { year: 2023 })).body).toMatchObject({ jurisdiction: { code: 'SH' } });
  });

  it('leaves room for whoever still belongs to no district', async () => {
    await departments(['SFT,省司法厅,省司法厅,GOVERNMENT,1,1,,']);
    await posts('TOP-CLERK,SFT,CLERK,厅经办,,2022-01-01,');
    expect((await post(AT, 'TOP-CLERK', { year: 2023 })).body).toMatchObject({
      jurisdiction: null,
      isOwn: true,
    });
    const figures = { as: 'TOP-CLERK', body: { year: 2023, quarter: 1, lines: [] } };
    expect(await test.request('PUT', '/api/v1/court-appearance/court-figures', figures)).toMatchObject({ status: 200, body: { version: 1 } }); // prettier-ignore
    expect((await test.request('GET', `/api/v1/${AT}/2023`, { as: 'YFB-CLERK' })).body).toMatchObject({ jurisdiction: { code: 'HP' } }); // prettier-ignore
  });
});
