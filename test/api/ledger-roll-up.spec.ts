import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { archiveFaults } from '../support/archive-faults.js';
import { issueIn, openCityWithDistricts } from '../support/city.js';
import { countStatements } from '../support/count-statements.js';
import { DATABASES } from '../support/databases.js';

interface Handed {
  id: string;
  version: number;
  number: string;
  state: string;
}

const URL = 'ledgers/SH-KT-2023/roll-up';

describe.each(DATABASES)('the roll-up of a city’s ledger on %s', (name) => {
  let test: TestApp;
  const get = (url: string, as: string) => test.request('GET', `/api/v1/${url}`, { as });
  const post = (url: string, as: string, body: object, version?: number) =>
    test.request('POST', `/api/v1/${url}`, { as, body, ...(version === undefined ? {} : { version }) });
  const tasks = async (...numbers: string[]) => {
    const { body } = await get('tasks?limit=100&ledger=SH-KT-2023', 'SH-CLERK');
    const all = body.items as Handed[];
    return numbers.map((number) => all.find((task) => task.number === number)!);
  };
  const handDown = async (numbers: string[], codes: string[], more: object[] = []) => {
    const chosen = (await tasks(...numbers)).map(({ id, version }) => ({ id, version }));
    return post('task-breakdowns', 'SH-CLERK', {
      tasks: [...chosen, ...more],
      receivers: codes.map((code) => ({ code })),
    });
  };
  const assign = async (node: string, number: string): Promise<void> => {
    const { body } = await get('task-breakdowns?limit=100', `${node}-CLERK`);
    const own = (body.items as Handed[]).find((each) => each.number === number)!;
    const done = await post(`task-breakdowns/${own.id}/assign`, `${node}-CLERK`, { lead: [`${node}SFJ`] }, own.version); // prettier-ignore
    expect(done).toMatchObject({ status: 200 });
  };
  /** How many statements an answer takes. */
  const asked = (url: string) => countStatements(test, () => get(url, 'SH-CLERK'));

  beforeAll(async () => {
    test = await startTestApp(name);
    await openCityWithDistricts(test);
    const row = (number: string, due: string): string[] => [number, '制度建设', '清单', `全市事项${number}`, '市司法局', '', due]; // prettier-ignore
    await issueIn(test, 'SH-CLERK', [row('1', '3月底前'), row('2', '10月底前'), row('3', '11月底前'), row('4', '12月底前')]); // prettier-ignore
    await issueIn(test, 'HP-CLERK', [['1', '制度', '清单', '本区事项', '区司法局', '', '6月底前']]);
    await issueIn(test, 'XH-CLERK', [['1', '制度', '清单', '本区事项', '区司法局', '', '6月底前']]);
  });
  afterAll(() => test.close());

  it('tells an office whom it may hand down to: the city its districts, a district nobody', async () => {
    expect((await get('task-breakdowns/receivers', 'SH-CLERK')).body).toEqual({
      items: [
        { code: 'HP', name: '黄区人民政府', shortName: '黄区' },
        { code: 'XH', name: '徐区人民政府', shortName: '徐区' },
      ],
    });
    expect((await get('task-breakdowns/receivers', 'HP-DIRECTOR')).body).toEqual({ items: [] });
  });

  it('is empty before anything was handed down', async () => {
    expect((await get(URL, 'SH-CLERK')).body).toMatchObject({
      ledgerCode: 'SH-KT-2023',
      counts: { handed: 0, averageProgress: null },
      districts: [],
      tasks: [],
    });
  });

  it('of several tasks none goes where one cannot; each that cannot is named with its reason', async () => {
    expect(await handDown(['4'], ['HP'])).toMatchObject({ status: 201 });
    const nobody = { id: '019c0000-0000-7000-8000-000000000000', version: 1 };
    const [second] = await tasks('2');
    const refused = await handDown(['1', '4'], ['HP', 'XH'], [nobody, { id: second!.id, version: 99 }]);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'BREAKDOWNS_REFUSED',
        details: {
          rows: [
            { number: '4', code: 'ALREADY_BROKEN_DOWN' },
            { number: '', code: 'TASK_NOT_FOUND' },
            { number: '2', code: 'STALE_VERSION' },
          ],
        },
      },
    });
    expect(JSON.stringify(refused.body)).toContain('所选 4 项任务中有 3 项不能下达');
    expect((await get(URL, 'SH-CLERK')).body.tasks).toMatchObject([{ number: '4', cells: [{ receiver: 'HP' }] }]);
  }); // prettier-ignore

  it('shows districts against tasks with today’s lights, and counts for each', async () => {
    expect(await handDown(['1', '2'], ['HP', 'XH'])).toMatchObject({ status: 201 });
    await assign('HP', '1');
    await test.holdDay('2023-04-10');
    const { body } = await get(URL, 'SH-LEADER');
    expect(body).toMatchObject({
      asOf: '2023-04-10',
      counts: { handed: 5, assigned: 1, pending: 4, red: 1, overdue: 1 },
      districts: [
        { code: 'HP', shortName: '黄区', counts: { handed: 3, assigned: 1, pending: 2, red: 1, overdue: 1, averageProgress: 0 } },
        { code: 'XH', counts: { handed: 2, assigned: 0, pending: 2, red: 0 } },
      ],
      tasks: [
        {
          number: '1',
          counts: { handed: 2, red: 1 },
          cells: [
            { receiver: 'HP', state: 'ASSIGNED', task: { ledgerCode: 'HP-KT-2023' }, today: { light: 'RED', overdueDays: 10 } },
            { receiver: 'XH', state: 'PENDING', stateLabel: '待接收', task: null, today: null },
          ],
        },
        { number: '2' },
        { number: '4', cells: [{ receiver: 'HP' }] },
      ],
    });
    const ofTask = await get(`tasks/${body.tasks[0].id}/roll-up`, 'SH-CLERK');
    expect(ofTask.body.lines[0].today).toEqual(body.tasks[0].cells[0].today);
  }); // prettier-ignore

  it('judges as the district itself does, with the months it has been red', async () => {
    const months = [['2023-01', '2023-01-31'], ['2023-02', '2023-02-28'], ['2023-03', '2023-03-31'], ['2023-04', '2023-04-30']] as const; // prettier-ignore
    for (const [month, day] of months) {
      await test.holdDay(day, '18:00');
      expect(await post('rounds/freeze', 'HP-CLERK', { ledger: 'HP-KT-2023', month })).toMatchObject({ status: 200 }); // prettier-ignore
    }
    await test.holdDay('2023-05-10');
    const { body } = await get(URL, 'SH-CLERK');
    const { today, task } = body.tasks[0].cells[0];
    const own = (await get('task-board?ledger=HP-KT-2023', 'HP-CLERK')).body.items as { id: string }[];
    expect(own.find(({ id }) => id === task.id)).toMatchObject(today);
    // Nobody has reported, so that it has been red since February.
    expect(today).toMatchObject({ light: 'RED', redMonths: 4, overdueDays: 40 });
    const ofTask = await get(`tasks/${body.tasks[0].id}/roll-up`, 'SH-CLERK');
    expect(ofTask.body.lines[0]).toMatchObject({ today, frozen: { month: '2023-04', light: 'RED' } });
  });

  it('asks as much for many receivers and tasks as for one', async () => {
    const before = await asked(URL);
    await assign('HP', '2');
    await assign('XH', '1');
    await assign('XH', '2');
    await assign('HP', '4');
    expect((await get(URL, 'SH-CLERK')).body.counts).toMatchObject({ assigned: 5 });
    expect(await asked(URL)).toBe(before);
    expect(before).toBeLessThan(40);
  });

  it('is the city’s and its superior’s; a district and a department are shown nothing of it', async () => {
    expect(await get(URL, 'JS-CLERK')).toMatchObject({ status: 200 });
    expect(await get(URL, 'HP-CLERK')).toMatchObject({ status: 404 });
    expect(await get(URL, 'SHSFJ-LIAISON')).toMatchObject({ status: 403 });
  });

  it('leaves an audit trail that its tables fit, to the last task', async () => {
    expect(await archiveFaults(test)).toEqual({ faults: [], seals: 3 });
  });
});
