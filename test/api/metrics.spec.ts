import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stopping } from '../../src/platform/http/stopping.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

const TOKEN = 'a token of the office, long enough to be one';
const HOUR_MS = 3_600_000;

describe.each(DATABASES)('what the process tells of itself, on %s', (name) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(name, { DIAODU_METRICS_TOKEN: TOKEN });
    await openOffice(test);
  });
  afterAll(() => test.close());

  const scrape = (token: string) =>
    test.request('GET', '/metrics', { headers: { authorization: `Bearer ${token}` } });

  it('is for the system administrator and for who shows the token, and for nobody else', async () => {
    expect((await scrape(TOKEN)).status).toBe(200);
    expect(await scrape(`${TOKEN}!`)).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
    expect((await test.request('GET', '/metrics')).status).toBe(401);
    expect((await test.request('GET', '/metrics', { as: 'SYSADMIN' })).status).toBe(200);
    expect(await test.request('GET', '/metrics', { as: CLERK })).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } }); // prettier-ignore
    const elsewhere = { headers: { authorization: `Bearer ${TOKEN}` } };
    expect((await test.request('GET', '/api/v1/backups', elsewhere)).status).toBe(401);
  });

  it('counts requests by the pattern of their address, and what the process uses', async () => {
    await test.request('GET', '/api/v1/ledgers/0192f000-0000-7000-8000-000000000000', { as: CLERK });
    const { body, headers } = await scrape(TOKEN);
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/diaodu_http_request_seconds_count\{method="GET",route="\/api\/v1\/ledgers\/:id",status="404"\} 1/); // prettier-ignore
    expect(body).not.toContain('0192f000');
    for (const metric of [
      'diaodu_nodejs_eventloop_lag_p99_seconds',
      'diaodu_process_resident_memory_bytes',
    ]) {
      expect(body).toContain(metric);
    }
  });

  it('shows what should be 0, and no longer is', async () => {
    const counters = async () =>
      Object.fromEntries([...String((await scrape(TOKEN)).body).matchAll(/^diaodu_(failed_slots|abandoned_runs|outbox_overdue|outbox_dead|row_security_bypassed) (\d+)$/gm)].map(([, key, n]) => [key, Number(n)])); // prettier-ignore
    expect(await counters()).toEqual({
      failed_slots: 0,
      abandoned_runs: 0,
      outbox_overdue: 0,
      outbox_dead: 0,
      row_security_bypassed: 0,
    });
    const now = 1_790_000_000_000;
    await test.db.unitOfWork.run(async () => {
      for (const [slot, state] of [
        ['a', 'FAILED'],
        ['b', 'RUNNING'],
        ['c', 'RUNNING'],
        ['d', 'DONE'],
      ] as const) {
        // prettier-ignore
        await test.db.write(
          `INSERT INTO schedule_run (job, slot, state, fence, attempts, made_up, owner, lease_until, cursor, started_at)
           VALUES ('planted', ?, ?, 1, 1, 0, 'elsewhere/1/x', ?, '', ?)`,
          [slot, state, slot === 'c' ? 4_000_000_000_000 : now - HOUR_MS, 0],
        );
      }
      for (const [key, state, at] of [
        ['old', 'WAITING', 0],
        ['new', 'WAITING', 4_000_000_000_000],
        ['dead', 'DEAD', 0],
        ['done', 'DONE', 0],
      ] as const) {
        // prettier-ignore
        await test.db.write(
          `INSERT INTO outbox (id, topic, key, payload, state, tries, next_at, created_at) VALUES (?, 'planted', ?, '{}', ?, 0, 0, ?)`,
          [`planted-${key}`, key, state, at],
        );
      }
    });
    expect(await counters()).toEqual({
      failed_slots: 1,
      abandoned_runs: 1,
      outbox_overdue: 1,
      outbox_dead: 1,
      row_security_bypassed: 0,
    });
  });

  it('says that it is going before the door closes, and that it lives until then', async () => {
    expect((await test.request('GET', '/health/ready')).status).toBe(200);
    test.app.get(Stopping).onModuleDestroy();
    expect(await test.request('GET', '/health/ready')).toMatchObject({ status: 503, body: { code: 'SHUTTING_DOWN' } }); // prettier-ignore
    expect((await test.request('GET', '/health/live')).status).toBe(200);
  });
});
