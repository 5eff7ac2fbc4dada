import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoadClient } from './load-client.js';
import type { LoadHistory } from './load-history.js';
import { MONTH, type Officer } from './make-office.js';

/** How the hour is played. */
export interface Pace {
  /** Milliseconds a person looks at a page before the next click. */
  think: () => number;
  /** Bytes of a file. */
  fileSize: () => number;
}

const FILES_PER_REPORT = 3;

/** What the service says to a report that comes when its month is being frozen or is frozen. */
const TOO_LATE = /MONTH_FROZEN|MONTH_FREEZING/;

/** One officer in a browser of his own: signs in, looks at his sheet, writes, adds files, submits. */
export class LoadUser {
  private readonly client: LoadClient;
  /** Reports written with their files and not yet submitted, and the version each has. */
  private readonly written: { id: string; version: number }[] = [];

  constructor(
    base: string,
    private readonly officer: Officer,
    history: LoadHistory,
    private readonly pace: Pace,
  ) {
    this.client = new LoadClient(base, history, officer.username);
  }

  /** An hour's work: one report after the other. */
  async work(): Promise<void> {
    await this.open();
    for (const { id, taskId } of this.officer.reports) {
      await this.write(id, taskId);
      await this.submitAll();
    }
    await this.look();
  }

  /** Everything but the last press: all reports are written and have their files. */
  async writeAll(): Promise<void> {
    await this.open();
    for (const { id, taskId } of this.officer.reports) await this.write(id, taskId);
  }

  /** Submits what is written; gives how many came too late, since their month was being frozen. */
  async submitAll(): Promise<number> {
    let tooLate = 0;
    for (const { id, version } of this.written.splice(0)) {
      try {
        await this.client.json('write', `submitted ${id}`, 'POST', `reports/${id}/submit`, {}, version);
      } catch (error) {
        if (!TOO_LATE.test(String(error))) throw error;
        tooLate += 1;
      }
      await sleep(this.pace.think());
    }
    return tooLate;
  }

  private async open(): Promise<void> {
    await this.client.signIn(this.officer.password);
    await this.look();
  }

  private async look(): Promise<void> {
    await this.client.json('list', 'reports', 'GET', `reports?month=${MONTH}&limit=50`);
    await sleep(this.pace.think());
    await this.client.json('list', 'tasks', 'GET', 'tasks?limit=50&sort=due');
    await sleep(this.pace.think());
  }

  private async write(id: string, taskId: string): Promise<void> {
    const shown = await this.client.json('list', id, 'GET', `reports/${id}`);
    await sleep(this.pace.think());
    let version = (shown as { version: number }).version;
    const content = {
      claimedProgress: 96,
      text: `${this.officer.username} 已按计划推进`,
      problems: '',
      nextStep: '',
    };
    const save = async (change: object): Promise<void> => {
      const body = { ...content, ...change };
      const draft = await this.client.json('write', id, 'PUT', `reports/${id}`, body, version);
      version = (draft as { version: number }).version;
      await sleep(this.pace.think());
    };
    await save({});
    const evidenceIds = await Promise.all(
      Array.from({ length: FILES_PER_REPORT }, (_, n) => this.upload(taskId, `佐证材料${n + 1}.txt`)),
    );
    await save({ text: `${content.text}，材料随附`, evidenceIds });
    this.written.push({ id, version });
  }

  /** Gives the id of the new evidence, of the officer's own part in the task. */
  private async upload(taskId: string, name: string): Promise<string> {
    const bytes = fileOf(this.pace.fileSize());
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `tasks/${taskId}/evidence`;
    const added = await this.client.send('upload', sha256, url, { method: 'POST', body: form });
    return (added as { id: string }).id;
  }
}

/** A text file of so many bytes whose content nobody else has. */
function fileOf(size: number): Buffer {
  const line = Buffer.from(`${randomBytes(24).toString('base64')}\n`);
  const bytes = Buffer.alloc(size, line);
  randomBytes(24).toString('hex').split('').forEach((sign, at) => bytes.write(sign, at)); // prettier-ignore
  return bytes;
}
