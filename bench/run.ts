import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/support/postgres.js';
import { inChild } from './child.js';
import { postgresEdition, sqliteEdition, type Edition } from './edition.js';
import { measureFreeze, type FreezeRatio } from './freeze-ratio.js';
import { measureListPage, type ListPage } from './list-page.js';
import { median } from './median.js';
import type { MonthlyJob } from './monthly-job.js';
import { LARGEST_ON_POSTGRES, readOptions, type Options } from './options.js';

const options = readOptions(process.argv.slice(2));
const root = mkdtempSync(join(tmpdir(), 'diaodu-bench-'));
try {
  sayMachine();
  if (options.parts.includes('freeze')) await freezes();
  if (options.parts.includes('list')) await listPage();
  if (options.parts.includes('job')) await monthlyJob();
} finally {
  rmSync(root, { recursive: true, force: true });
}

function sayMachine(): void {
  const [cpu] = cpus();
  const load = loadavg().map((n) => n.toFixed(1));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(
    `node ${process.version} · ${cpus().length} × ${cpu?.model ?? '?'} · ${memory} · load before ${load.join(' ')}`,
  );
}

async function freezes(): Promise<void> {
  console.log(
    '\nfreeze + flags + reminders, ours : one hand-written transaction with the same rows (goal ≤ 3, ≤ 512 MB)',
  );
  console.log(
    row([
      'edition',
      'tasks',
      'rows',
      'ours s',
      'floor s',
      'ratio',
      'µs/task',
      'our CPU s',
      'floor CPU s',
      'peak MB',
      'load',
    ]),
  );
  for (const name of options.editions) {
    const sizes = options.tasks.filter((n) => name === 'sqlite' || n <= LARGEST_ON_POSTGRES);
    await withEdition(name, async (edition) => {
      for (const tasks of sizes) sayFreeze(await measureFreeze(edition, tasks, roundsFor(tasks, options)));
    });
  }
}

function roundsFor(tasks: number, { quick }: Options): number {
  if (quick || tasks > 200_000) return 1;
  return tasks > 20_000 ? 3 : 5;
}

function sayFreeze(f: FreezeRatio): void {
  const perTask = (f.ours / f.tasks) * 1e6;
  console.log(
    row([
      f.edition, f.tasks, f.rows, f.ours.toFixed(2), f.floor.toFixed(2), f.ratio.toFixed(2), perTask.toFixed(0),
      f.oursCpu.toFixed(2), f.floorCpu.toFixed(2), f.peakMb.toFixed(0), (loadavg()[0] ?? 0).toFixed(1),
    ]), // prettier-ignore
  );
}

async function listPage(): Promise<void> {
  const [tasks, rounds, milliseconds] = options.quick ? [10_000, 3, 1_000] : [100_000, 7, 3_000];
  console.log(
    '\nlist page of 100 tasks by index, 8 connections, ours : bare Fastify + better-sqlite3 (goal ≥ 0.5)',
  );
  await withEdition('sqlite', async (edition) => {
    const page: ListPage = await measureListPage(edition, tasks, rounds, milliseconds);
    console.log(row(['tasks', 'bytes', 'ours /s', 'bare /s', 'ratio']));
    const rates = [page.ours.toFixed(0), page.bare.toFixed(0), (page.ours / page.bare).toFixed(2)];
    console.log(row([page.tasks, page.bytes, ...rates]));
  });
}

async function monthlyJob(): Promise<void> {
  console.log(
    '\nmonthly job, 3,000 overdue items in 41 departments, CPU beyond process start (goal ≤ 0.4 s)',
  );
  console.log(row(['edition', 'flags', 'reminders', 'digests', 'CPU s', 'whole − start', 'wall s']));
  await withEdition('sqlite', async (edition) => {
    const filled = await edition.empty();
    const made = await inChild<{ ledgerId: string }>('make-data.js', filled.environment, [
      '3000',
      '41',
      '10',
    ]);
    const runs: (MonthlyJob & { beyond: number })[] = [];
    for (let round = 0; round < (options.quick ? 1 : 5); round++) {
      const start = await jobOn(edition, filled, made.ledgerId, 'start');
      const job = await jobOn(edition, filled, made.ledgerId, 'run');
      runs.push({ ...job, beyond: job.processCpu - start.processCpu });
    }
    const [first] = runs;
    const figure = (of: 'cpu' | 'beyond' | 'seconds') => median(runs.map((run) => run[of])).toFixed(2);
    console.log(
      row([
        edition.name, first?.flags ?? 0, first?.reminders ?? 0, first?.digests ?? 0,
        figure('cpu'), figure('beyond'), figure('seconds'),
      ]), // prettier-ignore
    );
  });
}

async function jobOn(
  edition: Edition,
  filled: Awaited<ReturnType<Edition['copy']>>,
  ledgerId: string,
  what: string,
) {
  const place = await edition.copy(filled);
  try {
    return await inChild<MonthlyJob>('monthly-job.js', place.environment, [ledgerId, what]);
  } finally {
    await place.remove();
  }
}

async function withEdition(name: Edition['name'], work: (edition: Edition) => Promise<void>): Promise<void> {
  if (name === 'sqlite') return work(sqliteEdition(root));
  const server = await startPostgres();
  try {
    await work(postgresEdition(server, root));
  } finally {
    await server.stop();
  }
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(12)).join(' ');
}
