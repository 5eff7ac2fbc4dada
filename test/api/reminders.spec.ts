import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryService } from '../../src/features/reminders/delivery.service.js';
import { Settings } from '../../src/platform/config/settings.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';
import type { MassData } from '../support/mass-data.js';

interface Item {
  id: string;
  department: string;
  recipient: string;
  status: string;
  version: number;
  holder: string;
  fallback: boolean;
}

describe.each(DATABASES)('digests of reminders on %s', (name) => {
  let test: TestApp;
  let data: MassData;
  beforeAll(async () => {
    test = await startTestApp(name);
    data = await novemberDistrict(test);
    // D1 has no liaison, D2 no liaison and a head without e-mail.
    await test.db.unitOfWork.run(async () => {
      await test.db.write(`DELETE FROM post WHERE code IN ('D1-LIAISON', 'D2-LIAISON')`);
      await test.db.write(`UPDATE post SET email = '' WHERE code = 'D2-HEAD'`);
    });
    await freezeNovember(test);
  }, 60_000);
  afterAll(() => test.close());

  const ask = async (url: string, as: string = OFFICE.clerk) =>
    (await test.request('GET', `/api/v1${url}`, { as })).body;
  const digests = async (as: string = OFFICE.clerk): Promise<Item[]> =>
    (await ask('/digests?limit=100', as)).items;
  const rows = async (sql: string) => (await test.db.read<{ n: number }>(sql)).map((row) => Number(row.n));
  const mails = () => readdirSync(join(test.app.get(Settings).DIAODU_DATA_DIR, 'mail'));
  const deliver = () => test.app.get(DeliveryService).deliverDue();

  it('puts every issued reminder into exactly one digest, however often the event is worked', async () => {
    const outbox = test.app.get(Outbox);
    await outbox.workDue();
    const before = await rows('SELECT COUNT(*) AS n FROM digest_item');
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE outbox SET state = 'WAITING' WHERE topic = 'reminders.issued'`),
    );
    await Promise.all([outbox.workDue(), outbox.workDue()]);
    expect(await rows('SELECT COUNT(*) AS n FROM digest_item')).toEqual(before);
    expect(before).toEqual(await rows(`SELECT COUNT(*) AS n FROM reminder WHERE state = 'ISSUED'`));
    expect(before[0]).toBeGreaterThan(0);
    expect(await rows('SELECT SUM(items) AS n FROM digest')).toEqual(before);
    expect(
      await rows(`SELECT COUNT(*) AS n FROM outbox WHERE topic = 'reminders.issued' AND state <> 'DONE'`),
    ).toEqual([0]);
  });

  it('never puts in what still waits for its approver', async () => {
    expect((await rows(`SELECT COUNT(*) AS n FROM reminder WHERE state = 'PROPOSED'`))[0]).toBeGreaterThan(0);
    expect(
      await rows(
        `SELECT COUNT(*) AS n FROM digest_item i JOIN reminder r ON r.id = i.reminder_id WHERE r.state = 'PROPOSED'`,
      ),
    ).toEqual([0]);
  });

  it('goes to the head when there is no liaison and waits for a signature where there is no e-mail', async () => {
    const all = await digests();
    expect(all.find((d) => d.department === 'D0' && d.recipient === 'LIAISON')).toMatchObject({
      fallback: false,
      status: '待发送',
    });
    const [d1, d2] = ['D1', 'D2'].map((code) =>
      all.find((d) => d.department === code && d.recipient === 'LIAISON'),
    );
    expect(d1).toMatchObject({ fallback: true, holder: '1号HEAD', status: '待发送' });
    expect(d2).toMatchObject({ fallback: true, holder: '2号HEAD', status: '待当面签收' });
    const { text } = await ask(`/digests/${d1?.id}`);
    expect(text).toContain('联络员岗位目前空缺');
    expect(text).toMatch(/时限 2023-\d\d-\d\d，今天 2023-11-30，逾期 \d+ 天/);
    expect(text).toContain('区委依法治区办\n　　　　　　　　2023年11月30日');
  });

  it('sends nothing outside working hours and on days off', async () => {
    for (const [day, time] of [
      ['2023-11-30', '08:29'],
      ['2023-11-30', '17:31'],
      ['2023-12-02', '10:00'],
    ] as const) {
      // prettier-ignore
      await test.holdDay(day, time);
      expect(await deliver()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    }
  });

  it('mails each digest once, also when two processes send at the same time; demonstration data go to files', async () => {
    await test.holdDay('2023-11-30', '08:30');
    const counts = await Promise.all([deliver(), deliver(), deliver()]);
    const queued = (await rows('SELECT COUNT(*) AS n FROM delivery'))[0];
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(queued);
    expect(await deliver()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    expect(mails().filter((file) => file.endsWith('.eml'))).toHaveLength(queued ?? -1);
    expect(mails()).toContain('2023-11-30.d0.liaison@localhost.localdomain.eml');
    const mail = readFileSync(
      join(test.app.get(Settings).DIAODU_DATA_DIR, 'mail', '2023-11-30.d0.liaison@localhost.localdomain.eml'),
      'utf8',
    );
    expect(mail).toContain('Message-ID: <2023-11-30.d0.liaison@localhost.localdomain>');
    expect(mail).toContain('liaison0@example.invalid');
  });

  it('puts what is issued after the mail has gone into the next working day’s digest', async () => {
    const [proposed] = await test.db.read<{ id: string }>(`SELECT id FROM reminder WHERE state = 'PROPOSED' AND approver = 'DIRECTOR'
      AND department_id IN (SELECT department_id FROM digest WHERE recipient = 'HEAD') ORDER BY id`); // prettier-ignore
    expect(proposed).toBeDefined();
    await test.request('POST', `/api/v1/reminders/${proposed?.id}/approve`, {
      as: OFFICE.director,
      body: {},
    });
    await test.app.get(Outbox).workDue();
    const [row] = await test.db.read<{ day: string; items: number }>(
      `SELECT d.day, d.items FROM digest d JOIN digest_item i ON i.digest_id = d.id WHERE i.reminder_id = ?`,
      [proposed?.id],
    );
    expect(row).toEqual({ day: '2023-12-01', items: 1 });
    expect((await deliver()).sent).toBe(0);
    await test.holdDay('2023-12-01', '09:00');
    expect((await deliver()).sent).toBe(1);
  });

  it('shows a department its own digests only; a foreign one is as good as none', async () => {
    const own = await digests('D3-HEAD');
    expect(new Set(own.map((digest) => digest.department))).toEqual(new Set(['D3']));
    const foreign = (await digests()).find((digest) => digest.department === 'D0');
    expect(await ask(`/digests/${foreign?.id}`, 'D3-HEAD')).toEqual(
      await ask('/digests/no-such-digest', 'D3-HEAD'),
    );
    expect((await ask('/digests?department=D0', 'D3-HEAD')).items).toEqual([]);
  });

  it('is signed for once, by the department addressed', async () => {
    const digest = (await digests('D3-LIAISON'))[0]!;
    const sign = (as: string, version: number) =>
      test.request('POST', `/api/v1/digests/${digest.id}/sign`, { as, version });
    expect((await sign('D0-LIAISON', digest.version)).body.code).toBe('DIGEST_NOT_FOUND');
    expect((await sign(OFFICE.clerk, digest.version)).status).toBe(403);
    expect((await sign('D3-LIAISON', digest.version + 1)).status).toBe(412);
    const signed = await sign('D3-LIAISON', digest.version);
    expect(signed.body).toMatchObject({ status: '已签收', signedOn: '2023-12-01', signedBy: 'D3-LIAISON' });
    expect((await sign('D3-HEAD', signed.body.version)).body.code).toBe('DIGEST_SIGNED');
  });

  it('gives plain text for a WeChat group and a ledger of all papers sent', async () => {
    await test.db.unitOfWork.run(async () => {
      await test.db.write(`DELETE FROM department_group_member`);
      await test.db.write(`INSERT INTO department_group_member (id, group_id, department_id) SELECT 'm1', id, ? FROM department_group WHERE code = 'RELEVANT_UNITS'`, [data.departmentIds[0]]); // prettier-ignore
    });
    const text = await test.request('GET', '/api/v1/digests/wechat?group=RELEVANT_UNITS&day=2023-11-30', {
      as: OFFICE.clerk,
    });
    expect(text.headers['content-type']).toContain('text/plain');
    expect(text.body).toContain('【法治调度】2023年11月30日，1个单位共');
    expect(text.body).toContain('@0号LIAISON');
    expect(text.body).not.toContain('1局');
    const seen: string[] = [];
    for (let next = ''; ;) {
      const page = await ask(`/digests/reminders?limit=7${next && `&after=${next}`}`);
      seen.push(...page.items.map((line: { reminderId: string }) => line.reminderId));
      if (page.next === null) break;
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([
      ...(await rows('SELECT COUNT(*) AS n FROM digest_item')),
      ...(await rows('SELECT COUNT(*) AS n FROM digest_item')),
    ]);
  });
});
