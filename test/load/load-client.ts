import type { LoadHistory, LoadKind } from './load-history.js';

/** A browser of one person: keeps his cookie, and tells the history of every request how it ended. */
export class LoadClient {
  private cookie = '';

  constructor(
    private readonly base: string,
    private readonly history: LoadHistory,
    private readonly username: string,
  ) {}

  async signIn(password: string): Promise<void> {
    const body = { username: this.username, password };
    await this.json('sign-in', this.username, 'POST', 'session', body);
  }

  json(
    kind: LoadKind,
    key: string,
    method: string,
    url: string,
    body?: object,
    version?: number,
  ): Promise<unknown> {
    return this.send(kind, key, url, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    });
  }

  /** Gives the parsed answer, or its length in bytes where it is no JSON; throws on whatever is not answered well. */
  async send(kind: LoadKind, key: string, url: string, init: RequestInit): Promise<unknown> {
    const began = performance.now();
    const tell = (status: number | 'unknown') =>
      this.history.add({ kind, key, status, milliseconds: performance.now() - began, user: this.username });
    let answer: Response;
    let body: unknown;
    try {
      answer = await fetch(`${this.base}/api/v1/${url}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), cookie: this.cookie },
      });
      body = await bodyOf(answer);
    } catch (error) {
      tell('unknown');
      throw error;
    }
    tell(answer.status);
    const given = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (given.length > 0) this.cookie = given.join('; ');
    if (!answer.ok) throw new Error(`${url} answered ${answer.status} ${JSON.stringify(body)}`);
    return body;
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  if ((answer.headers.get('content-type') ?? '').includes('json')) return answer.json();
  return (await answer.arrayBuffer()).byteLength;
}
