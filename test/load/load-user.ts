import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadHistory, LoadKind } from './load-history.js';
import { MONTH, type Officer } from './make-office.js';

/** How the hour is played. */
export interface Pace {
  /** Milliseconds a person looks at a page before the next click. */
  think: () => number;
  /** Bytes of a file. */
  fileSize: () => number;
}

const FILES_PER_REPORT = 3;

/** One officer in a browser of his own: signs in, looks at his sheet, writes, adds files, submits. */
export class LoadUser {
  private cookie = '';

  constructor(
    private readonly base: string,
    private readonly officer: Officer,
    private readonly history: LoadHistory,
    private readonly pace: Pace,
  ) {}

  async work(): Promise<void> {
    const { username, password, reports } = this.officer;
    await this.json('sign-in', username, 'POST', 'session', { username, password });
    await this.look();
    for (const { id, taskId } of reports) await this.report(id, taskId);
    await this.look();
  }

  private async look(): Promise<void> {
    await this.json('list', 'reports', 'GET', `reports?month=${MONTH}&limit=50`);
    await sleep(this.pace.think());
    await this.json('list', 'tasks', 'GET', 'tasks?limit=50&sort=due');
    await sleep(this.pace.think());
  }

  private async report(id: string, taskId: string): Promise<void> {
    const shown = await this.json('list', id, 'GET', `reports/${id}`);
    await sleep(this.pace.think());
    let version = (shown as { version: number }).version;
    const content = {
      claimedProgress: 96,
      text: `${this.officer.username} 已按计划推进`,
      problems: '',
      nextStep: '',
    };
    const save = async (change: object): Promise<void> => {
      const draft = await this.json('write', id, 'PUT', `reports/${id}`, { ...content, ...change }, version);
      version = (draft as { version: number }).version;
      await sleep(this.pace.think());
    };
    await save({});
    const evidenceIds = await Promise.all(
      Array.from({ length: FILES_PER_REPORT }, (_, n) => this.upload(taskId, `佐证材料${n + 1}.txt`)),
    );
    await save({ text: `${content.text}，材料随附`, evidenceIds });
    await this.json('write', `submitted ${id}`, 'POST', `reports/${id}/submit`, {}, version);
    await sleep(this.pace.think());
  }

  /** Gives the id of the new evidence, of the officer's own part in the task. */
  private async upload(taskId: string, name: string): Promise<string> {
    const bytes = fileOf(this.pace.fileSize());
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `tasks/${taskId}/evidence`;
    const added = await this.send('upload', sha256, url, { method: 'POST', body: form });
    return (added as { id: string }).id;
  }

  private json(kind: LoadKind, key: string, method: string, url: string, body?: object, version?: number) {
    return this.send(kind, key, url, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    });
  }

  private async send(kind: LoadKind, key: string, url: string, init: RequestInit): Promise<unknown> {
    const began = performance.now();
    const tell = (status: number | 'unknown') =>
      this.history.add({
        kind,
        key,
        status,
        milliseconds: performance.now() - began,
        user: this.officer.username,
      });
    try {
      const answer = await fetch(`${this.base}/api/v1/${url}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), cookie: this.cookie },
      });
      const body: unknown = await answer.json();
      tell(answer.status);
      const given = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
      if (given.length > 0) this.cookie = given.join('; ');
      if (!answer.ok) throw new Error(`${url} answered ${answer.status} ${JSON.stringify(body)}`);
      return body;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes(' answered '))) tell('unknown');
      throw error;
    }
  }
}

/** A text file of so many bytes whose content nobody else has. */
function fileOf(size: number): Buffer {
  const line = Buffer.from(`${randomBytes(24).toString('base64')}\n`);
  const bytes = Buffer.alloc(size, line);
  randomBytes(24).toString('hex').split('').forEach((sign, at) => bytes.write(sign, at)); // prettier-ignore
  return bytes;
}
