import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app/create-app.js';
import { OfficeDay } from '../../src/platform/clock/office-day.js';
import { Database } from '../../src/platform/database/database.js';
import { NOTHING_SEEN, seeing } from '../../src/platform/database/sight.js';
import { openTestDatabase, type DatabaseName } from './databases.js';
import { TestSignIn } from './sign-in.js';

/** What a request may carry besides method and address. */
export interface RequestOptions {
  /** Post (or SYSADMIN, SECADMIN, AUDITOR) in whose name the request is made; nobody is signed in without it. */
  as?: string;
  body?: unknown;
  /** Version the change is based on, sent as If-Match. */
  version?: number;
  headers?: Record<string, string>;
  /** Address the request comes from; 127.0.0.1 where none is given. */
  from?: string;
}

/** What came back; `body` is the parsed JSON, or the text where it is none. */
export interface TestResponse {
  status: number;
  headers: Record<string, unknown>;
  body: any; // eslint-disable-line typescript/no-explicit-any -- stories look into answers of every shape
}

/** The whole program on an empty database of its own, asked without a socket. */
export interface TestApp {
  app: NestFastifyApplication;
  db: Database;
  signIn: TestSignIn;
  request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options?: RequestOptions,
  ): Promise<TestResponse>;
  /** Holds today (the data become demonstration data); instants stay real. */
  holdDay(day: string, time?: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the program as `main` does, save that it does not listen and that no timer begins. Addresses begin with /api/v1. */
export async function startTestApp(
  name: DatabaseName,
  variables: Record<string, string> = {},
): Promise<TestApp> {
  const test = await openTestDatabase(name, variables);
  await test.db.close();
  const app = await createApp(test.settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const signIn = new TestSignIn(app);
  return {
    app,
    signIn,
    db: app.get(Database),
    async request(method, url, options = {}) {
      const cookie = options.as === undefined ? null : await signIn.cookieOf(options.as);
      const asked = {
        method,
        url,
        ...(options.from === undefined ? {} : { remoteAddress: options.from }),
        headers: headersOf(options, cookie),
        ...(options.body === undefined ? {} : { payload: options.body as object | string | Buffer }),
      };
      // As behind a socket: what the program does not say itself that it sees, it does not see.
      const response = await seeing(
        () => NOTHING_SEEN,
        () => app.inject(asked),
      );
      return { status: response.statusCode, headers: response.headers, body: bodyOf(response.body) };
    },
    async holdDay(day, time) {
      await app.get(OfficeDay).declareDemonstration(async () => true);
      await app.get(OfficeDay).hold(day, time);
    },
    async close() {
      await app.close();
      await test.close();
    },
  };
}

function headersOf(options: RequestOptions, cookie: string | null): Record<string, string> {
  return {
    host: '127.0.0.1',
    ...(cookie === null ? {} : { cookie }),
    ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
    ...options.headers,
  };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
