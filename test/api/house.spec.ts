import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';

describe.each(DATABASES)('the service on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
  });
  afterAll(() => test.close());

  it('says that it lives and can store', async () => {
    expect((await test.request('GET', '/health/live')).body).toEqual({ ok: true });
    expect((await test.request('GET', '/health/ready')).body).toMatchObject({ ok: true, clock: 'OK' });
  });

  it('answers unknown addresses and foreign host names with a problem document', async () => {
    const missing = await test.request('GET', '/api/v1/nothing');
    expect(missing).toMatchObject({ status: 404, body: { code: 'NO_SUCH_ADDRESS' } });
    const foreign = await test.request('GET', '/health/live', { headers: { host: 'evil.example' } });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'HOST_NOT_KNOWN' } });
  });

  it('describes itself in OpenAPI 3.1 and shows the description without any other server', async () => {
    expect((await test.request('GET', '/api/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
    const page = await test.request('GET', '/api/docs', { as: 'SYSADMIN' });
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const script = /src="(?:\.\/)?([^"]*swagger-ui-bundle\.js)"/.exec(page.body as string)?.[1];
    expect((await test.request('GET', `/api/${script}`, { as: 'SYSADMIN' })).status).toBe(200);
  });
});
