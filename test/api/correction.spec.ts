import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { makeMassData } from '../support/mass-data.js';

const CLERK = 'YFB-CLERK';
const DIRECTOR = 'YFB-DIRECTOR';

describe.each(DATABASES)('a change to a frozen month on %s', (name) => {
  let test: TestApp;
  let november: { id: string; snapshotSha256: string };
  let paper: { id: string; bytes: string };
  beforeAll(async () => {
    test = await startTestApp(name);
    const data = await makeMassData(test.db, {
      tasks: 6,
      departments: 3,
      overdueEvery: 3,
      lastDay: '2023-11-30',
    });
    await test.db.unitOfWork.run(async () => {
      await test.db.write(`UPDATE ledger SET issued_on = '2023-11-02'`);
      for (const kind of ['CLERK', 'DIRECTOR']) {
        await test.db.write(
          `INSERT INTO post (id, code, department_id, kind, holder, email, from_day, version) VALUES (?, ?, ?, ?, '某', '', '2022-01-01', 1)`,
          [`post-${kind}`, `YFB-${kind}`, data.departmentIds[0] ?? '', kind],
        );
      }
    });
    await test.holdDay('2023-12-01');
    await freeze('2023-11');
    november = await round('2023-11');
    paper = await bulletin(november.id);
  }, 60_000);
  afterAll(() => test.close());

  const ask = async (url: string, as = CLERK) => (await test.request('GET', `/api/v1${url}`, { as })).body;
  const tell = (url: string, body: object, as = CLERK, version?: number) =>
    test.request('POST', `/api/v1${url}`, { as, body, ...(version === undefined ? {} : { version }) });
  const freeze = (month: string) => tell('/rounds/freeze', { ledger: 'KT-2023', month });
  const round = async (month: string) =>
    (await ask('/rounds?ledger=KT-2023')).find((each: { month: string }) => each.month === month);
  const rows = async (roundId: string) =>
    JSON.stringify((await ask(`/rounds/${roundId}/rows?limit=100`)).items);
  const bulletin = async (roundId: string) => {
    const { id } = (await tell(`/rounds/${roundId}/bulletin`, {}, DIRECTOR)).body;
    return { id, bytes: String(await ask(`/bulletins/${id}/files/md`)) };
  };

  it('is told as 追溯更正 in the next bulletin and changes neither the month nor its papers', async () => {
    const frozen = await rows(november.id);
    const report = (await test.db.read<{ id: string; version: number }>(
      `SELECT r.id, r.version FROM progress_report r JOIN task t ON t.id = r.task_id WHERE t.number = '2' AND r.month = '2023-11'`,
    ))[0]; // prettier-ignore
    const corrected = await tell(
      `/reports/${report?.id}/correct`,
      { verifiedProgress: 60, reason: '现场核查，进度核减' },
      CLERK,
      report?.version,
    );
    expect(corrected.status).toBe(200);
    await test.app.get(Outbox, { strict: false }).workDue();

    expect(await rows(november.id)).toBe(frozen);
    expect((await round('2023-11')).snapshotSha256).toBe(november.snapshotSha256);
    expect(await ask(`/rounds/${november.id}/corrections`)).toEqual([]);

    await test.holdDay('2024-01-01');
    expect((await freeze('2023-12')).status).toBe(200);
    const december = await round('2023-12');
    expect(await ask(`/rounds/${december.id}/corrections`)).toEqual([
      expect.objectContaining({
        month: '2023-11',
        field: 'verifiedProgress',
        was: '95',
        now: '60',
        shownIn: '2023-12',
      }),
    ]);
    const next = await bulletin(december.id);
    expect(next.bytes).toContain('追溯更正');
    expect(next.bytes).toContain('现场核查，进度核减');
    expect(paper.bytes).not.toContain('追溯更正');
    const task = (await ask(`/rounds/${december.id}/rows?limit=100`)).items.find(
      (row: { number: string }) => row.number === '2',
    );
    expect(task.verifiedProgress).toBe(60);
  });

  it('gives the same bytes for the old bulletin afterwards', async () => {
    expect((await bulletin(november.id)).id).toBe(paper.id);
    expect((await bulletin(november.id)).bytes).toBe(paper.bytes);
    expect((await round('2023-11')).snapshotSha256).toBe(november.snapshotSha256);
  });
});
