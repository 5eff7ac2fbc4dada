import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HAS_REDIS } from '../support/redis.js';
import { startCluster, type Cluster, type Installation } from './cluster.js';
import { answerOf, firstOfDecember, MONTH } from './kill-trials.js';
import { copyProgram, type Program, type Running } from './program.js';
import { stopService } from './service.js';
import { until } from './tables.js';

const DISTRICT = {
  tasks: 3_000,
  departments: 41,
  overdueEvery: 3,
  lastDay: '2023-11-30',
  issuedOn: '2023-11-02',
  supportEvery: 10,
};
/** Small units, so that there are many moments to die in. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '50' };

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
    program = copyProgram();
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

  it('end a month with the hash of an undisturbed run though whoever freezes is killed three times, Redis once', async () => {
    const calm = await cluster.install(DISTRICT);
    const words = ['--json', 'dispatch', 'run', '--month', MONTH];
    const shiftMs = firstOfDecember();
    const { snapshotSha256 } = answerOf(await program.start('cli.js', words, calm.place(shiftMs)).ended);

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
    const frozen = async (): Promise<number> =>
      (await city.ask<{ n: number }>('SELECT COUNT(*)::int AS n FROM task_snapshot'))[0]?.n ?? 0;
    for (let kills = 0; kills < 3; kills++) {
      const before = await frozen();
      await until('the freeze to go on', async () => (await frozen()) > before, 45_000, 20);
      const [run] = await city.ask<{ owner: string }>(
        `SELECT owner FROM schedule_run WHERE job = 'dispatch.freeze' AND state = 'RUNNING'`,
      );
      // Done before the blow: the machine was faster than the test; what it left is judged all the same.
      const pid = Number(run?.owner.split('/')[1]);
      const victim = workers.get(pid);
      if (!victim) break;
      victim.child.kill('SIGKILL');
      await victim.ended;
      workers.delete(pid);
      if (kills === 0) await cluster.redis.kill();
      if (kills === 1) await cluster.redis.start();
      hire();
    }
    const idle = async (): Promise<boolean> => {
      const [left] = await city.ask<{ open: number; done: number }>(
        `SELECT ((SELECT COUNT(*) FROM schedule_run WHERE state NOT IN ('DONE', 'COLLAPSED'))
                + (SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'))::int AS open,
                (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.freeze' AND state = 'DONE')::int AS done`,
      );
      return left?.open === 0 && left.done === 1;
    };
    await until('everything to be worked off', idle, 80_000, 200);
    for (const process of [app, ...workers.values()]) await stopService(process);

    expect(await outcome(city)).toEqual({ ...(await outcome(calm)), sha: snapshotSha256 });
  }, 170_000);
});
