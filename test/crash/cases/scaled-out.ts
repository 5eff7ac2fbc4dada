import { setTimeout as sleep } from 'node:timers/promises';
import { debianPostgresBin } from '../../support/debian-postgres.js';
import type { Bench, CrashCase, Told } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkMonth } from '../checker.js';
import { foundCity, type City } from '../city.js';
import { Crew } from '../crew.js';
import { hasProgram } from '../has-program.js';
import { AS_OF, MONTH } from '../kill-trials.js';
import { endingsOf, MonthRun } from '../month-run.js';
import { shiftTo } from '../service.js';
import { until } from '../tables.js';
import { networkFaults, postgresFaults, redisFaults, type Fault } from './server-faults.js';

const TASKS = 3_000;
const DUE_DAY = '2023-12-01';
/** Small units, so that the month has many moments to be disturbed in. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '20', DIAODU_LOG_LEVEL: 'error' };

/** A whole due day of an app and two workers, in which servers and wires fail one after another. */
async function disturbedDay(bench: Bench, day: number, faults: readonly Fault[]): Promise<string[]> {
  const city = await foundCity(bench.folder(), TASKS);
  const { verdict } = bench;
  const program = bench.program();
  const crew = new Crew(program, city, shiftTo(`${DUE_DAY}T09:00`), SETTINGS);
  let after: Crew | null = null;
  try {
    await until('the freeze to begin', async () => (await snapshotRows(city)) > 0, 60_000, 20);
    for (const fault of faults) {
      bench.history.add({ op: 'fault', trial: day, name: fault.name });
      await fault.happen(city, crew);
      await sleep(200 + bench.random() * 800);
    }
    await crew.stop();
    // An hour later: what was being sent when its process died is due again.
    after = new Crew(program, city, shiftTo(`${DUE_DAY}T10:00`), SETTINGS);
    await until(
      'everything to be worked off',
      async () => (await left(city)).length === 0,
      150_000,
      250,
    ).catch(async () => verdict.same('left undone', await left(city), []));
    await after.stop();
    verdict.same('processes that ended by themselves afterwards', after.endings, []);
    await city.lay();
    verdict.add(checkMonth(city.data, city.ledgerId, MONTH, AS_OF, DUE_DAY));
    verdict.add(checkDigests(city.data, DUE_DAY));
    verdict.same(
      'hash',
      await hashIn(city),
      await new MonthRun(bench, program, await bench.template(TASKS)).hash(),
    );
    return crew.endings;
  } finally {
    await crew.stop();
    await after?.stop();
    await city.stop();
  }
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const placed = all.map((one) => ({ one, place: random() }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}

async function snapshotRows(city: City): Promise<number> {
  return (await city.ask<{ n: number }>('SELECT COUNT(*)::int AS n FROM task_snapshot'))[0]?.n ?? 0;
}

async function hashIn(city: City): Promise<string | undefined> {
  return (
    await city.ask<{ sha: string }>(
      `SELECT snapshot_sha256 AS sha FROM dispatch_round WHERE month = '${MONTH}'`,
    )
  )[0]?.sha;
}

/** What is still to be done: nothing once the month is frozen, the chase and the notices of the day are done and every mail of the day is out. */
async function left(city: City): Promise<string[]> {
  const open = await city.ask<{ what: string }>(
    `SELECT job || ' ' || slot || ' ' || state AS what FROM schedule_run WHERE state NOT IN ('DONE', 'COLLAPSED')
     UNION ALL SELECT 'event ' || topic || ' ' || last_error FROM outbox WHERE state = 'WAITING'
     UNION ALL SELECT 'mail of ' || d.day || ' ' || v.state || ' ' || v.last_error
       FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.state <> 'SENT' AND d.day <= '${DUE_DAY}'
     UNION ALL SELECT job FROM (VALUES ('dispatch.freeze'), ('dispatch.chase'), ('dispatch.notices')) AS wanted (job)
      WHERE job NOT IN (SELECT job FROM schedule_run WHERE state = 'DONE')`,
  );
  return open.map(({ what }) => what);
}

function scaledOut(
  id: string,
  what: string,
  kinds: (random: () => number) => readonly Fault[],
  quick: number,
  long: number,
): CrashCase {
  return {
    id,
    what,
    lacks: () => hasProgram('redis-server') ?? (debianPostgresBin() ? null : 'no PostgreSQL of Debian'),
    async run(bench: Bench): Promise<Told> {
      const all = kinds(bench.random);
      const faults = all.length;
      const days = bench.times(quick, long);
      const endings: string[] = [];
      for (let day = 0; day < days; day++) {
        endings.push(...(await disturbedDay(bench, day, shuffled(all, bench.random))));
      }
      const deaths = endings.length === 0 ? 'no process died' : `processes ended ${endingsOf(endings)}`;
      return {
        trials: days * faults,
        saw: `${days} days of an app and two workers; ${deaths}; same hash as in peace, every mail once`,
      };
    },
  };
}

/** C9. */
export const redisLost = scaledOut(
  'C9',
  'Redis killed, paused, emptied, begun anew, out of memory, while an app and two workers work a due day; a worker killed',
  redisFaults,
  1,
  20,
);

/** C10. */
export const networkCut = scaledOut(
  'C10',
  'the wires to PostgreSQL and to Redis silent, reset, or silent in one direction, on a due day of an app and two workers',
  networkFaults,
  1,
  20,
);

/** C11. */
export const postgresLost = scaledOut(
  'C11',
  'PostgreSQL stopped at once, a backend killed −9, all sessions ended, no connection left, on a due day of an app and two workers',
  postgresFaults, 1, 20,
); // prettier-ignore
