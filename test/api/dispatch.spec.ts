import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DispatchReader } from '../../src/features/dispatch/dispatch.reader.js';
import { beginFreeze, chainRows } from '../../src/features/dispatch/freeze/freeze-progress.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { makeMassData, type MassData } from '../support/mass-data.js';

const CLERK = 'YFB-CLERK';
const DIRECTOR = 'YFB-DIRECTOR';

describe.each(DATABASES)('the monthly round over HTTP on %s', (name) => {
  let test: TestApp;
  let data: MassData;
  beforeAll(async () => {
    test = await startTestApp(name);
    data = await makeMassData(test.db, { tasks: 30, departments: 5, overdueEvery: 3, lastDay: '2023-11-30' });
    await office(test, data);
    await test.holdDay('2023-11-29');
  }, 60_000);
  afterAll(() => test.close());

  const month = { ledger: 'KT-2023', month: '2023-11' };
  const ask = (url: string, as = CLERK) => test.request('GET', `/api/v1${url}`, { as });
  const tell = (url: string, body?: object, as = CLERK, version?: number) =>
    test.request('POST', `/api/v1${url}`, {
      as,
      body: body ?? {},
      ...(version === undefined ? {} : { version }),
    });
  const roundId = async (): Promise<string> => (await ask('/rounds?ledger=KT-2023')).body[0].id;
  const count = async (table: string): Promise<number> =>
    Number((await test.db.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

  it('refuses to freeze before the month’s last day and names the day (FREEZE_TOO_EARLY)', async () => {
    const answer = await tell('/rounds/freeze', month);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'FREEZE_TOO_EARLY',
      details: { lastDay: '2023-11-30', today: '2023-11-29' },
    });
    expect(await count('task_snapshot')).toBe(0);
  });

  it('refuses a month outside the ledger (MONTH_OUTSIDE_LEDGER) and an unknown ledger (LEDGER_NOT_FOUND)', async () => {
    expect((await tell('/rounds/freeze', { ...month, month: '2022-12' })).body.code).toBe(
      'MONTH_OUTSIDE_LEDGER',
    );
    expect((await tell('/rounds/freeze', { ...month, ledger: 'KT-1999' })).body.code).toBe(
      'LEDGER_NOT_FOUND',
    );
    expect((await tell('/rounds/freeze', { ...month, month: '2023-13' })).body.code).toBe('REQUEST_INVALID');
  });

  it('previews without writing, and the freeze then does exactly what was previewed', async () => {
    await test.holdDay('2023-11-30');
    const preview = (await ask('/rounds/preview?ledger=KT-2023&month=2023-11')).body;
    expect([await count('task_snapshot'), await count('reminder'), await count('overdue_flag')]).toEqual([
      0, 0, 0,
    ]);
    const frozen = await tell('/rounds/freeze', month);
    expect(frozen.status).toBe(200);
    expect(frozen.body).toEqual(preview);
    expect(frozen.body).toMatchObject({
      tasks: 30,
      lights: { RED: 10 },
      flags: { raised: 10 },
      alreadyDone: false,
    });
    expect(frozen.body.reminders.created).toBe(await count('reminder'));
    expect(frozen.body.overdue).toHaveLength(10);
    expect(frozen.body.overdue[0].explanation).toContain('逾期');
  });

  it('keeps rows from which the hash can be reckoned again, in reading order', async () => {
    const rows = await test.app.get(DispatchReader, { strict: false }).snapshotRows(await roundId());
    const round = (await ask(`/rounds/${await roundId()}`)).body;
    expect(chainRows(beginFreeze('KT-2023', '2023-11', '2023-11-30').hash, rows)).toBe(round.snapshotSha256);
  });

  it('changes nothing when asked again', async () => {
    const before = [
      await count('task_snapshot'),
      await count('reminder'),
      await count('overdue_flag'),
      await count('audit_event'),
    ];
    const again = (await tell('/rounds/freeze', month)).body;
    expect(again).toMatchObject({ alreadyDone: true, flags: { raised: 0 }, reminders: { created: 0 } });
    expect([
      await count('task_snapshot'),
      await count('reminder'),
      await count('overdue_flag'),
      await count('audit_event'),
    ]).toEqual(before);
  });

  it('shows a department only its own part of the month, whatever it asks for', async () => {
    const own = (await ask(`/rounds/${await roundId()}/rows?department=D1`, 'D2-LIAISON')).body.items;
    expect(new Set(own.map((row: { departmentCode: string }) => row.departmentCode))).toEqual(
      new Set(['D2']),
    );
    const office_ = (await ask(`/rounds/${await roundId()}/rows?light=RED&limit=4`)).body;
    expect(office_.items).toHaveLength(4);
    const next = (await ask(`/rounds/${await roundId()}/rows?light=RED&limit=100&after=${office_.next}`))
      .body;
    expect(next.items).toHaveLength(6);
    expect((await ask('/rounds/no-such-round')).body.code).toBe('ROUND_NOT_FOUND');
  });

  it('gives the month its further states only to whom they belong and on the version seen', async () => {
    const id = await roundId();
    const round = (await ask(`/rounds/${id}`)).body;
    expect(round).toMatchObject({
      state: 'FROZEN',
      stateLabel: '已冻结',
      meetingOn: '2023-12-07',
      madeUp: false,
    });
    expect((await tell(`/rounds/${id}/meet`, {}, CLERK)).body.code).toBe('IF_MATCH_REQUIRED');
    expect((await tell(`/rounds/${id}/meet`, {}, CLERK, round.version + 5)).status).toBe(412);
    const met = await tell(`/rounds/${id}/meet`, {}, CLERK, round.version);
    expect(met.body.state).toBe('MET');
    expect((await tell(`/rounds/${id}/publish`, {}, CLERK, met.body.version)).status).toBe(403);
    const published = await tell(`/rounds/${id}/publish`, {}, DIRECTOR, met.body.version);
    expect(published.body).toMatchObject({ state: 'PUBLISHED', publishedOn: '2023-11-30' });
    expect((await tell(`/rounds/${id}/meet`, {}, CLERK, published.body.version)).status).toBe(409);
  });

  it('lets a 通报 out only when the approver the ladder names has approved it (政府督查工作条例第二十一条)', async () => {
    const proposed = await reminders(test, 'CIRCULAR_NOTICE');
    expect(proposed[0]).toMatchObject({ state: 'PROPOSED', number: '' });
    const id = proposed[0]?.id ?? '';
    expect((await tell(`/reminders/${id}/approve`, {}, 'YFB-LEADER')).body.code).toBe('REMINDER_APPROVER');
    const approved = await tell(`/reminders/${id}/approve`, {}, DIRECTOR);
    expect(approved.body).toMatchObject({ state: 'ISSUED', number: '通〔2023〕1号' });
    expect((await tell(`/reminders/${id}/approve`, {}, DIRECTOR)).body.code).toBe('REMINDER_SETTLED');
  });

  it('takes an answer only from the department that was reminded, and a dismissal only with a reason', async () => {
    const [first, second] = await reminders(test, 'FOLLOW_UP_NOTICE');
    const foreign = await tell(
      `/reminders/${first?.id}/reply`,
      { text: '已在办理' },
      `${otherThan(first?.code)}-LIAISON`,
    );
    expect(foreign.body.code).toBe('REMINDER_NOT_FOUND');
    const own = await tell(
      `/reminders/${first?.id}/reply`,
      { text: '已在办理，本周报送' },
      `${first?.code}-LIAISON`,
    );
    expect(own.body).toMatchObject({ state: 'REPLIED', stateReason: '已在办理，本周报送' });
    expect((await tell(`/reminders/${second?.id}/dismiss`, {})).body.code).toBe('REQUEST_INVALID');
    expect((await tell(`/reminders/${second?.id}/dismiss`, { text: '任务登记有误' })).body.state).toBe(
      'DISMISSED',
    );
  });

  it('numbers papers of a series without gap or repetition', async () => {
    const rows = await test.db.read<{ number: string }>(
      `SELECT DISTINCT number FROM reminder WHERE rung = 'FOLLOW_UP_NOTICE'`,
    );
    const numbers = rows.map((row) => Number(/〕(\d+)号/.exec(row.number)?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it('freezes months in order (EARLIER_MONTH_NOT_FROZEN)', async () => {
    await test.holdDay('2024-02-10');
    const answer = await tell('/rounds/freeze', { ...month, month: '2024-01' });
    expect(answer.body).toMatchObject({ code: 'EARLIER_MONTH_NOT_FROZEN', details: { missing: '2023-12' } });
  });
});

interface ReminderRow {
  id: string;
  state: string;
  number: string;
  code: string;
}

function reminders(test: TestApp, rung: string): Promise<ReminderRow[]> {
  return test.db.read<ReminderRow>(
    `SELECT r.id, r.state, r.number, d.code FROM reminder r JOIN department d ON d.id = r.department_id
      WHERE r.rung = ? ORDER BY r.number, r.id`,
    [rung],
  );
}

function otherThan(code: string | undefined): string {
  return code === 'D1' ? 'D2' : 'D1';
}

/** The office's own posts and an issue date in November, so that November is the first round. */
async function office(test: TestApp, data: MassData): Promise<void> {
  await test.db.unitOfWork.run(async () => {
    await test.db.write(`UPDATE ledger SET issued_on = '2023-11-02'`);
    for (const kind of ['CLERK', 'DIRECTOR', 'LEADER']) {
      await test.db.write(
        `INSERT INTO post (id, code, department_id, kind, holder, email, from_day, version) VALUES (?, ?, ?, ?, ?, '', '2022-01-01', 1)`,
        [`post-${kind}`, `YFB-${kind}`, data.departmentIds[0] ?? '', kind, `${kind}某`],
      );
    }
  });
}
