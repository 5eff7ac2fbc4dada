import type { Bench, CrashCase, Told } from '../case.js';
import { MonthRun } from '../month-run.js';
import { ask, openTables, until } from '../tables.js';
import { checkUploads, idsIn } from './uploads.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds the write lock as a backup tool would, from the given moment on. */
async function holdLock(data: string, ms: number): Promise<void> {
  const db = openTables(data, false);
  db.exec('BEGIN IMMEDIATE');
  await pause(ms);
  db.exec('ROLLBACK');
  db.close();
}

/** C7. */
export const locked: CrashCase = {
  id: 'C7',
  what: 'the database locked by another process for 1, 6 and 30 s, in a month and in uploads',
  async run(bench: Bench): Promise<Told> {
    const { verdict } = bench;
    const run = new MonthRun(bench, bench.program(), await bench.template(600));
    await run.hash();
    const waits = bench.set === 'quick' ? [1_000, 6_000] : Array.from({ length: 50 }, () => [1_000, 6_000, 30_000]).flat(); // prettier-ignore
    for (const ms of waits) {
      const place = run.place();
      const running = run.start(place);
      const begun = () => ask<{ n: number }>(place.data, 'SELECT COUNT(*) AS n FROM schedule_run')[0]?.n !== 0;
      await until('the month to begin', begun, 60_000, 5);
      await Promise.race([holdLock(place.data, ms), running.ended.then(() => pause(ms))]);
      const { code, stderr } = await running.ended;
      // Beyond its patience of 20 s the program says so and ends; within it nobody notices.
      verdict.holds(`locked ${ms} ms: ends with ${code} ${stderr.slice(0, 200)}`, ms > 20_000 ? code === 1 : code === 0);
      await run.endsWell(place, `a lock of ${ms} ms`);
    }
    const [template, uploader] = [await bench.template(20), bench.program()];
    const settings = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error', UPLOADS: '40', UPLOAD_BYTES: '20000' };
    const data = template.copy();
    const child = uploader.startChild('upload-evidence.mjs', ['1'], { data, settings });
    await until('the uploads to begin', () => child.wrote().startsWith('begun'), 60_000, 5);
    await holdLock(data, 3_000);
    const { code, stdout, stderr } = await child.ended;
    verdict.same('uploads end', code, 0);
    checkUploads(bench, data, idsIn(stdout));
    const blocked = Number(/loop (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
    verdict.holds(`the event loop never stood for 350 ms (${blocked})`, blocked < 350);
    return { trials: waits.length + 1, saw: `nothing lost; event loop stood ≤ ${blocked} ms while locked` };
  },
}; // prettier-ignore

/** C8. */
export const sharing: CrashCase = {
  id: 'C8',
  what: 'three processes, 500 units each that read a number and write the next, on one SQLite file',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(20), bench.program()];
    const data = template.copy();
    const each = bench.times(500, 5_000);
    const db = openTables(data, false);
    db.exec('CREATE TABLE crash_counter (n INTEGER NOT NULL); INSERT INTO crash_counter VALUES (0)');
    db.close();
    const ends = await Promise.all(
      [1, 2, 3].map(() => program.startChild('count-up.mjs', [String(each)], { data }).ended),
    );
    for (const { code, stdout, stderr } of ends)
      bench.verdict.same(`a counting process ends (${stderr.slice(0, 200)})`, [code, stdout], [0, '{"failed":0}']);
    const n = ask<{ n: number }>(data, 'SELECT n FROM crash_counter')[0]?.n;
    bench.verdict.same('the number at the end', n, 3 * each);
    return { trials: 3 * each, saw: `${n} of ${3 * each} counted, no refusal` };
  },
}; // prettier-ignore
