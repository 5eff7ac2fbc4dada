import type { TestApp, TestResponse } from './app.js';
import { cookiesOf } from './cookies.js';

/** A browser: keeps the cookies it is given. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly test: TestApp,
    private readonly address = '10.0.0.1',
  ) {}

  async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, version?: number) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.test.request(method, `/api/v1/${url}`, {
      ...(body === undefined ? {} : { body }),
      ...(version === undefined ? {} : { version }),
      headers: cookie === '' ? {} : { cookie },
      from: this.address,
    });
    for (const { name, value } of cookiesOf(answer)) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  signIn(username: string, password: string): Promise<TestResponse> {
    return this.send('POST', 'session', { username, password });
  }
}
