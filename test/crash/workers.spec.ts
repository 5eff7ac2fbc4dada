import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HAS_REDIS } from '../support/redis.js';
import { startCluster, type Cluster, type Installation } from './cluster.js';
import { answerOf, firstOfDecember, MONTH, MONTH_COMMAND } from './kill-trials.js';
import { copyProgram, type Program, type Running } from './program.js';
import { stopService } from './service.js';
import { withSmallShards } from './small-shards.js';
import { until } from './tables.js';

/** What a process may be at when it is killed: it freezes the month, or it helps with a shard. */
type Part = 'freezes' | 'helps';
const VICTIMS: readonly Part[] = ['helps', 'freezes', 'freezes'];

const SHARD = 150;
const DISTRICT = {
  tasks: 3_000,
  departments: 41,
  overdueEvery: 3,
  lastDay: '2023-11-30',
  issuedOn: '2023-11-02',
  supportEvery: 10,
};
/** Small units, so that there are many moments to die in. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '10' };

it('a worker refuses settings under which it would do nothing, and ends with 2', async () => {
  const program = copyProgram();
  const place = { data: program.folder, settings: { DIAODU_JOBS: 'off' } };
  const idle = await program.start('worker.js', [], place).ended;
  expect([idle.code, idle.stderr]).toEqual([2, expect.stringContaining('DIAODU_JOBS')]);
  const deaf = await program.start('worker.js', [], {
    data: program.folder,
    settings: { DIAODU_TRANSPORT: 'bullmq' },
  }).ended;
  expect([deaf.code, deaf.stderr]).toEqual([2, expect.stringContaining('REDIS_URL')]);
  program.remove();
}, 30_000);

describe.each(HAS_REDIS ? ['PostgreSQL and Redis'] : [])('an app and two workers on %s', () => {
  let program: Program;
  let cluster: Cluster;

  beforeAll(async () => {
    program = withSmallShards(copyProgram(), SHARD);
    cluster = await startCluster();
  }, 60_000);
  afterAll(async () => {
    await cluster.stop();
    program.remove();
  });

  /** What a month has left behind, in figures and the hash. */
  async function outcome({ ask }: Installation): Promise<object> {
    const [row] = await ask<object>(
      `SELECT r.snapshot_sha256 AS sha, r.state,
              (SELECT COUNT(*)::int FROM task_snapshot s WHERE s.round_id = r.id) AS rows,
              (SELECT COUNT(*)::int FROM overdue_flag) AS flags,
              (SELECT COUNT(*)::int FROM reminder WHERE slot LIKE '%/' || r.month) AS reminders,
              (SELECT COUNT(DISTINCT number)::int FROM reminder WHERE slot LIKE '%/' || r.month) AS numbers,
              (SELECT COUNT(*)::int FROM audit_event WHERE operation = 'dispatch.freeze') AS closings
         FROM dispatch_round r WHERE r.month = $1`,
      MONTH,
    );
    return row ?? {};
  }

  /** Whoever freezes now, and whoever is in the middle of a shard of it beside him; null where there is nobody. */
  async function atWork({ ask }: Installation): Promise<Record<Part, number | null>> {
    const [run] = await ask<Record<Part, string | null>>(
      `SELECT f.owner AS freezes,
              (SELECT MIN(s.owner) FROM schedule_run s WHERE s.job = 'dispatch.freeze-shard' AND s.state = 'RUNNING'
                  AND s.cursor <> '' AND s.owner <> f.owner AND s.lease_until > 0) AS helps
         FROM schedule_run f WHERE f.job = 'dispatch.freeze' AND f.state = 'RUNNING'`,
    );
    const pidOf = (owner?: string | null): number | null => (owner ? Number(owner.split('/')[1]) : null);
    return { freezes: pidOf(run?.freezes), helps: pidOf(run?.helps) };
  }

  /** Waits until one of the workers is at that part of the month; gives it. */
  async function found(city: Installation, workers: Map<number, Running>, part: Part): Promise<Running> {
    const at = async (): Promise<Running | undefined> => workers.get((await atWork(city))[part] ?? 0);
    let one: Running | undefined;
    await until(`somebody who ${part}`, async () => (one = await at()) !== undefined, 45_000, 5);
    if (!one) throw new Error(`nobody ${part}`);
    return one;
  }

  /** Nothing runs, nothing waits, and the month is frozen. */
  async function isIdle(city: Installation): Promise<boolean> {
    const [left] = await city.ask<{ open: number; done: number }>(
      `SELECT ((SELECT COUNT(*) FROM schedule_run WHERE state NOT IN ('DONE', 'COLLAPSED'))
              + (SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'))::int AS open,
              (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.freeze' AND state = 'DONE')::int AS done`,
    );
    return left?.open === 0 && left.done === 1;
  }

  it('share the shards of a month and end it with the hash of an undisturbed run though helpers and whoever freezes are killed, Redis once', async () => {
    const calm = await cluster.install(DISTRICT);
    const shiftMs = firstOfDecember();
    const { snapshotSha256 } = answerOf(
      await program.start('cli.js', MONTH_COMMAND, calm.place(shiftMs)).ended,
    );

    const city = await cluster.install(DISTRICT);
    const place = city.place(firstOfDecember(), SETTINGS);
    const app = program.start('main.js', [], city.place(firstOfDecember(), { DIAODU_JOBS: 'off' }));
    const workers = new Map<number, Running>();
    const hire = (): void => {
      const worker = program.start('worker.js', [], place);
      workers.set(worker.child.pid ?? 0, worker);
    };
    hire();
    hire();
    const killed: Part[] = [];
    for (const part of VICTIMS) {
      const victim = await found(city, workers, part);
      victim.child.kill('SIGKILL');
      if ((await victim.ended).signal === 'SIGKILL') killed.push(part);
      workers.delete(victim.child.pid ?? 0);
      if (killed.length === 1) await cluster.redis.kill();
      if (killed.length === 2) await cluster.redis.start();
      hire();
    }
    expect(killed).toEqual(VICTIMS);
    await until('everything to be worked off', () => isIdle(city), 80_000, 200);
    for (const process of [app, ...workers.values()]) await stopService(process);

    expect(await outcome(city)).toEqual({ ...(await outcome(calm)), sha: snapshotSha256 });
    // Worked by more than one process, and taken up again where one was killed.
    const shards = await city.ask<{ n: number; shared: boolean; again: boolean }>(
      `SELECT COUNT(*)::int AS n, COUNT(DISTINCT owner) > 1 AS shared, SUM(attempts) > COUNT(*) AS again
         FROM schedule_run WHERE job = 'dispatch.freeze-shard'`,
    );
    expect(shards).toEqual([{ n: DISTRICT.tasks / SHARD, shared: true, again: true }]);
  }, 170_000);
});
