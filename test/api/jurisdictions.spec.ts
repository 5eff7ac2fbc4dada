import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { csv } from '../support/ledger.js';
import { upload } from '../support/upload.js';

const HEAD = 'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases,parent';
const CITY = [HEAD, 'SH,沪市人民政府,沪市,CITY,0,0,,', 'SHSFJ,沪市司法局,市司法局,GOVERNMENT,1,1,,SH'];
/** Each district calls its bureau 区司法局. */
const district = (node: string, name: string): string[] => [
  HEAD,
  `${node},${name}人民政府,${name},DISTRICT,0,0,,`,
  `${node}SFJ,${name}司法局,区司法局,GOVERNMENT,1,1,,${node}`,
  `${node}CZJ,${name}财政局,区财政局,GOVERNMENT,0,1,,${node}`,
];

describe.each(DATABASES)('a city and its districts on %s', (name) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(name);
    const departments = test.app.get(ImportDepartmentsService);
    await departments.import(Buffer.from(CITY.join('\n')));
    await departments.import(Buffer.from(district('HP', '黄区').join('\n')), 'SH');
    await departments.import(Buffer.from(district('XH', '徐区').join('\n')), 'SH');
    const posts = [
      'code,department,kind,holder,email,from,to',
      'SH-CLERK,SHSFJ,CLERK,市经办,,2022-01-01,',
      ...['HP', 'XH'].flatMap((node) => [
        `${node}-CLERK,${node}SFJ,CLERK,${node}经办,,2022-01-01,`,
        `${node}-LIAISON,${node},LIAISON,${node}联络员,,2022-01-01,`,
        `${node}SFJ-LIAISON,${node}SFJ,LIAISON,${node}局联络员,,2022-01-01,`,
      ]),
    ];
    await test.app.get(ImportPostsService).import(Buffer.from(posts.join('\n')));
    await test.holdDay('2023-01-10');
  });
  afterAll(() => test.close());

  const get = async (url: string, as: string) => test.request('GET', `/api/v1/${url}`, { as });

  async function issue(
    as: string,
    rows: readonly (readonly string[])[],
  ): Promise<{ id: string; code: string }> {
    const shown = await test.request(
      'POST',
      '/api/v1/ledger-imports?year=2023&issuedOn=2023-01-10',
      upload('ledger.csv', csv(rows), as),
    );
    expect(shown.body).toMatchObject({ summary: { ready: rows.length } });
    const { id, version } = shown.body as { id: string; version: number };
    const { body } = await test.request('POST', `/api/v1/ledger-imports/${id}/commit`, { as, version });
    const ledger = body.ledger as { id: string; code: string; version: number };
    const issued = await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, {
      as,
      version: ledger.version,
      body: { issuedOn: '2023-01-10', sourceNumber: '某法办〔2023〕1号' },
    });
    expect(issued).toMatchObject({ status: 200, body: { state: 'ISSUED' } });
    return ledger;
  }

  const leadsOf = async (ledger: string, as: string): Promise<unknown[]> => {
    const { body } = await get(`tasks?limit=100&ledger=${ledger}`, as);
    return (body.items as { lead: { code: string } | null }[]).map(({ lead }) => lead?.code);
  };

  let city: { id: string; code: string };
  let first: { id: string; code: string };
  let second: { id: string; code: string };

  it('each takes in its own ledger of the year, with names meaning its own departments', async () => {
    const row = ['1', '制度', '清单', '编制执法清单', '区司法局', '区财政局', '6月底前'];
    first = await issue('HP-CLERK', [row]);
    second = await issue('XH-CLERK', [row]);
    city = await issue('SH-CLERK', [
      ['1', '制度', '清单', '全市执法清单', '市司法局', '黄区', '10月底前'],
      ['2', '制度', '清单', '市级专项', '市司法局', '', '10月底前'],
    ]);
    expect([first.code, second.code, city.code]).toEqual(['HP-KT-2023', 'XH-KT-2023', 'SH-KT-2023']);
    expect(await leadsOf(first.id, 'HP-CLERK')).toEqual(['HPSFJ']);
    expect(await leadsOf(second.id, 'XH-CLERK')).toEqual(['XHSFJ']);
  });

  it('shows a district of the city’s tasks those in which it has a part, to its office and its liaison', async () => {
    const titles = async (as: string): Promise<string[]> => {
      const { body } = await get('tasks?limit=100', as);
      return (body.items as { title: string }[]).map(({ title }) => title).toSorted();
    };
    expect(await titles('HP-CLERK')).toEqual(['全市执法清单', '编制执法清单'].toSorted());
    expect(await titles('HP-LIAISON')).toEqual(['全市执法清单']);
    expect(await titles('XH-CLERK')).toEqual(['编制执法清单']);
    expect((await titles('SH-CLERK')).length).toBe(4);
    const board = await get(`task-board?ledger=${city.id}`, 'HP-CLERK');
    expect((board.body.items as unknown[]).length).toBe(1);
    expect(await get(`ledgers/${city.id}`, 'HP-CLERK')).toMatchObject({ body: { tasks: { ASSIGNED: 1 } } });
  });

  it('tells a neighbour’s ledger, import and department like what is not there', async () => {
    expect(await get(`ledgers/${second.id}`, 'HP-CLERK')).toMatchObject({ status: 404 });
    expect(await get(`ledgers/${second.code}`, 'HP-CLERK')).toMatchObject({ status: 404 });
    expect(await get('departments/XHSFJ', 'HP-CLERK')).toMatchObject({ status: 404 });
    expect(await get('posts/XH-LIAISON', 'HP-CLERK')).toMatchObject({ status: 404 });
    const { body } = await get('departments?limit=100', 'HP-CLERK');
    expect((body.items as { code: string }[]).map(({ code }) => code)).toEqual([
      'HP',
      'HPCZJ',
      'HPSFJ',
      'SH',
    ]);
  });

  it('lets the city read a district’s ledger and change nothing in it', async () => {
    const { body } = await get(`tasks?limit=100&ledger=${first.id}`, 'SH-CLERK');
    const [task] = body.items as { id: string; version: number }[];
    expect(await get(`tasks/${task?.id}`, 'SH-CLERK')).toMatchObject({ status: 200 });
    const refused = await test.request('POST', `/api/v1/tasks/${task?.id}/suspend`, {
      as: 'SH-CLERK',
      version: task?.version ?? 0,
      body: { approvalDocument: '某批〔2023〕2号' },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'OTHER_JURISDICTION' } });
  });

  it('refuses a district the code of a neighbour’s ledger without showing it', async () => {
    const rows = [['9', '制度', '清单', '试用他区代码', '区司法局', '', '6月底前']];
    const url = `/api/v1/ledger-imports?year=2023&issuedOn=2023-01-10&ledger=${second.code}`;
    const shown = await test.request('POST', url, upload('ledger.csv', csv(rows), 'HP-CLERK'));
    const { id, version } = shown.body as { id: string; version: number };
    const options = { as: 'HP-CLERK', version };
    expect(await test.request('POST', `/api/v1/ledger-imports/${id}/commit`, options)).toMatchObject({
      status: 409,
      body: { code: 'LEDGER_CODE_TAKEN' },
    });
    expect(await get(`ledger-imports/${id}`, 'XH-CLERK')).toMatchObject({ status: 404 });
  });

  it('keeps groups common and members apart', async () => {
    const membersOf = async (as: string): Promise<string[]> => {
      const { body } = await get('department-groups/ALL_UNITS', as);
      return (body.members as { code: string }[]).map(({ code }) => code).toSorted();
    };
    expect(await membersOf('HP-CLERK')).toEqual(['HPCZJ', 'HPSFJ']);
    expect(await membersOf('SH-CLERK')).toEqual(['SHSFJ']);
    const { body } = await get('department-groups/ALL_UNITS', 'HP-CLERK');
    const change = { as: 'HP-CLERK', version: body.version as number, body: { name: '全区单位' } };
    expect(await test.request('PATCH', '/api/v1/department-groups/ALL_UNITS', change)).toMatchObject({
      status: 403,
      body: { code: 'GROUPS_SHARED' },
    });
  });

  it('lets an office enter departments under its own node, and leave the superior’s alone', async () => {
    const fields = { kind: 'GOVERNMENT', isEnforcementUnit: false, isResponsibleDepartment: true };
    const made = await test.request('POST', '/api/v1/departments', {
      as: 'HP-CLERK',
      body: { code: 'HPJYJ', name: '黄区教育局', shortName: '区教育局', ...fields },
    });
    expect(made).toMatchObject({ status: 201, body: { path: '/SH/HP/HPJYJ/' } });
    const refused = await test.request('PATCH', '/api/v1/departments/SH', {
      as: 'HP-CLERK',
      version: 1,
      body: { name: '改名' },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'DEPARTMENT_OF_OTHER' } });
  });
});
