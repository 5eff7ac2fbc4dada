import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/free-port.js';
import type { Bench, CrashCase } from '../case.js';
import { foundCity, type City } from '../city.js';
import { hasDebianPostgres, hasProgram } from '../has-program.js';
import type { Program } from '../program.js';
import { until } from '../tables.js';
import { CLERK_COOKIE } from '../web-office.js';

/** Fewer than a post may keep. */
const VIEWS = 25;
const COMMIT = Buffer.from('COMMIT');

/** What the clerk was told of each view, at the first asking and at last. */
interface Asked {
  first: number[];
  last: number[];
  /** How many COMMITs got no answer. */
  lost: number;
  rows: number;
  events: number;
}

/**
 * Lets a clerk save views one after another while one in two COMMITs gets no answer: half of those never reach the server,
 * half are carried out and only the answer is lost. With keys he asks again until he is told; without, once.
 */
async function saveViews(bench: Bench, program: Program, withKeys: boolean): Promise<Asked> {
  const city = await foundCity(bench.folder(), 20);
  const port = await freePort();
  const settings = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error', PORT: String(port) };
  const service = program.start('main.js', [], city.place(0, settings));
  const asked: Asked = { first: [], last: [], lost: 0, rows: 0, events: 0 };
  try {
    const base = `http://127.0.0.1:${port}`;
    const answers = () => fetch(`${base}/health/live`).then(({ ok }) => ok).catch(() => false);
    await until('the service to answer', answers, 60_000, 20);
    city.wires.postgres.judgeBy(({ from, bytes }) => {
      if (from !== 'client' || !bytes.includes(COMMIT) || bench.random() < 0.5) return 'pass';
      asked.lost += 1;
      return bench.random() < 0.5 ? 'cut' : 'passAndCut';
    });
    for (let n = 0; n < VIEWS; n++) {
      const statuses = [await saveView(base, n, withKeys)];
      while (withKeys && statuses.at(-1) === 503 && statuses.length < 40) {
        await sleep(20);
        statuses.push(await saveView(base, n, withKeys));
      }
      asked.first.push(statuses[0] ?? 0);
      asked.last.push(statuses.at(-1) ?? 0);
    }
    asked.rows = await count(city, 'SELECT COUNT(*)::int AS n FROM saved_view');
    asked.events = await count(city, `SELECT COUNT(*)::int AS n FROM audit_event WHERE operation = 'dashboard.saveView'`);
    return asked;
  } finally {
    service.child.kill('SIGTERM');
    await service.ended;
    await city.stop();
  }
} // prettier-ignore

async function saveView(base: string, n: number, withKey: boolean): Promise<number> {
  const answer = await fetch(`${base}/api/v1/saved-views`, {
    method: 'POST',
    headers: {
      cookie: CLERK_COOKIE,
      'content-type': 'application/json',
      ...(withKey ? { 'idempotency-key': `crash-matrix-view-${n}` } : {}),
    },
    body: JSON.stringify({ name: `view ${n}`, filter: {}, columns: ['number'], sort: 'number' }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function count(city: City, sql: string): Promise<number> {
  return (await city.ask<{ n: number }>(sql))[0]?.n ?? 0;
}

const times = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length;
const lacks = () => hasProgram('redis-server') ?? hasDebianPostgres();

/** C11u. */
export const lostAnswers: CrashCase = {
  id: 'C11u',
  what: 'PostgreSQL’s answer to one in two COMMITs lost, before or after it was carried out; asked again with the same Idempotency-Key',
  lacks,
  async run(bench) {
    const { verdict } = bench;
    let [trials, unknown] = [0, 0];
    for (let round = 0; round < bench.times(1, 20); round++) {
      const { first, last, lost, rows, events } = await saveViews(bench, bench.program(), true);
      verdict.same('told in the end', times(last, 201), VIEWS);
      verdict.same('rows and audit events', [rows, events], [VIEWS, VIEWS]);
      verdict.holds('answers were lost', times(first, 503) > 3);
      trials += lost;
      unknown += times(first, 503);
    }
    return { trials, saw: `${unknown} people told that the outcome is unknown; asked again, each deed there once` };
  },
}; // prettier-ignore

/** B15. Where no key says what is the same deed, nobody may do it again by himself. */
export const repeatedBlindly: CrashCase = {
  id: 'B15',
  what: 'planted: a COMMIT with unknown outcome is done again without asking',
  lacks,
  async run(bench) {
    const { verdict } = bench;
    const calm = await saveViews(bench, bench.program(), false);
    verdict.same('refused though nothing stood in the way', times(calm.first, 409), 0);
    const program = bench.program();
    program.patch('platform/database/unit-of-work.js', 'if (!isUndone(error))', `if (!isUndone(error) && error?.code !== 'OUTCOME_UNKNOWN')`);
    const planted = await saveViews(bench, program, false);
    const refused = times(planted.first, 409);
    verdict.holds('people are refused because of what they themselves have saved', refused > 0);
    return { trials: calm.lost + planted.lost, saw: `caught: ${refused} of ${VIEWS} refused as if another had been faster, though it was saved for them` };
  },
}; // prettier-ignore
