import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '../crash/seeded-random.js';
import { startTestApp } from '../support/app.js';
import { checkLoad } from './check-load.js';
import { LoadHistory, percentile, type LoadKind } from './load-history.js';
import { LoadUser } from './load-user.js';
import { makeOffice } from './make-office.js';
import { freePort } from '../support/free-port.js';

/**
 * The last hour for reports, played faster: 410 officers sign in, write, add files and submit, half of them in the last
 * sixth of the time. `npm run test:load -- --minutes 6 --bytes 0.1`: the hour in six minutes, files at a tenth of their
 * size. Prints the figures and what was lost; ends with 1 when anything was.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '6' },
    bytes: { type: 'string', default: '0.1' },
    seed: { type: 'string', default: '1' },
  },
});
const minutes = Number(values.minutes);
const scale = Number(values.bytes);
const random = seededRandom(Number(values.seed));
const between = (least: number, most: number) => least + random() * (most - least);

const folder = mkdtempSync(join(tmpdir(), 'diaodu-load-'));
const data = join(folder, 'data');
const history = new LoadHistory(join(folder, 'history.jsonl'));
const MB = 1024 * 1024;

/** 60 % up to 2 MB, 30 % up to 10 MB, 10 % up to 50 MB, times the scale. */
function fileSize(): number {
  const dice = random();
  const megabytes = dice < 0.6 ? between(0.2, 2) : dice < 0.9 ? between(2, 10) : between(10, 49);
  return Math.max(64, Math.round(megabytes * MB * scale));
}

async function serve(port: number): Promise<ChildProcess> {
  const child = spawn('node', ['dist/main.js'], {
    env: {
      ...process.env,
      DIAODU_DATA_DIR: data,
      PORT: String(port),
      DIAODU_JOBS: 'off',
      DIAODU_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/health/live`).then(({ ok }) => ok, () => false)) return child; // prettier-ignore
    await sleep(100);
  }
  throw new Error('the service did not start');
}

async function play(base: string, officers: Awaited<ReturnType<typeof makeOffice>>): Promise<string[]> {
  const span = minutes * 60_000;
  const faults: string[] = [];
  await Promise.all(
    officers.map(async (officer) => {
      // A person's hour takes a few minutes; half of the office begins as late as that allows.
      await sleep(random() < 0.5 ? between(0, span * 0.7) : between(span * 0.7, span * 0.87));
      const think = () => between(0.5, 2) * 1000 * (minutes / 10);
      await new LoadUser(base, officer, history, { think, fileSize }).work().catch((error: Error) => {
        faults.push(error.message);
      });
    }),
  );
  return faults;
}

function figures(kind: LoadKind): string {
  const times = history.events.filter((event) => event.kind === kind).map(({ milliseconds }) => milliseconds);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((p) => percentile(times, p).toFixed(0));
  return `${kind.padEnd(8)} ${String(times.length).padStart(6)}   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms`;
}

const test = await startTestApp('sqlite', { DIAODU_DATA_DIR: data });
const officers = await makeOffice(test, () => 1 + Math.floor(random() * 5));
await test.close();
const port = await freePort();
const service = await serve(port);
console.log(
  `${cpus().length} cores, ${officers.length} officers, ${minutes} min, files × ${scale}, seed ${values.seed}`,
);
const faults = await play(`http://127.0.0.1:${port}`, officers);
const peak = history.events.length;
service.kill('SIGTERM');
await new Promise((resolve) => service.once('exit', resolve));
if (faults.length > 0) console.log(faults.slice(0, 5));
for (const kind of ['sign-in', 'list', 'write', 'upload'] as const) console.log(figures(kind));
const found = await checkLoad(history.events, data);
console.log(JSON.stringify({ requests: peak, ...found, faults: faults.length }, null, 2));
const isLost = found.filesLost.length + found.reportsLost.length + found.serverErrors + faults.length > 0;
rmSync(folder, { recursive: true, force: true });
process.exit(isLost || found.integrity !== 'ok' ? 1 : 0);
