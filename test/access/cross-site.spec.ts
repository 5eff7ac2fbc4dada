import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app/app.module.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';
import { crossSiteFindings, foreignRequests, writeOperations, type ForeignRequest, type WriteOperation } from './cross-site-findings.js'; // prettier-ignore
import { changedTables, tableHashes } from './table-hash.js';

const OPERATIONS = writeOperations();
const BODY = '{"username":"xitong","password":"Xk7-moonlit-road","reason":"x"}';

function headersOf({ contentType, origin, site }: ForeignRequest, session: string): Record<string, string> {
  return {
    host: '127.0.0.1',
    cookie: session,
    'if-match': '"1"',
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(origin === null ? {} : { origin }),
    ...(site === null ? {} : { 'sec-fetch-site': site }),
  };
}

/** A form or a string, or nothing where the guise has no content type. */
function bodyOf(contentType: string | null): string | undefined {
  if (contentType?.startsWith('multipart'))
    return `--x\r\ncontent-disposition: form-data; name="reason"\r\n\r\n${BODY}\r\n--x--\r\n`;
  return contentType === null ? undefined : BODY;
}

async function send(
  app: NestFastifyApplication,
  session: string,
  { method, url }: WriteOperation,
  request: ForeignRequest,
): Promise<TestResponse> {
  const payload = bodyOf(request.contentType);
  const answer = await app.inject({
    method,
    url,
    headers: headersOf(request, session),
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: parsed(answer.body) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

describe.each(DATABASES)('writes that another site has a signed-in browser send, on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
  });
  afterAll(() => test.close());

  it('are refused for every operation, signing in among them, and change nothing (CROSS_SITE_REQUEST)', async () => {
    expect(OPERATIONS.map(({ method, url }) => `${method} ${url}`)).toContain('POST /api/v1/session');
    const session = (await test.signIn.cookieOf(CLERK)) as string;
    const before = await tableHashes(test.db);
    const findings = await crossSiteFindings(OPERATIONS, (operation, request) =>
      send(test.app, session, operation, request),
    );
    process.stderr.write(
      `cross-site on ${name}: ${OPERATIONS.length} × ${foreignRequests().length} requests\n`,
    );
    expect(findings).toEqual([]);
    // Requests of a tool that reach the guard and are refused there are put on record.
    const changed = changedTables(before, await tableHashes(test.db));
    expect(changed.filter((table) => !table.startsWith('audit_'))).toEqual([]);
  }, 120_000);

  it('are let in from the office’s own page', async () => {
    const answer = await test.request('POST', '/api/v1/session', {
      body: { username: 'nobody', password: 'x' },
      headers: { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.body.code).toBe('SIGN_IN_FAILED');
  });
});

describe('the same program without its guard against other sites', () => {
  let data: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    data = await openTestDatabase('sqlite');
    await data.db.close();
    app = await NestFactory.create<NestFastifyApplication>(AppModule.for(data.settings), new FastifyAdapter(), { logger: false }); // prettier-ignore
    app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
    await app.register(cookie);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await data.close();
  });

  it('is found out at every operation', async () => {
    for (const operation of OPERATIONS) {
      const found = await crossSiteFindings([operation], (one, request) => send(app, '', one, request));
      expect([operation.url, found.length > 0]).toEqual([operation.url, true]);
    }
  }, 120_000);
});
