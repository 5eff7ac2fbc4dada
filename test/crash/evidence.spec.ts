import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeTemplate, type Template } from './make-data.js';
import { copyProgram, type Program } from './program.js';
import { seededRandom } from './seeded-random.js';
import { ask } from './tables.js';

const KILLS = 12;
const SEED = 20_231_201;

/** What a row of evidence promises. */
interface Row {
  id: string;
  sha256: string;
  bytes: number;
}

describe('uploads of evidence under kill -9', () => {
  let program: Program;
  let template: Template;

  beforeAll(async () => {
    program = copyProgram();
    cpSync('test/crash/evidence-child.mjs', join(program.folder, 'evidence-child.mjs'));
    template = await makeTemplate(20);
  }, 60_000);
  afterAll(() => {
    program.remove();
    template.remove();
  });

  /** Lets the child upload for a while and kills it; gives the ids it had acknowledged. */
  const uploadUntilKilled = async (data: string, lap: number, forMs: number): Promise<string[]> => {
    const child = spawn(process.execPath, ['evidence-child.mjs', String(lap)], {
      cwd: program.folder,
      env: { PATH: process.env.PATH ?? '', DIAODU_DATA_DIR: data, DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    }); // prettier-ignore
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const closed = new Promise((resolve) => child.once('close', resolve));
    while (!said.startsWith('begun')) await pause(10);
    await pause(forMs);
    child.kill('SIGKILL');
    await closed;
    // The last line may have been cut; an id cut short is found nowhere and would be told as lost.
    return said
      .split('\n')
      .slice(1, -1)
      .filter((line) => line.length === 36);
  };
  const pathOf = (data: string, sha256: string) =>
    join(data, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

  it(`loses nothing that was acknowledged and shows nothing half in ${KILLS} kills at random moments`, async () => {
    const data = template.copy();
    const random = seededRandom(SEED);
    const acknowledged: string[] = [];
    let left = 0;
    for (let lap = 0; lap < KILLS; lap++) {
      acknowledged.push(...(await uploadUntilKilled(data, lap, 20 + random() * 400)));
      left += readdirSync(join(data, 'files', 'tmp')).length > left ? 1 : 0;
    }
    const rows = ask<Row>(data, 'SELECT id, sha256, bytes FROM evidence');
    const known = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(KILLS * 3);
    for (const { sha256, bytes } of rows) {
      expect(existsSync(pathOf(data, sha256))).toBe(true);
      expect(readFileSync(pathOf(data, sha256))).toHaveLength(bytes);
    }
    // Whatever bears a hash for a name, with a row or without, is whole.
    const stored = readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('tmp'))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(stored.filter((path) => !path.endsWith(hashOf(path)))).toEqual([]);
    expect(stored.length).toBeGreaterThanOrEqual(rows.length);
    const events = ask<{ n: number }>(data, `SELECT COUNT(*) AS n FROM audit_event WHERE operation = 'evidence.upload'`);
    expect(events[0]?.n).toBe(rows.length);
    // Kills that never fell into an upload would prove nothing.
    expect(left).toBeGreaterThan(0);
  }, 180_000); // prettier-ignore
});
