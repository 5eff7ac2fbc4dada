import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASES } from '../support/databases.js';
import { diaoduCommand } from '../support/diaodu-command.js';
import { borrowDatabase, type BorrowedDatabase } from '../support/shared-postgres.js';

// Each command is a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const COMMAND = diaoduCommand();

/** What a command answered: its status and its two streams. */
interface Answer {
  exit: number;
  stdout: string;
  stderr: string;
}

/** Runs the program as another tool would, in a process of its own. */
function run(words: readonly string[], settings: Record<string, string>): Promise<Answer> {
  const env = { ...process.env, ...settings };
  return new Promise((resolve) => {
    execFile('node', [...COMMAND, ...words], { env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ exit: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

function expectRefusal(answer: Answer, exit: number, code: string): void {
  expect(answer).toMatchObject({ exit, stdout: '' });
  expect(JSON.parse(answer.stderr)).toMatchObject({ code, message: expect.any(String), details: {} });
}

describe.each(DATABASES)('the command line on %s', (name) => {
  let folder: string;
  let database: BorrowedDatabase | null;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-cli-'));
    database = name === 'postgres' ? await borrowDatabase({ isEmpty: true }) : null;
  });
  afterAll(async () => {
    await database?.giveBack();
    rmSync(folder, { recursive: true, force: true });
  });

  const diaodu = (...words: string[]): Promise<Answer> =>
    run(words, {
      DIAODU_DATA_DIR: folder,
      DIAODU_DATABASE: name,
      DATABASE_URL: database?.address ?? '',
    });

  it('builds the tables, proves them, and has nothing to do the second time', async () => {
    const first = await diaodu('migrate', '--check', '--json');
    expect(first).toMatchObject({ exit: 0, stderr: '' });
    const { ok, applied } = JSON.parse(first.stdout) as { ok: boolean; applied: string[] };
    expect(ok).toBe(true);
    expect(applied[0]).toBe('Platform1700000000001');
    expect(JSON.parse((await diaodu('--json', 'migrate')).stdout)).toEqual({ ok: true, applied: [] });
  });

  it.each([
    ['an unknown post', ['audit', 'verify', '--as', 'NOBODY'], 'ACTOR_UNKNOWN'],
    [
      'a department that is none',
      ['rate', '--year', '2023', '--department', 'NONE'],
      'COURT_DEPARTMENT_UNKNOWN',
    ],
    ['no register', ['parse', 'departments', '区司法局', '--column', 'LEAD'], 'REGISTER_EMPTY'],
  ])('answers %s with one error document on stderr', async (_, words, code) => {
    expectRefusal(await diaodu(...words, '--json'), 1, code);
  });

  it('tells a rate of an empty register as 无应出庭案件, not as nought', async () => {
    const rate = await diaodu('rate', '--year', '2023', '--variant', 'R3', '--json');
    expect(JSON.parse(rate.stdout)).toEqual({
      variant: 'R3',
      numerator: 0,
      denominator: 0,
      percent: null,
      label: '无应出庭案件',
      cases: { counted: [], excluded: [] },
    });
  });

  it('finds a changed audit record, says so on stdout and refuses', async () => {
    const good = await diaodu('audit', 'verify', '--json');
    expect(good.exit).toBe(0);
    const { head } = JSON.parse(good.stdout) as { head: { seq: number; hash: string } };
    const anchor = join(folder, 'anchor.json');
    writeFileSync(anchor, JSON.stringify({ ...head, hash: 'f'.repeat(64) }));
    const bad = await diaodu('audit', 'verify', '--anchor', anchor, '--json');
    expect(bad.exit).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false });
    expect(JSON.parse(bad.stderr)).toMatchObject({ code: 'AUDIT_CHAIN_BROKEN' });
  });

  it('lets an operator confirm the clock and writes that down', async () => {
    expect(await diaodu('clock', 'accept')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('已确认'),
    });
  });
});

describe('the command line, whichever the database', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const diaodu = (...words: string[]): Promise<Answer> =>
    run(words, { DIAODU_DATA_DIR: folder, DIAODU_DATABASE: 'sqlite' });

  it.each([
    ['an unknown command', ['nothing']],
    ['no command', []],
    ['a missing option', ['parse', 'deadline', '年底前']],
    ['a file that is not there', ['import', 'posts', 'missing.csv']],
    ['an unknown rate', ['rate', '--year', '2023', '--variant', 'R9']],
    ['a year that is none', ['rate', '--year', '23']],
  ])('answers %s with how it is used', async (_, words) => {
    expectRefusal(await diaodu(...words, '--json'), 2, 'USAGE');
  });

  it('reads phrases as other tools call it', async () => {
    const deadline = await diaodu('parse', 'deadline', '10月底前', '--year', '2023', '--json');
    expect(JSON.parse(deadline.stdout)).toMatchObject({
      kind: 'date',
      due: '2023-10-31',
      needsReview: false,
    });
    const register = ['--register', 'test/data/departments-2023.csv', '--json'];
    const list = await diaodu(
      'parse',
      'departments',
      '区司法局、各街道',
      '--column',
      'RESPONSIBLE',
      '--no-lead-column',
      ...register,
    );
    expect(JSON.parse(list.stdout)).toEqual({
      lead: ['SFJ'],
      support: [],
      groups: ['ALL_STREETS'],
      openEnded: false,
      unresolved: [],
    });
  });

  it('writes the interface document', async () => {
    const file = join(folder, 'openapi.json');
    expect(await diaodu('openapi', '--out', file)).toMatchObject({ exit: 0, stderr: '' });
    const { openapi, paths } = JSON.parse(readFileSync(file, 'utf8')) as { openapi: string; paths: object };
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toContain('/api/v1/departments/{code}');
  });
});
