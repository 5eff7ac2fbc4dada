import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { diaoduCommand } from '../support/diaodu-command.js';

// Whole years are loaded, each in a process of its own.
jest.setTimeout(6 * 60_000);

const COMMAND = diaoduCommand();

interface Answer {
  exit: number | null;
  stdout: string;
  stderr: string;
}

/** What `demo --json` prints. */
interface DemoDocument {
  year: number;
  officeDay: string;
  month: { lights: Record<string, number>; snapshotSha256: string };
  bulletin: { number: string; file: string; sha256: string; snapshotSha256: string }[];
  accounts: { file: string; count: number };
  alreadyLoaded: boolean;
}

describe('the demo command', () => {
  let folder: string;
  /** The second run: as a person reads it, and as a document. */
  let shown: Answer;
  let second: DemoDocument;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-demo-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (name: string, words: string[]) => start(name, words, {}, () => false);

  /** Runs `demo` on data of its own; is killed outright when `killAfter` says so of what it has printed. */
  function demo(
    name: string,
    words: string[],
    environment: Record<string, string> = {},
    killAfter: (stderr: string) => boolean = () => false,
  ): Promise<Answer> {
    return start(name, ['demo', ...words], environment, killAfter);
  }

  function start(
    name: string,
    words: string[],
    environment: Record<string, string>,
    killAfter: (stderr: string) => boolean,
  ): Promise<Answer> {
    const own = { DIAODU_DATA_DIR: join(folder, name), DIAODU_OUT_DIR: join(folder, `${name}-out`) };
    const child = spawn('node', [...COMMAND, ...words], {
      env: { ...process.env, DIAODU_DATABASE: 'sqlite', ...own, ...environment },
    });
    const answer: Answer = { exit: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (answer.stdout += String(chunk)));
    child.stderr.on('data', (chunk) => {
      answer.stderr += String(chunk);
      if (killAfter(answer.stderr)) child.kill('SIGKILL');
    });
    return new Promise((resolve) => child.once('close', (exit) => resolve({ ...answer, exit })));
  }

  const documentOf = ({ stdout }: Answer) => JSON.parse(stdout) as DemoDocument;

  it('gives the same month and the same bulletin in UTC at one go and in New York killed on its way', async () => {
    const utc = await demo('utc', ['--no-serve', '--json'], { TZ: 'UTC' });
    expect(utc).toMatchObject({ exit: 0, stderr: '' });
    const inMarch = (stderr: string) => stderr.includes('装入 2023-03');
    const killed = await demo('new-york', ['--no-serve'], { TZ: 'America/New_York' }, inMarch);
    expect(killed).toMatchObject({ exit: null, stdout: '' });
    const newYork = await demo('new-york', ['--no-serve', '--json'], { TZ: 'America/New_York' });
    expect(newYork).toMatchObject({ exit: 0, stderr: '' });
    const [here, there] = [documentOf(utc), documentOf(newYork)];
    expect(there).toMatchObject({ year: 2023, officeDay: '2023-12-20', alreadyLoaded: false });
    expect(there.month).toEqual(here.month);
    expect(there.month.lights).toEqual({ DONE: 17, GREEN: 10, YELLOW: 4, RED: 4, GREY: 1 });
    expect(there.bulletin.map(({ number, sha256 }) => [number, sha256])).toEqual(here.bulletin.map(({ number, sha256 }) => [number, sha256])); // prettier-ignore
  });

  it('finds nothing to do the second time and prints the month for a person', async () => {
    shown = await demo('utc', ['--no-serve']);
    expect(shown).toMatchObject({ exit: 0, stderr: '' });
    expect(shown.stdout).toContain('演示年度此前已装入，本次未作任何改动。');
    expect(shown.stdout).toContain('■ 红灯 4 项');
    second = documentOf(await demo('utc', ['--no-serve', '--json']));
    for (const { file, sha256 } of second.bulletin) {
      expect(readFileSync(file).length).toBeGreaterThan(1000);
      expect(shown.stdout).toContain(`${file}  sha256 ${sha256}`);
    }
  });

  it('makes an account for every post that is held, once, with random passwords that stand in a file', async () => {
    const { file, count } = second.accounts;
    const lines = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').trim().split('\r\n'); // prettier-ignore
    expect(lines[0]).toBe('用户名,口令,姓名,身份');
    expect(lines).toHaveLength(count + 1);
    const passwords = new Set(lines.slice(1).map((line) => line.split(',')[1]));
    expect(passwords.size).toBe(count);
    const clerk = lines.find((line) => line.startsWith('yfb-clerk,'))?.split(',') ?? [];
    expect(shown.stdout).toContain(clerk[1] as string);
    const reset = await run('utc', ['user', 'reset', '--username', 'yfb-clerk', '--json']);
    expect(reset.exit).toBe(0);
    expect(JSON.parse(reset.stdout)).toMatchObject({ ok: true, username: 'yfb-clerk' });
    rmSync(file);
    expect((await demo('utc', ['--no-serve'])).stdout).toContain('diaodu user reset');
  });

  it('refuses a port that is taken at once, before it loads anything', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await demo('port', ['--json'], { PORT: String(port) });
    other.close();
    expect(refused).toMatchObject({ exit: 1, stdout: '' });
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'PORT_TAKEN', details: { port } });
    expect(existsSync(join(folder, 'port', 'diaodu.sqlite'))).toBe(false);
  });

  it.each([
    ['a year that is none', ['--year', 'next'], 2, 'USAGE'],
    ['a year without data', ['--year', '1999'], 1, 'DEMO_YEAR_UNKNOWN'],
  ])('refuses %s', async (_, words, exit, code) => {
    const refused = await demo('none', [...words, '--no-serve', '--json']);
    expect(refused).toMatchObject({ exit, stdout: '' });
    expect(JSON.parse(refused.stderr)).toMatchObject({ code });
  });
});
