import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryService } from '../../src/features/reminders/delivery.service.js';
import { Settings } from '../../src/platform/config/settings.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';

const KEY = '693a91f6-1111-4bc4-97a0-0ec2d1fa5aaa';
const TOKEN = 'ab'.repeat(32);
const SECRET = `SEC${'cd'.repeat(32)}`;

describe.each(DATABASES)('group robots on %s', (name) => {
  let test: TestApp;
  let wecom: { id: string; version: number };
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
  }, 60_000);
  afterAll(() => test.close());

  const add = (body: object, as: string = OFFICE.clerk) =>
    test.request('POST', '/api/v1/robots', { as, body });
  const sent = () => readdirSync(join(test.app.get(Settings).DIAODU_DATA_DIR, 'robot'));
  const read = (file: string) =>
    readFileSync(join(test.app.get(Settings).DIAODU_DATA_DIR, 'robot', file), 'utf8');

  it('are entered by the office or the system administrator with a pasted address, and never show their key', async () => {
    const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`;
    const added = await add({ department: 'D1', kind: 'WECOM', key: address });
    expect(added).toMatchObject({
      status: 201,
      body: { department: 'D1', kind: 'WECOM', state: 'ON', hasSecret: false },
    });
    wecom = added.body;
    const signed = await add({ department: 'D1', kind: 'DINGTALK', key: TOKEN, secret: SECRET }, 'SYSADMIN');
    expect(signed).toMatchObject({ status: 201, body: { hasSecret: true, label: '钉钉群机器人' } });
    const list = await test.request('GET', '/api/v1/robots', { as: OFFICE.clerk });
    const tables = ['department_robot', 'robot_pace', 'audit_event', 'idempotency_record'];
    const rows = await Promise.all(tables.map((table) => test.db.read(`SELECT * FROM ${table}`)));
    const everything = JSON.stringify([added, signed.body, list.body, rows]);
    for (const secret of [KEY, TOKEN, SECRET]) expect(everything).not.toContain(secret);
    expect(list.body.items).toHaveLength(2);
  });

  it.each([
    [{ department: 'D1', kind: 'WECOM', key: KEY }, 409, 'ROBOT_EXISTS'],
    [{ department: 'NOSUCH', kind: 'WECOM', key: KEY }, 400, 'ROBOT_DEPARTMENT_UNKNOWN'],
    [{ department: 'D2', kind: 'WECOM', key: 'http://127.0.0.1:6379/' }, 400, 'ROBOT_KEY_INVALID'],
    [{ department: 'D2', kind: 'WECOM', key: KEY, secret: SECRET }, 400, 'ROBOT_KEY_INVALID'],
    [
      { department: 'D2', kind: 'DINGTALK', key: `https://evil.example/robot/send?access_token=${TOKEN}` },
      400,
      'ROBOT_KEY_INVALID',
    ],
  ])('refuse %j with %d %s', async (body, status, code) => {
    expect(await add(body)).toMatchObject({ status, body: { code } });
  });

  it('get the digests of their own department, once on each channel, and no other', async () => {
    await freezeNovember(test);
    await test.app.get(Outbox).workDue();
    await test.app.get(DeliveryService).deliverDue();
    await test.app.get(DeliveryService).deliverDue();
    const rows = await test.db.read<{ channel: string; code: string; state: string; n: number }>(
      `SELECT v.channel, o.code, v.state, CAST(COUNT(*) AS integer) AS n FROM delivery v JOIN digest d ON d.id = v.digest_id
         JOIN department o ON o.id = d.department_id WHERE v.channel <> 'MAIL' GROUP BY v.channel, o.code, v.state ORDER BY v.channel`,
    );
    const digests = await test.request('GET', '/api/v1/digests?limit=100&department=D1', {
      as: OFFICE.clerk,
    });
    const n = digests.body.items.length;
    expect(n).toBeGreaterThan(0);
    expect(rows).toEqual([
      { channel: 'ROBOT_DINGTALK', code: 'D1', state: 'SENT', n },
      { channel: 'ROBOT_WECOM', code: 'D1', state: 'SENT', n },
    ]);
    expect(digests.body.items[0]).toMatchObject({ robot: 'SENT', robotStatus: '已发送', robotError: '' });
    expect(sent()).toHaveLength(2 * n);
    for (const file of sent())
      expect(read(file)).toMatch(/^【法治调度】[\s\S]*〔编号 (wecom|dingtalk)\..*d1\.[\s\S]*〕$/);
  });

  it('are tried by a message that tells nothing, and only while switched on', async () => {
    const url = `/api/v1/robots/${wecom.id}`;
    const tried = await test.request('POST', `${url}/test`, { as: OFFICE.clerk, body: {} });
    expect(tried).toMatchObject({ status: 200, body: { sent: true, reason: '' } });
    expect(sent().some((file) => file.startsWith('test.'))).toBe(true);
    const stale = await test.request('POST', `${url}/switch`, {
      as: OFFICE.clerk,
      version: 9,
      body: { state: 'OFF' },
    });
    expect(stale.status).toBe(412);
    const off = await test.request('POST', `${url}/switch`, {
      as: OFFICE.clerk,
      version: 1,
      body: { state: 'OFF' },
    });
    expect(off).toMatchObject({ status: 200, body: { state: 'OFF', version: 2 } });
    const refused = await test.request('POST', `${url}/test`, { as: OFFICE.clerk, body: {} });
    expect(refused).toMatchObject({ status: 409, body: { code: 'ROBOT_OFF' } });
    const missing = await test.request('POST', '/api/v1/robots/none/test', { as: OFFICE.clerk, body: {} });
    expect(missing).toMatchObject({ status: 404, body: { code: 'ROBOT_NOT_FOUND' } });
  });

  it('keep to their pace when somebody tries again and again', async () => {
    const { items } = (await test.request('GET', '/api/v1/robots', { as: OFFICE.clerk })).body;
    const { id } = items.find(({ kind }: { kind: string }) => kind === 'DINGTALK');
    const answers: number[] = [];
    for (let i = 0; i < 16; i++)
      answers.push(
        (await test.request('POST', `/api/v1/robots/${id}/test`, { as: OFFICE.clerk, body: {} })).status,
      );
    const last = await test.request('POST', `/api/v1/robots/${id}/test`, { as: OFFICE.clerk, body: {} });
    expect(last).toMatchObject({ status: 409, body: { code: 'ROBOT_PACED' } });
    expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(15);
  });

  it('what was given up stands in the list of what was not delivered, and goes out when sent again', async () => {
    await test.db.unitOfWork.run(() =>
      test.db.write(
        `UPDATE delivery SET state = 'GIVEN_UP', last_error = 'errcode 93000' WHERE channel = 'ROBOT_DINGTALK'`,
      ),
    );
    const list = await test.request('GET', '/api/v1/digests?givenUp=true', { as: OFFICE.clerk });
    expect(list.body.items[0]).toMatchObject({
      robot: 'GIVEN_UP',
      robotStatus: '已放弃',
      robotError: 'errcode 93000',
    });
    const papers = await test.request('GET', '/api/v1/reminders?department=D1', { as: OFFICE.clerk });
    const toldOf = papers.body.items.find(({ digestId }: { digestId: string | null }) => digestId !== null);
    expect(toldOf).toMatchObject({
      robot: 'GIVEN_UP',
      robotLabel: '已放弃',
      robotError: 'errcode 93000',
    });
    const { id } = list.body.items[0];
    const again = await test.request('POST', `/api/v1/digests/${id}/resend`, { as: OFFICE.clerk, body: {} });
    expect(again).toMatchObject({ status: 200, body: { robot: 'QUEUED' } });
  });

  it('get another key, after which the old one is nowhere', async () => {
    const url = `/api/v1/robots/${wecom.id}/key`;
    const changed = await test.request('PUT', url, {
      as: 'SYSADMIN',
      version: 2,
      body: { key: KEY.replace('1111', '2222') },
    });
    expect(changed).toMatchObject({ status: 200, body: { version: 3, state: 'OFF' } });
  });
});
