import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';

const PROCESSES = 5;
const FOLDERS = 60;

/** Loads the key of one folder after another, beginning when the file `go` appears; tells all of them. */
const PROGRAM = `
  import { existsSync } from 'node:fs';
  import { loadAuditKey } from '${pathToFileURL(join(process.cwd(), 'src/platform/audit/audit-key.ts')).href}';
  const [root] = process.argv.slice(1);
  process.stdout.write('ready ');
  while (!existsSync(root + '/go'));
  const keys = [];
  for (let i = 0; i < ${FOLDERS}; i++) {
    try { keys.push(loadAuditKey({ DIAODU_DATA_DIR: root + '/' + i }).toString('hex')); } catch (error) { keys.push(String(error)); }
  }
  process.stdout.write(JSON.stringify(keys));
`;

describe('the key that seals the audit chain', () => {
  let root: string;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'diaodu-key-'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const settingsOf = (folder: string) => loadSettings({ DIAODU_DATA_DIR: join(root, folder) });

  it('is the same for all processes that start together on an empty folder', async () => {
    let ready = 0;
    const answers = await Promise.all(
      Array.from({ length: PROCESSES }, () => keysOf(root, () => (++ready === PROCESSES ? go(root) : null))),
    );
    for (let folder = 0; folder < FOLDERS; folder++) {
      const keys = new Set(answers.map((keys) => keys[folder]));
      expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
      expect(readdirSync(join(root, String(folder)))).toEqual(['audit.key']);
    }
  }, 60_000);

  it('can be read by the user of the service only', () => {
    loadAuditKey(settingsOf('mode'));
    expect(statSync(join(root, 'mode', 'audit.key')).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'abc123', `${'a'.repeat(63)}\n`, 'z'.repeat(64)])(
    'is refused when the file holds %j',
    (text) => {
      mkdirSync(join(root, 'damaged'), { recursive: true });
      writeFileSync(join(root, 'damaged', 'audit.key'), text);
      expect(() => loadAuditKey(settingsOf('damaged'))).toThrow('不完整');
    },
  );
});

const go = (root: string): void => writeFileSync(join(root, 'go'), '');

function keysOf(root: string, onReady: () => void): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', PROGRAM, root],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let text = '';
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString();
    if (text === 'ready ') onReady();
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(JSON.parse(text.slice('ready '.length)) as string[]));
  });
}
