import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReaddressSweep } from '../../src/features/reminders/readdress.sweep.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';

const { clerk, director } = OFFICE;

interface Line {
  id: string;
  number: string;
  state: string;
  rung: string;
  department: string;
  digestId: string | null;
  holder: string;
  recipient: string;
}

describe.each(DATABASES)('the ledger of reminders on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
    await freezeNovember(test);
    await test.app.get(Outbox).workDue();
  }, 60_000);
  afterAll(() => test.close());

  const list = async (query: string, as: string = clerk): Promise<Line[]> =>
    (await test.request('GET', `/api/v1/reminders?limit=100&${query}`, { as })).body.items;
  const count = async (where: string) =>
    Number((await test.db.read<{ n: number }>(`SELECT COUNT(*) AS n FROM reminder WHERE ${where}`))[0]?.n);
  const digest = async (id: string) =>
    (await test.request('GET', `/api/v1/digests/${id}`, { as: clerk })).body;
  const sweep = () => test.app.get(ReaddressSweep, { strict: false }).sweep();
  const givenUp = async (id: string) =>
    test.db.unitOfWork.run(() =>
      test.db.write(
        `UPDATE delivery SET state = 'GIVEN_UP', tries = 5, last_error = '拒收' WHERE digest_id = ?`,
        [id],
      ),
    );

  it('is narrowed by state, approver, rung, month and department, and shows what is only proposed to the office', async () => {
    const proposed = await list('state=PROPOSED');
    expect(proposed).toHaveLength(await count(`state = 'PROPOSED'`));
    expect(proposed[0]).toMatchObject({
      number: '',
      stateLabel: '待批准',
      delivery: null,
      deliveryLabel: '待汇总',
    });
    expect(await list('state=PROPOSED&approver=LEADER')).toHaveLength(await count(`approver = 'LEADER'`));
    expect(await list('rung=FOLLOW_UP_NOTICE')).toHaveLength(await count(`rung = 'FOLLOW_UP_NOTICE'`));
    expect(await list('month=2023-10')).toEqual([]);
    expect((await list('month=2023-11&department=D1')).every((line) => line.department === 'D1')).toBe(true);
    expect((await list('delivery=QUEUED')).length).toBeGreaterThan(0);
  });

  it('shows a department only what was sent to it', async () => {
    const own = await list('', 'D1-HEAD');
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((line) => line.department === 'D1' && line.number !== '')).toBe(true);
    expect(await list('department=D2', 'D1-HEAD')).toEqual([]);
    expect(await list('state=PROPOSED', 'D1-HEAD')).toEqual([]);
  });

  it('finds replies that are overdue, until they are given', async () => {
    await test.holdDay('2023-12-20', '10:00');
    const late = await list('overdue=true&department=D1');
    expect(late.length).toBeGreaterThan(0);
    const [first] = late as [Line];
    await test.request('POST', `/api/v1/reminders/${first.id}/reply`, {
      as: 'D1-LIAISON',
      body: { text: '已整改到位' },
    });
    expect(await list('overdue=true&department=D1')).toHaveLength(late.length - 1);
    expect((await list('state=REPLIED'))[0]).toMatchObject({
      stateReason: '已整改到位',
      stateLabel: '已答复',
    });
  });

  it('keeps the proof of a signature: who, in which post, when and how', async () => {
    const [line] = (await list('department=D1&unsigned=true&recipient=LIAISON')) as [Line];
    const { version } = await digest(line.digestId ?? '');
    await test.request('POST', `/api/v1/digests/${line.digestId}/sign`, {
      as: 'D1-LIAISON',
      version,
      body: {},
    });
    const signed = (await list('department=D1')).find(({ id }) => id === line.id);
    expect(signed).toMatchObject({
      deliveryLabel: '已签收',
      signature: { on: '2023-12-20', by: 'D1-LIAISON', holder: '1号LIAISON', how: '系统内签收' },
    });
    const refused = await test.request('POST', `/api/v1/digests/${line.digestId}/resend`, {
      as: clerk,
      body: {},
    });
    expect(refused.body.code).toBe('DIGEST_SIGNED');
  });

  it('sends again what was given up, when the office says so, and nothing that needs no sending', async () => {
    const [line] = (await list('department=D2&recipient=LIAISON&delivery=QUEUED')) as [Line];
    const resend = (as: string) =>
      test.request('POST', `/api/v1/digests/${line.digestId}/resend`, { as, body: {} });
    expect((await resend(clerk)).body.code).toBe('DEED_NOT_ALLOWED');
    await givenUp(line.digestId ?? '');
    expect((await list('delivery=GIVEN_UP'))[0]).toMatchObject({
      deliveryLabel: '已放弃',
      lastError: '拒收',
      tries: 5,
    });
    expect((await resend('D2-HEAD')).status).toBe(403);
    expect((await resend(director)).body).toMatchObject({ delivery: 'QUEUED', tries: 0, lastError: '' });
    expect(await list('delivery=GIVEN_UP')).toEqual([]);
  });

  it('refuses to send what has no mail (DIGEST_NOT_MAILED) or is on its way (DIGEST_BEING_SENT)', async () => {
    const [line] = (await list('department=D3&recipient=LIAISON')) as [Line];
    const id = line.digestId ?? '';
    await givenUp(id);
    const write = (sql: string) => test.db.unitOfWork.run(() => test.db.write(sql, [id]));
    await write(`UPDATE delivery SET lease_until = 99999999999999 WHERE digest_id = ?`);
    const resend = async () =>
      (await test.request('POST', `/api/v1/digests/${id}/resend`, { as: clerk, body: {} })).body.code;
    expect(await resend()).toBe('DIGEST_BEING_SENT');
    await write('DELETE FROM delivery WHERE digest_id = ?');
    expect(await resend()).toBe('DIGEST_NOT_MAILED');
  });

  it('follows the post: what the former holder never signed for goes to the next, or to the head while there is none', async () => {
    const [line] = (await list('department=D4&recipient=LIAISON&unsigned=true')) as [Line];
    const id = line.digestId ?? '';
    const write = (sql: string) => test.db.unitOfWork.run(() => test.db.write(sql));
    await sweep();
    expect((await digest(id)).holder).toBe('4号LIAISON');
    await write(`UPDATE post SET to_day = '2023-12-15' WHERE code = 'D4-LIAISON'`);
    await sweep();
    expect(await digest(id)).toMatchObject({ holder: '4号HEAD', fallback: true, delivery: 'QUEUED' });
    expect((await digest(id)).text).toContain('联络员岗位目前空缺');
    await write(
      `INSERT INTO post (id, code, department_id, kind, holder, email, from_day, version)
       SELECT 'next-liaison', code, department_id, kind, '新联络员', 'new@example.invalid', '2023-12-18', 1 FROM post WHERE code = 'D4-LIAISON'`,
    );
    await sweep();
    expect(await digest(id)).toMatchObject({ holder: '新联络员', fallback: false, delivery: 'QUEUED' });
    const [mail] = await test.db.read<{ address: string; messageId: string }>(
      `SELECT address, message_id AS "messageId" FROM delivery WHERE digest_id = ?`,
      [id],
    );
    expect(mail?.address).toBe('new@example.invalid');
    expect(mail?.messageId).toMatch(/^r\d+\.2023-11-30\.d4\.liaison@/);
    const before = (await digest(id)).version;
    await sweep();
    expect((await digest(id)).version).toBe(before);
  });

  it('gives the text for one department of a group', async () => {
    const text = await test.request('GET', '/api/v1/digests/wechat?day=2023-11-30&department=D4', {
      as: clerk,
    });
    expect(text.status).toBe(200);
    expect(text.body).toContain('4局');
    expect(text.body).not.toContain('3局');
  });
});
