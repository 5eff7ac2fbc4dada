import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LEDGER_CODE } from '../test/support/mass-data.js';
import type { Edition } from './edition.js';
import { inChild } from './child.js';
import { fetchBody, load, type Target } from './load.js';
import { median } from './median.js';
import { freePort } from '../test/support/free-port.js';

/** Answers per second of both servers, medians of the rounds. */
export interface ListPage {
  tasks: number;
  ours: number;
  bare: number;
  /** Bytes of one page. */
  bytes: number;
}

const CONNECTIONS = 8;
const PAGES = 20;

/** Measures the list page of so many tasks against a bare handler that gives the same bytes, in turns. */
export async function measureListPage(
  edition: Edition,
  tasks: number,
  rounds: number,
  milliseconds: number,
): Promise<ListPage> {
  const place = await edition.empty();
  await inChild('make-data.js', place.environment, [String(tasks), '41', '3']);
  const children: ChildProcess[] = [];
  try {
    const [ourPort, barePort] = [await freePort(), await freePort()];
    const product = fileURLToPath(new URL('../src/main.js', import.meta.url));
    const bareList = fileURLToPath(new URL('bare-list.js', import.meta.url));
    children.push(serve([product], { ...place.environment, PORT: String(ourPort) }));
    children.push(serve([bareList, place.address, String(barePort)], {}));
    const headers = { cookie: 'diaodu_session=bench' };
    const ours = await targetOf(ourPort, headers);
    const bare: Target = { ...ours, port: barePort };
    const bytes = await assertSameBytes(ours, bare);
    const figures = { ours: [] as number[], bare: [] as number[] };
    for (let round = -1; round < rounds; round++) {
      const [o, b] = [
        await load(ours, CONNECTIONS, milliseconds),
        await load(bare, CONNECTIONS, milliseconds),
      ];
      // The first round only warms both up.
      if (round < 0) continue;
      figures.ours.push(o);
      figures.bare.push(b);
    }
    return { tasks, bytes, ours: median(figures.ours), bare: median(figures.bare) };
  } finally {
    await Promise.all(children.map(end));
    await place.remove();
  }
}

function serve(words: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, words, {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'exit');
  child.kill('SIGTERM');
  await closed;
}

/** Waits for the server and follows `next` for some pages, so that not one page alone is asked for. */
async function targetOf(port: number, headers: Record<string, string>): Promise<Target> {
  const target = { port, headers, paths: [] as string[] };
  const first = `/api/v1/tasks?ledger=${LEDGER_CODE}&limit=100`;
  await untilAnswering(target, first);
  for (let path: string | null = first; path !== null && target.paths.length < PAGES;) {
    target.paths.push(path);
    const { next } = JSON.parse(await fetchBody(target, path)) as { next: string | null };
    path = next === null ? null : `${first}&after=${next}`;
  }
  return target;
}

async function assertSameBytes(ours: Target, bare: Target): Promise<number> {
  await untilAnswering(bare, ours.paths[0] ?? '/');
  let bytes = 0;
  for (const path of ours.paths) {
    const [a, b] = [await fetchBody(ours, path), await fetchBody(bare, path)];
    if (a !== b)
      throw new Error(
        `the bare handler gives other bytes for ${path}:\n${a.slice(0, 500)}\n${b.slice(0, 500)}`,
      );
    bytes = Buffer.byteLength(a);
  }
  return bytes;
}

async function untilAnswering(target: Target, path: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetchBody(target, path);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(200);
    }
  }
}
