import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TaskListStore } from '../../src/features/ledger/task-list.store.js';
import { DATABASES } from '../support/databases.js';
import { ask, cellsAbout, faultsOf, foreigners, openCity } from './other-jurisdiction.js';
import { openGround } from './prepare-ground.js';
import type { Principal } from './principals.js';

describe.each(DATABASES)('two districts of a city on %s', (name) => {
  let ground: Awaited<ReturnType<typeof openGround>>;

  beforeAll(async () => {
    ground = await openGround(name);
    await openCity(ground);
  }, 300_000);
  afterAll(() => ground.close());

  it('know nothing of each other: what is the other’s is answered like what is not there', async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const who of await foreigners(ground)) {
      for (const operation of ground.operations) {
        for (const cell of cellsAbout(ground, operation, who)) {
          faults.push(...faultsOf(ground, cell, await ask(ground, cell)));
          asked += 1;
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(500);
  }, 300_000);

  it('would be caught telling: a list that forgot its scope shows the other’s texts, save where the database has a wall of its own', async () => {
    const store = ground.test.app.get(TaskListStore);
    const page = store.page.bind(store);
    store.page = (filter, ...rest) => page({ ...filter, scope: { kind: 'WHOLE' } }, ...rest);
    const [clerk] = await foreigners(ground);
    const list = ground.operations.find(({ name }) => name === 'GET /api/v1/tasks');
    const faults: string[] = [];
    for (const cell of cellsAbout(ground, list!, clerk!))
      faults.push(...faultsOf(ground, cell, await ask(ground, cell)));
    store.page = page;
    const isShown = faults.some((fault) => fault.includes('shows CANARY-'));
    expect(isShown).toBe(name === 'sqlite');
  });

  it('are read by the city and changed by none but themselves', async () => {
    const cookie = await ground.test.signIn.cookieOf('SH-CLERK');
    const city: Principal = { name: 'CLERK', post: 'SH-CLERK', cookie, department: 'SHSFJ' };
    const url = `/api/v1/tasks/${ground.office.lead.tasks.signed.id}`;
    expect(await ground.test.request('GET', url, { as: 'SH-CLERK' })).toMatchObject({ status: 200 });
    const done: string[] = [];
    for (const operation of ground.operations.filter(({ method }) => method !== 'GET')) {
      for (const cell of cellsAbout(ground, operation, city)) {
        const names = Object.keys(cell.ask.params ?? {}).length > 0;
        const { status } = await ask(ground, cell);
        if (names && status < 300 && !OWN.has(operation.name)) done.push(`${cell.name}: ${status}`);
      }
    }
    expect(done).toEqual([]);
  }, 300_000);
});

/** What serves the whole installation, and the topmost office keeps: groups, the working calendar. */
const OWN: ReadonlySet<string> = new Set([
  'PATCH /api/v1/department-groups/{code}',
  'PUT /api/v1/department-groups/{code}/members',
  'POST /api/v1/calendar/{year}/notice/preview',
  'PUT /api/v1/calendar/{year}/notice',
  'PUT /api/v1/calendar/{year}/status',
]);
