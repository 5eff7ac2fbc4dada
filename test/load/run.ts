import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeingAll } from '../../src/platform/database/sight.js';
import { seededRandom } from '../crash/seeded-random.js';
import { startTestApp } from '../support/app.js';
import { checkLoad } from './check-load.js';
import { install, type Edition } from './installation.js';
import { LoadHistory, percentile, type LoadKind } from './load-history.js';
import { makeOffice } from './make-office.js';
import { SCENES } from './scenes.js';

/**
 * The last day for reports, played faster. `npm run test:load -- --scene L1 --edition sqlite --minutes 6 --bytes 0.1`: the
 * hour in six minutes, files at a tenth of their size. Prints the figures and what was lost; ends with 1 when anything was.
 */
const { values } = parseArgs({
  options: {
    scene: { type: 'string', default: 'L1' },
    edition: { type: 'string', default: 'sqlite' },
    minutes: { type: 'string', default: '6' },
    bytes: { type: 'string', default: '0.1' },
    seed: { type: 'string', default: '1' },
  },
});
const scene = SCENES[values.scene];
if (!scene) throw new Error(`no scene ${values.scene}: ${Object.keys(SCENES).join(', ')}`);
if (values.edition !== 'sqlite' && values.edition !== 'postgres')
  throw new Error(`no edition ${values.edition}: sqlite, postgres`);
const edition: Edition = values.edition;
const minutes = Number(values.minutes);
const scale = Number(values.bytes);
const random = seededRandom(Number(values.seed));
const between = (least: number, most: number) => least + random() * (most - least);
const MB = 1024 * 1024;

/** 60 % up to 2 MB, 30 % up to 10 MB, 10 % up to 50 MB, times the scale. */
function fileSize(): number {
  const dice = random();
  const megabytes = dice < 0.6 ? between(0.2, 2) : dice < 0.9 ? between(2, 10) : between(10, 49);
  return Math.max(64, Math.round(megabytes * MB * scale));
}

const folder = mkdtempSync(join(tmpdir(), 'diaodu-load-'));
const history = new LoadHistory(join(folder, 'history.jsonl'));

function figures(kind: LoadKind): string {
  const times = history.events.filter((event) => event.kind === kind).map(({ milliseconds }) => milliseconds);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((p) => percentile(times, p).toFixed(0));
  return `${kind.padEnd(9)} ${String(times.length).padStart(6)}   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms`;
}

const place = await install(edition, folder);
const test = await startTestApp(edition, place.variables);
const perOfficer = () => 1 + Math.floor(random() * 5);
const office = await seeingAll('JOB', () => makeOffice(test, perOfficer, scene.day));
await test.close();
const bases = await place.serve();
console.log(
  `${values.scene} (${scene.what}) on ${edition}: ${cpus().length} cores, ${office.officers.length} officers, ${minutes} min, files × ${scale}, seed ${values.seed}`,
);
const pace = { think: () => between(0.5, 2) * 1000 * (minutes / 10), fileSize };
const { faults, tooLate } = await scene.play({ office, bases, history, pace, random, minutes });
const strain = await place.strain();
await place.end();
if (faults.length > 0) console.log(faults.slice(0, 5));
for (const kind of new Set(history.events.map((event) => event.kind))) console.log(figures(kind));
const found = await checkLoad(history.events, place.data);
const told = { requests: history.events.length, ...found, tooLate, strain, faults: faults.length };
console.log(JSON.stringify(told, null, 2));
await place.stop();
rmSync(folder, { recursive: true, force: true });
const isLost = found.filesLost.length + found.reportsLost.length + found.serverErrors + faults.length > 0;
process.exit(isLost || found.integrity !== 'ok' ? 1 : 0);
