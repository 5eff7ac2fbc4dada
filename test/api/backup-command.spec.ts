import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { BackupShelf } from '../../src/platform/backup/backup-shelf.js';
import { verifyBackup } from '../../src/platform/backup/verify-backup.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { scratch } from '../support/backup.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';
import { diaoduCommand } from '../support/diaodu-command.js';

// Each command is a process of its own, which takes seconds on a busy machine.
jest.setTimeout(240_000);

const COMMAND = [...diaoduCommand(), '--json'];
const KILLS = 5;
const FILES = 300;

describe('the commands backup and restore', () => {
  const space = scratch();
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase('sqlite');
    const store = new FileStore(join(test.settings.DIAODU_DATA_DIR, 'files'));
    for (let n = 0; n < FILES; n++) await store.put(Buffer.from(`佐证材料 ${n}`));
  });
  afterAll(async () => {
    await test.close();
    space.remove();
  });

  /** Starts the program as a person or a timer would. */
  function start(...words: string[]) {
    const env = { ...process.env, DIAODU_DATA_DIR: test.settings.DIAODU_DATA_DIR, DIAODU_DATABASE: 'sqlite' };
    const child = spawn(process.execPath, [...COMMAND, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    const ended = new Promise<{ exit: number | null; stdout: string; stderr: string }>((resolve) =>
      child.once('close', (exit) => resolve({ exit, ...said })),
    );
    return { child, ended };
  }

  it('back up beside a program that has the data open, and bring them back elsewhere', async () => {
    const shelf = space.path('shelf');
    const made = await start('backup', shelf).ended;
    expect(made).toMatchObject({ exit: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: true, files: { count: FILES }, copiedFiles: FILES, key: 'BACKUP' }); // prettier-ignore
    expect(await test.db.read('SELECT operation, address FROM audit_event ORDER BY seq DESC LIMIT 1')).toEqual([{ operation: 'backup.make', address: 'cli' }]); // prettier-ignore
    const refused = await start('restore', shelf).ended;
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'RESTORE_TARGET_NOT_EMPTY' });
    const restored = await start('restore', shelf, '--to', space.path('anew')).ended;
    expect(restored).toMatchObject({ exit: 0, stderr: '' });
    const answer = JSON.parse(restored.stdout) as { seconds: number };
    expect(answer).toMatchObject({
      ok: true,
      files: FILES,
      tables: expect.any(Object),
      seconds: expect.any(Number),
    });
    process.stderr.write(`restore of ${FILES} files took ${answer.seconds.toFixed(1)} s\n`);
  });

  it('leave no backup that looks whole when they are killed in the middle', async () => {
    const shelf = new BackupShelf(space.path('killed'));
    let leftUnfinished = 0;
    for (let n = 0; n < KILLS; n++) {
      const { child, ended } = start('backup', shelf.root);
      await untilBegun(shelf.root, n);
      await sleep(n * 500);
      child.kill('SIGKILL');
      await ended;
      if (unfinishedIn(shelf.root).length > 0) leftUnfinished += 1;
      for (const name of await shelf.names()) {
        expect(await verifyBackup(shelf, name, loadAuditKey(test.settings))).toMatchObject({
          ok: true,
          faults: [],
        });
      }
    }
    expect(leftUnfinished).toBeGreaterThan(0);
    expect((await start('backup', shelf.root).ended).exit).toBe(0);
    expect(unfinishedIn(shelf.root)).toEqual([]);
    const [newest = ''] = await shelf.names();
    expect(await verifyBackup(shelf, newest, loadAuditKey(test.settings))).toMatchObject({
      ok: true,
      files: FILES,
    });
  });

  function unfinishedIn(root: string): string[] {
    return existsSync(root) ? readdirSync(root).filter((entry) => entry.startsWith('.unfinished-')) : [];
  }

  /** A process sweeps what dead ones left before it begins, so an unfinished folder may be the last one's. */
  async function untilBegun(root: string, killedBefore: number): Promise<void> {
    const seen = new Set(unfinishedIn(root));
    for (let waited = 0; waited < 60_000; waited += 5) {
      if (unfinishedIn(root).some((entry) => !seen.has(entry))) return;
      await sleep(5);
    }
    throw new Error(`no backup began after ${killedBefore} kills`);
  }
});
