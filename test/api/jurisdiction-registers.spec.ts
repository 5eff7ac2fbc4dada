import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWorkbook } from '../../src/platform/office/write-workbook.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { addToCity, openCityWithDistricts } from '../support/city.js';
import { countStatements } from '../support/count-statements.js';
import { DATABASES } from '../support/databases.js';
import { upload } from '../support/upload.js';

const AT = 'decision-catalogues';
const NUMBER = '（2023）沪03行初8号';
/** Every department, two of the city's among them: one that has ended and one that is not yet. */
const EVERY = ['HP', 'HPCZJ', 'HPSFJ', 'JS', 'JSSFT', 'SH', 'SHKJJ', 'SHSFJ', 'SHSJJ', 'XH', 'XHCZJ', 'XHSFJ']; // prettier-ignore
const NODES = ['HP', 'SH', 'JS'];
const refused = (status: number, code: string) => ({ status, body: { code } });

describe.each(DATABASES)('registers of the districts of a city on %s', (name) => {
  let test: TestApp;
  const get = (url: string, as: string) => test.request('GET', `/api/v1/${url}`, { as });
  const post = (url: string, as: string, body: unknown, version?: number) =>
    test.request('POST', `/api/v1/${url}`, { as, body, ...(version === undefined ? {} : { version }) });
  const decide = (as: string, department: string, number = '1') =>
    post('decisions', as, { year: 2023, number, title: `${department}方案`, category: 'PLAN', department, supervisingLeader: '', finishOn: '2023-11-30' }); // prettier-ignore
  const sue = (as: string, departments: readonly string[], number = NUMBER) =>
    post('court-cases', as, {
      register: 'ADMINISTRATIVE',
      plaintiff: '赵六',
      cause: `${departments.join('、')}案由`,
      actSued: '处罚决定',
      publicInterest: false,
      instance: {
        level: 'FIRST',
        number,
        court: '市三中院',
        filedOn: '2023-01-05',
        parties: departments.map((department) => ({ department, role: 'DEFENDANT' })),
      },
    });
  /** One step of a catalogue, on the version it has. */
  const step = async (path: string, as: string, body: object) => {
    const { version } = (await get(`${AT}/2023`, as)).body as { version: number };
    return post(`${AT}/2023/${path}`, as, body, version);
  };
  const codesOf = async (url: string, as: string): Promise<string[]> =>
    ((await get(url, as)).body.items as { code: string }[]).map(({ code }) => code);
  /** Which of all departments a deed is accepted for. */
  async function acceptedOf(deed: (code: string) => Promise<{ status: number }>): Promise<string[]> {
    const accepted: string[] = [];
    for (const code of EVERY) if ((await deed(code)).status === 201) accepted.push(code);
    return accepted;
  }
  const decisions: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp(name);
    await openCityWithDistricts(test);
    await addToCity(test, 'SHKJJ', '科技局', { validTo: '2022-12-31' });
    await addToCity(test, 'SHSJJ', '数据局', { validFrom: '2023-01-11' });
  });
  afterAll(() => test.close());

  it('number their decisions each for itself', async () => {
    for (const node of ['HP', 'XH', 'SH']) {
      const made = await decide(`${node}-CLERK`, `${node}SFJ`);
      expect(made).toMatchObject({ status: 201, body: { number: '1' } });
      decisions[node] = made.body.id as string;
    }
    expect(await decide('HP-CLERK', 'HPCZJ')).toMatchObject(refused(409, 'DECISION_NUMBER_TAKEN'));
    const numbers = async (as: string) => (await get('decisions?year=2023', as)).body.items.length as number;
    expect([await numbers('HP-CLERK'), await numbers('XH-CLERK'), await numbers('SH-CLERK')]).toEqual([1, 1, 3]);
  }); // prettier-ignore

  it('take no decision of a neighbour’s department, nor the city one of a district’s', async () => {
    expect(await decide('HP-CLERK', 'XHSFJ', '7')).toMatchObject(refused(400, 'DECISION_UNDERTAKER_UNKNOWN'));
    expect(await decide('SH-CLERK', 'HPSFJ', '7')).toMatchObject(refused(403, 'OTHER_JURISDICTION'));
    expect(await decide('HP-CLERK', 'HPCZJ', '7')).toMatchObject({ status: 201 });
  });

  it('are offered for a new decision the departments that are accepted for it, and no other', async () => {
    for (const node of NODES) {
      const offered = await codesOf('departments?own=true&on=2023-01-10&limit=100', `${node}-CLERK`);
      const accepted = await acceptedOf((code) => decide(`${node}-CLERK`, code, `offered-${code}`));
      expect({ node, offered }).toEqual({ node, offered: accepted });
      expect(accepted).toContain(`${node}SF${node === 'JS' ? 'T' : 'J'}`);
      expect(accepted).not.toContain('SHKJJ');
      expect(accepted).not.toContain('SHSJJ');
    }
  });

  it('have each a catalogue of the year, with its own consent and publication', async () => {
    for (const node of ['HP', 'XH', 'SH'])
      expect(await post(AT, `${node}-CLERK`, { year: 2023 })).toMatchObject({
        status: 201,
        body: { isOwn: true, jurisdiction: { code: node }, items: [] },
      });
    expect(await post(AT, 'HP-CLERK', { year: 2023 })).toMatchObject(refused(409, 'CATALOGUE_TAKEN'));
    const item = { decisionId: decisions['HP'], reason: '重大公共政策' };
    expect((await step('items', 'HP-CLERK', item)).body).toMatchObject({ items: [{ removedOn: null }] });
    expect(await step('items', 'XH-CLERK', item)).toMatchObject(refused(404, 'DECISION_NOT_FOUND'));
    expect(await step('items', 'SH-CLERK', item)).toMatchObject(refused(403, 'OTHER_JURISDICTION'));
    await step('consent', 'HP-CLERK', { document: '区委会议纪要', on: '2023-01-10' });
    const published = { on: '2023-01-10', where: 'https://www.example.invalid/hp' };
    expect((await step('publish', 'HP-DIRECTOR', published)).body).toMatchObject({ state: 'PUBLISHED' });
    expect((await get(`${AT}/2023`, 'XH-CLERK')).body).toMatchObject({ state: 'DRAFT', items: [] });
    expect(await step('consent', 'XH-CLERK', { document: '区委会议纪要', on: '2023-01-10' })).toMatchObject(refused(409, 'CATALOGUE_EMPTY')); // prettier-ignore
  });

  it('show a department the catalogue of its own district, and the city those below', async () => {
    expect((await get(`${AT}/2023`, 'HPCZJ-LIAISON')).body).toMatchObject({ state: 'PUBLISHED', items: [] });
    expect((await get(`${AT}/2023`, 'SHSFJ-LIAISON')).body).toMatchObject({ state: 'DRAFT' });
    const codes = async (as: string) =>
      ((await get(AT, as)).body.items as { jurisdiction: { code: string } }[]).map(({ jurisdiction }) => jurisdiction.code).toSorted(); // prettier-ignore
    expect(await codes('XH-CLERK')).toEqual(['XH']);
    expect(await codes('SHSFJ-LIAISON')).toEqual(['SH']);
    expect(await codes('SH-LEADER')).toEqual(['HP', 'SH', 'XH']);
    expect((await get(`${AT}/2023?jurisdiction=HP`, 'SH-CLERK')).body).toMatchObject({
      isOwn: false,
      state: 'PUBLISHED',
      items: [{ decision: { id: decisions['HP'] } }],
    });
    for (const [code, as] of [
      ['XH', 'HP-CLERK'],
      ['SH', 'HP-CLERK'],
      ['HP', 'SHSFJ-LIAISON'],
      ['HPSFJ', 'SH-CLERK'],
      ['NO', 'SH-CLERK'],
    ] as const)
      expect(await get(`${AT}/2023?jurisdiction=${code}`, as)).toMatchObject(refused(404, 'JURISDICTION_UNKNOWN')); // prettier-ignore
  });

  it('ask as much for the catalogues and decisions of all as for those of one', async () => {
    const asked = (url: string, as: string) => countStatements(test, () => get(url, as));
    const rows = async (url: string, as: string) => ((await get(url, as)).body.items as unknown[]).length;
    for (const url of [AT, 'decisions?year=2023']) {
      expect(await rows(url, 'SH-CLERK')).toBeGreaterThan(await rows(url, 'XH-CLERK'));
      expect(await asked(url, 'SH-CLERK')).toBe(await asked(url, 'XH-CLERK'));
    }
  });

  it('record a case that is known to two of them as two records, each with its own department', async () => {
    const first = await sue('HP-CLERK', ['HPSFJ']);
    expect(first.status).toBe(201);
    const second = await sue('XH-CLERK', ['XHSFJ']);
    expect(second.status).toBe(201);
    expect((await sue('SH-CLERK', ['SHSFJ'])).status).toBe(201);
    expect(await sue('HP-CLERK', ['HPCZJ'])).toMatchObject(refused(409, 'CASE_NUMBER_TAKEN'));
    expect(await sue('SH-CLERK', ['SHSFJ', 'HPSFJ'], '（2023）沪03行初9号')).toMatchObject(refused(400, 'CASE_OF_JURISDICTIONS')); // prettier-ignore
    expect(await sue('HP-CLERK', ['XHSFJ'], '（2023）沪03行初9号')).toMatchObject(refused(400, 'COURT_DEPARTMENT_UNKNOWN')); // prettier-ignore
    expect(await get(`court-cases/${second.body.id}`, 'HP-CLERK')).toMatchObject({ status: 404 });
    expect(await get(`court-cases/${second.body.id}`, 'SH-CLERK')).toMatchObject({ status: 200 });
    const appeal = { level: 'SECOND', number: '（2023）沪行终1号', court: '市高院', filedOn: '2023-01-09' };
    for (const [as, { id, version }, department] of [
      ['HP-CLERK', first.body, 'HPSFJ'],
      ['XH-CLERK', second.body, 'XHSFJ'],
    ] as const)
      expect(await post(`court-cases/${id}/instances`, as, { ...appeal, parties: [{ department, role: 'DEFENDANT' }] }, version)).toMatchObject({ status: 201 }); // prettier-ignore
  });

  it('take in lists that name the same case, each into its own record', async () => {
    const rows = [
      ['案号', '法院', '原告', '被告', '案由', '立案日期'],
      ['（2023）沪03行初20号', '市三中院', '钱七', '区司法局', '行政处罚', '2023-01-06'],
    ];
    const file = await writeWorkbook({ title: '名单', author: '法院', day: '2023-01-10', sheets: [{ name: '名单', rows }] }); // prettier-ignore
    const send = (as: string) =>
      test.request('POST', '/api/v1/court-cases/import', upload('名单.xlsx', file, as));
    for (const as of ['HP-CLERK', 'XH-CLERK']) {
      expect((await send(as)).body).toMatchObject({ committed: true, summary: { created: 1 } });
      expect((await send(as)).body).toMatchObject({ committed: false, summary: { unchanged: 1 } });
    }
    // In the city’s list the name is nobody of its own.
    expect((await send('SH-CLERK')).body).toMatchObject({ committed: false, summary: { rejected: 1 } });
  });

  it('hold the court’s list of a quarter each against its own cases', async () => {
    const enter = (as: string, department: string) =>
      test.request('PUT', '/api/v1/court-appearance/court-figures', {
        as,
        body: { year: 2023, quarter: 1, lines: [{ case: NUMBER, department, appeared: true }] },
      });
    const compare = (as: string) => get('court-appearance/reconciliation?year=2023&quarter=1', as);
    expect(await enter('HP-CLERK', 'HPSFJ')).toMatchObject({ status: 200, body: { courtLines: 1, version: 1 } });
    expect(await compare('XH-CLERK')).toMatchObject(refused(404, 'COURT_FIGURES_MISSING'));
    expect(await enter('XH-CLERK', 'XHSFJ')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await enter('XH-CLERK', 'XHSFJ')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await compare('HP-CLERK')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(JSON.stringify((await compare('HP-CLERK')).body)).not.toContain('XHSFJ');
  }); // prettier-ignore

  it('are offered for a court case the departments it may be registered with, also one that has ended', async () => {
    for (const node of NODES) {
      const offered = await codesOf('departments?own=true&limit=100', `${node}-CLERK`);
      const accepted = await acceptedOf((code) =>
        sue(
          `${node}-CLERK`,
          [code],
          `（2023）沪01行初${1 + EVERY.indexOf(code)}${1 + NODES.indexOf(node)}号`,
        ),
      );
      expect({ node, offered }).toEqual({ node, offered: accepted });
      expect(accepted.includes('SHKJJ')).toBe(node === 'SH');
    }
  });

  it('are no bounds for who serves the whole installation', async () => {
    expect(await codesOf('departments?own=true&limit=100', 'SYSADMIN')).toEqual(EVERY);
  });
});
