import type { TestApp, TestResponse } from '../support/app.js';
import { CLERK } from '../support/office.js';

/** Does what the office needs to be laid out, and says at once when a deed is refused. */
export class Deeds {
  constructor(private readonly test: TestApp) {}

  async get<T>(url: string, as = CLERK): Promise<T> {
    return done(`GET ${url}`, await this.test.request('GET', `/api/v1/${url}`, { as })) as T;
  }

  async post<T>(url: string, as: string, version: number | null, body: object): Promise<T> {
    const options = { as, body, ...(version === null ? {} : { version }) };
    return done(`POST ${url} as ${as}`, await this.test.request('POST', `/api/v1/${url}`, options)) as T;
  }

  async put<T>(url: string, as: string, version: number, body: object): Promise<T> {
    return done(`PUT ${url}`, await this.test.request('PUT', `/api/v1/${url}`, { as, version, body })) as T;
  }

  /** Id of a department's reminder in a state; no list shows those that wait for approval. */
  async reminder(code: string, state: string): Promise<string> {
    const [row] = await this.test.db.read<{ id: string }>(
      `SELECT r.id FROM reminder r JOIN department d ON d.id = r.department_id WHERE d.code = ? AND r.state = ?
        ORDER BY r.id LIMIT 1`,
      [code, state],
    );
    if (!row) throw new Error(`${code} has no reminder that is ${state}`);
    return row.id;
  }
}

function done(what: string, { status, body }: TestResponse): unknown {
  if (status >= 300) throw new Error(`${what} answered ${status} ${JSON.stringify(body)}`);
  return body;
}
