import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diaoduCommand } from '../support/diaodu-command.js';
import { freePort } from '../support/free-port.js';

// Each program is a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

/** A program that is started before its database, or after it went away. */
describe('a program whose PostgreSQL does not answer', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(program: 'main' | 'worker' | 'cli', ...words: string[]) {
    const address = `postgres://diaodu@127.0.0.1:${await freePort()}/diaodu`;
    const own = { DIAODU_DATABASE: 'postgres', DATABASE_URL: address, DIAODU_DATA_DIR: folder, PORT: '0' };
    return new Promise<{ exit: number; stdout: string; stderr: string }>((resolve) => {
      const env = { ...process.env, ...own };
      execFile('node', [...diaoduCommand(program), ...words], { env }, (error, stdout, stderr) =>
        resolve({ exit: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }

  it.each(['main', 'worker'] as const)('%s says so in one sentence and ends with 1', async (program) => {
    const { exit, stdout, stderr } = await start(program);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^数据库连接不上，服务未启动：请检查数据库服务是否运行、DATABASE_URL 是否正确（connect ECONNREFUSED [^）]+）。[^\n]+。\n$/,
    );
  });

  it('a command answers with one error document', async () => {
    const { exit, stdout, stderr } = await start('cli', 'audit', 'verify', '--json');
    expect([exit, stdout]).toEqual([1, '']);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });
});
