import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { snapshotHead, snapshotLine } from '../../src/domain/snapshot/snapshot-text.js';
import { DispatchJobs } from '../../src/features/dispatch/dispatch-jobs.js';
import { DispatchReader } from '../../src/features/dispatch/dispatch.reader.js';
import { ShardPlanner } from '../../src/features/dispatch/freeze/shard-planner.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { BellDesk } from '../../src/platform/jobs/bell-desk.js';
import { slotBell } from '../../src/platform/jobs/bell.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { LEASE_MS } from '../../src/platform/jobs/claim.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { FREEZE_JOB, FREEZE_SHARD_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { dyingInPart, dyingJob, waitingBeforePart } from '../support/dying-job.js';
import { CLERK_POST, makeMassData } from '../support/mass-data.js';

const TASKS = 50;
const SHARD = 20;
/** A process of this machine that is gone, and one of a machine that nobody knows. */
const DEAD = `${hostname()}/999999999/x`;
const THERE = 'there-host/1/b';

interface SlotRow {
  slot: string;
  state: string;
  attempts: number;
  owner: string;
}

describe.each(DATABASES)('a freeze in shards on %s', (name) => {
  let test: TestApp;
  let ledgerId: string;

  beforeAll(async () => {
    test = await startTestApp(name, { DIAODU_FREEZE_BATCH: '7' });
    const plan = { tasks: TASKS, departments: 5, overdueEvery: 3, lastDay: '2023-11-30', supportEvery: 4 };
    ({ ledgerId } = await makeMassData(test.db, { ...plan, issuedOn: '2023-11-02' }));
    Object.assign(test.app.get(ShardPlanner), { tasks: SHARD });
  }, 60_000);
  afterAll(() => test.close());

  const job = (which: string) => test.app.get(JobRegistry).job(which);
  /** Somebody else who works on the same tables. */
  const process = (owner: string, leaseMs = LEASE_MS) =>
    new JobRunner(test.db, new RunLedger(test.db, test.app.get(Clock), owner, leaseMs));
  const slots = async (which: string, month: string) =>
    test.db.read<SlotRow>(
      `SELECT slot, state, attempts, owner FROM schedule_run WHERE job = ? AND slot LIKE ? ORDER BY slot`,
      [which, `%/${month}%`],
    );

  /** Of a month that is open: its report forms are part of what is judged. */
  async function preview(month: string) {
    await test.app.get(DispatchJobs, { strict: false }).open(ledgerId, [month]);
    const query = `ledger=KT-2023&month=${month}`;
    return (await test.request('GET', `/api/v1/rounds/preview?${query}`, { as: CLERK_POST })).body;
  }

  async function freeze(month: string) {
    const body = { ledger: 'KT-2023', month };
    const answer = await test.request('POST', '/api/v1/rounds/freeze', { as: CLERK_POST, body });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body;
  }

  /** What has to hold of a month whoever worked it: everything there once, and the hash that its rows give. */
  async function expectWhole(month: string, sha: string, cut = SHARD): Promise<void> {
    const rounds = await test.request('GET', '/api/v1/rounds?ledger=KT-2023', { as: CLERK_POST });
    const round = rounds.body.find((each: { month: string }) => each.month === month);
    const rows = await test.app.get(DispatchReader, { strict: false }).snapshotRows(round.id);
    const [once] = await test.db.read<Record<string, number>>(
      `SELECT (SELECT COUNT(DISTINCT task_id) FROM task_snapshot WHERE round_id = ?) AS tasks,
              (SELECT COUNT(*) FROM task_snapshot WHERE round_id = ?) AS parts,
              (SELECT COUNT(*) FROM audit_event WHERE operation = 'dispatch.freeze' AND object_id = ?) AS closings,
              (SELECT COUNT(*) FROM (SELECT subject_id, recipient, rung, period, deadline_version FROM reminder
                 GROUP BY subject_id, recipient, rung, period, deadline_version HAVING COUNT(*) > 1) d) AS doubled`,
      [round.id, round.id, round.id],
    );
    expect(Object.values(once ?? {}).map(Number)).toEqual([TASKS, TASKS * 2 + 13, 1, 0]);
    expect([round.snapshotSha256, reckoned(month, rows, cut)]).toEqual([sha, sha]);
  }

  it('previews what it then freezes, with a hash that its rows give again cut into the same shards', async () => {
    await test.holdDay('2023-11-30');
    const seen = await preview('2023-11');
    const frozen = await freeze('2023-11');
    expect(frozen).toEqual(seen);
    expect(frozen).toMatchObject({ tasks: TASKS, lights: { RED: 17 }, flags: { raised: 17 } });
    await expectWhole('2023-11', frozen.snapshotSha256);
    const shards = await slots(FREEZE_SHARD_JOB, '2023-11');
    const slot = monthSlot(ledgerId, '2023-11');
    expect(shards.map((each) => [each.slot, each.state, each.attempts])).toEqual(
      [0, 1, 2].map((n) => [`${slot}/${n}`, 'DONE', 1]),
    );
    const again = await freeze('2023-11');
    expect(again).toMatchObject({ snapshotSha256: frozen.snapshotSha256, alreadyDone: true });
  });

  it('is worked by whoever has a hand free, and finished once by whoever freezes', async () => {
    await test.holdDay('2023-12-31');
    const { snapshotSha256 } = await preview('2023-12');
    const slot = monthSlot(ledgerId, '2023-12');
    const helper = process(THERE);
    const shard = job(FREEZE_SHARD_JOB);
    expect(await shard.slotsDue('2023-12-31')).toEqual([]);
    const helped = { n: 0 };
    const freezing = waitingBeforePart(job(FREEZE_JOB), async () => {
      if (helped.n++ > 0) return;
      expect((await shard.slotsDue('2023-12-31')).map((due) => due.slot)).toEqual(
        [0, 1, 2].map((n) => `${slot}/${n}`),
      );
      expect(await helper.workSlot(shard, `${slot}/1`, false)).toBe(true);
      expect(await helper.workSlot(shard, `${slot}/1`, false)).toBe(false);
    });
    expect(await test.app.get(JobRunner).workSlot(freezing, slot, false)).toBe(true);
    const shards = await slots(FREEZE_SHARD_JOB, '2023-12');
    expect(shards.map(({ owner }) => owner === THERE)).toEqual([false, true, false]);
    expect(helped.n).toBe(2);
    await expectWhole('2023-12', snapshotSha256);
  });

  it('goes on where a killed helper and a killed freeze had come to, to the same hash', async () => {
    await test.holdDay('2024-01-31');
    const { snapshotSha256 } = await preview('2024-01');
    const slot = monthSlot(ledgerId, '2024-01');
    const isFrozen = async (n: number): Promise<void> => {
      const [round] = await test.db.read<{ n: number }>(
        `SELECT COUNT(DISTINCT task_id) AS n FROM task_snapshot s JOIN dispatch_round r ON r.id = s.round_id
          WHERE r.month = '2024-01'`,
      );
      if (Number(round?.n) < n) throw new Error(`${round?.n} tasks are frozen`);
    };
    void process(DEAD).workSlot(dyingInPart(job(FREEZE_JOB), 1), slot, false);
    await eventually(() => isFrozen(7));
    void process(DEAD).workSlot(dyingJob(job(FREEZE_SHARD_JOB), 2), `${slot}/1`, false);
    await eventually(() => isFrozen(21));
    const frozen = await freeze('2024-01');
    expect(frozen).toMatchObject({ snapshotSha256, alreadyDone: false, tasks: TASKS });
    await expectWhole('2024-01', snapshotSha256);
    expect((await slots(FREEZE_SHARD_JOB, '2024-01')).map(({ attempts }) => attempts)).toEqual([2, 2, 1]);
    expect(await slots(FREEZE_JOB, '2024-01')).toMatchObject([{ state: 'DONE', attempts: 2 }]);
  });

  it('waits for a shard in other hands no longer than its lease, and refuses what these still want to write', async () => {
    await test.holdDay('2024-02-29');
    const { snapshotSha256 } = await preview('2024-02');
    const slot = monthSlot(ledgerId, '2024-02');
    const hung = waitingBeforePart(job(FREEZE_JOB), () => Promise.race([]));
    void process(DEAD).workSlot(hung, slot, false);
    await eventually(async () => {
      if ((await job(FREEZE_SHARD_JOB).slotsDue('2024-02-29')).length === 0) throw new Error('no plan yet');
    });
    const gate = { open: () => {} };
    const opened = new Promise<void>((resolve) => (gate.open = resolve));
    const shard = job(FREEZE_SHARD_JOB);
    const late = process(THERE, 400).workSlot({ ...dyingJob(shard, 0), run: async (run) => {
      await run.step(() => Promise.resolve(run.cursor));
      await opened;
      await shard.run(run);
    } }, `${slot}/0`, false); // prettier-ignore
    const refusal = late.catch((error: unknown) => String(error));
    await eventually(async () => {
      if ((await slots(FREEZE_SHARD_JOB, '2024-02')).length === 0) throw new Error('not begun');
    });
    const frozen = await freeze('2024-02');
    gate.open();
    expect(await refusal).toContain(`lease of ${FREEZE_SHARD_JOB} ${slot}/0 lost (fence 1)`);
    expect(frozen.snapshotSha256).toBe(snapshotSha256);
    await expectWhole('2024-02', snapshotSha256);
  });

  it('is not worked by a bell that names what is not due, or a job that nobody is rung for', async () => {
    await test.holdDay('2024-03-30');
    const desk = test.app.get(BellDesk, { strict: false });
    const slot = monthSlot(ledgerId, '2024-03');
    for (const bell of [
      slotBell(FREEZE_JOB, slot),
      slotBell(FREEZE_SHARD_JOB, `${slot}/0`),
      slotBell('no-such-job', slot),
    ])
      await desk.answer(bell);
    expect(await test.db.read(`SELECT 1 FROM schedule_run WHERE slot LIKE '%/2024-03%'`)).toEqual([]);
  });

  it('that an earlier version began without shards goes on as one, to the hash that one gives', async () => {
    await test.holdDay('2024-03-31');
    const slot = monthSlot(ledgerId, '2024-03');
    const planner = test.app.get(ShardPlanner);
    Object.assign(planner, { tasks: 1_000 });
    const { snapshotSha256 } = await preview('2024-03');
    void process(DEAD).workSlot(dyingInPart(job(FREEZE_JOB), 2), slot, false);
    await eventually(async () => {
      const [begun] = await test.db.read<{ cursor: string }>(
        `SELECT cursor FROM schedule_run WHERE job = ? AND slot = ?`,
        [FREEZE_SHARD_JOB, `${slot}/0`],
      );
      if (!begun?.cursor.includes('"tasks":14')) throw new Error('not two batches yet');
      await test.db.unitOfWork.run(async () => {
        await test.db.write(`DELETE FROM schedule_run WHERE job = ? AND slot LIKE ?`, [FREEZE_SHARD_JOB, `${slot}/%`]); // prettier-ignore
        await test.db.write(`UPDATE schedule_run SET cursor = ? WHERE job = ? AND slot = ?`, [begun.cursor, FREEZE_JOB, slot]); // prettier-ignore
      });
    });
    Object.assign(planner, { tasks: SHARD });
    expect((await freeze('2024-03')).snapshotSha256).toBe(snapshotSha256);
    await expectWhole('2024-03', snapshotSha256, TASKS);
  });
});

/** The month's hash worked out again from its rows: tasks with their parts, cut after every so many tasks. */
function reckoned(
  month: string,
  rows: Awaited<ReturnType<DispatchReader['snapshotRows']>>,
  cut: number,
): string {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const asOf = { '2023-11': '30', '2024-02': '29' }[month] ?? '31';
  const head = sha(snapshotHead('KT-2023', month, `${month}-${asOf}`));
  const shards: string[] = [];
  let tasks = 0;
  for (const row of rows) {
    if (row.role === 'TASK' && tasks++ % cut === 0) shards.push(head);
    shards.push(sha(`${shards.pop()}\n${snapshotLine(row)}`));
  }
  return shards.length === 1
    ? (shards[0] ?? '')
    : shards.reduce((link, hash) => sha(`${link}\n${hash}`), head);
}
