import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../../src/domain/calendar/working-calendar.js';
import { DeliveryChannels } from '../../src/features/reminders/delivery-channels.js';
import { DeliveryService } from '../../src/features/reminders/delivery.service.js';
import { DeliverySettings } from '../../src/features/reminders/delivery-settings.js';
import { DeliveryTable } from '../../src/features/reminders/delivery-table.js';
import { DeliveryStore } from '../../src/features/reminders/delivery.store.js';
import { RobotKeys } from '../../src/features/reminders/robots/robot-keys.js';
import { RobotStore } from '../../src/features/reminders/robots/robot.store.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { SecretBox } from '../../src/platform/auth/secret-box.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { HttpRobots } from '../../src/platform/notify/robots/http-robots.js';
import { persistence } from '../../src/app/persistence.js';
import type { Database } from '../../src/platform/database/database.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { startRobotServer, type RobotMode, type RobotServer } from '../support/robot-server.js';
import { deliveryStates, queueDigests, TenOClock } from '../support/waiting-digests.js';

const MINUTE = 60_000;
/** These are waited for until the time is up. */
const SILENT: readonly RobotMode[] = ['is silent', 'takes the message and never says so'];
const KEY = (n: number) => `693a91f6-1111-4bc4-97a0-${String(n).padStart(12, '0')}`;

describe.each(DATABASES)('digests through robots whose server misbehaves, on %s', (name) => {
  let test: TestDatabase;
  let second: Database;
  let server: RobotServer;
  let clock: TenOClock;
  const keys = new RobotKeys(new SecretBox(Buffer.alloc(32, 2), 'group robots'));

  beforeAll(async () => {
    test = await openTestDatabase(name);
    // SQLite is the edition of one process.
    second = name === 'postgres' ? await openDatabase(test.settings, persistence, () => undefined) : test.db;
    server = await startRobotServer();
  }, 60_000);
  afterAll(async () => {
    await server.close();
    if (second !== test.db) await second.close();
    await test.close();
  });

  /** A process of its own: its own connections where asked, the same tables. */
  const worker = (db: Database = test.db, robots = new RobotStore(db)) => {
    const local = { WECOM: server.url, DINGTALK: server.url };
    const sender = new HttpRobots(() => clock.now(), local, SILENT.includes(server.mode) ? 300 : 5_000);
    const audit = new AuditTrail(db, clock, Buffer.alloc(32, 1));
    const table = new DeliveryTable(new DeliveryStore(db), robots, clock, audit, db.unitOfWork);
    const noMail = { send: () => Promise.reject(new Error('no mail here')) };
    const channels = new DeliveryChannels(noMail as never, sender, robots, keys);
    const calendars = { calendar: async () => workingCalendar([]) };
    return new DeliveryService(
      table,
      channels,
      new DeliverySettings(test.settings),
      calendars as never,
      clock,
    );
  };

  /** So many digests for each of so many robots. */
  const begin = async (mode: RobotMode, robots: number, each: number) => {
    clock = new TenOClock();
    Object.assign(server, { mode, led: 0, now: () => clock.now() });
    server.taken.length = 0;
    await test.db.unitOfWork.run(async () => {
      for (const table of ['delivery', 'digest', 'department_robot', 'robot_pace', 'department'])
        await test.db.write(`DELETE FROM ${table}`);
      const store = new RobotStore(test.db);
      for (let r = 0; r < robots; r++) {
        await test.db.write(
          `INSERT INTO department (id, code, name, short_name, kind, path, is_enforcement_unit, is_responsible_department, version)
           VALUES (?, ?, ?, ?, 'GOVERNMENT', '/', 0, 0, 1)`,
          [`d${r}`, `D${r}`, `单位${r}`, `单位${r}`],
        );
        const sealed = keys.seal(`r${r}`, { kind: 'WECOM', key: KEY(r), secret: null });
        await store.add({
          id: `r${r}`,
          departmentId: `d${r}`,
          kind: 'WECOM',
          ...sealed,
          state: 'ON',
          version: 1,
        });
      }
      const all = Array.from({ length: robots * each }, (_, i) => ({ i, r: i % robots }));
      await queueDigests(
        test.db,
        all.map(({ i, r }) => ({
          departmentId: `d${r}`,
          holder: '',
          subject: `单位${r}提醒`,
          channel: 'ROBOT_WECOM',
          address: `r${r}`,
          messageId: `m${i}@x`,
        })),
      );
    });
  };
  const states = () => deliveryStates(test.db);
  const fullestMinute = (instants: number[]) =>
    Math.max(...instants.map((from) => instants.filter((at) => at >= from && at < from + MINUTE).length));

  it('sends each department its own digest once, though three workers send at the same time', async () => {
    await begin('accepts', 41, 1);
    const counts = await Promise.all([worker(), worker(), worker(second)].map((one) => one.deliverDue()));
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(41);
    expect(await states()).toEqual({ SENT: 41 });
    expect(new Set(server.taken.map(({ address }) => address)).size).toBe(41);
    for (const { address, content } of server.taken) {
      const r = Number(address.slice(-12));
      expect(content).toContain(`单位${r}提醒`);
      expect(content).toMatch(/〔编号 m\d+@x〕$/);
    }
  });

  it('41 digests through one robot are sent within five minutes and never more than 15 a minute', async () => {
    await begin('accepts', 1, 41);
    const workers = [worker(), worker(), worker(second)];
    const began = clock.now();
    for (let tick = 0; tick < 10 && (await states())['QUEUED'] !== undefined; tick++) {
      await Promise.all(workers.map((one) => one.deliverDue()));
      clock.pass(MINUTE / 2);
    }
    expect(await states()).toEqual({ SENT: 41 });
    expect(server.taken).toHaveLength(41);
    expect(fullestMinute(server.taken.map(({ at }) => at))).toBe(15);
    expect(Math.max(...server.taken.map(({ at }) => at)) - began).toBeLessThanOrEqual(5 * MINUTE);
    const [tries] = await test.db.read<{ most: number }>('SELECT MAX(tries) AS most FROM delivery');
    expect(tries?.most).toBe(1);
  });

  it('planted: a robot whose turns nobody counts is seen to be too fast by the same measure', async () => {
    class Hasty extends RobotStore {
      override turn(): Promise<null> {
        return Promise.resolve(null);
      }
    }
    await begin('accepts', 1, 41);
    const workers = [test.db, test.db, second].map((db) => worker(db, new Hasty(db)));
    await Promise.all(workers.map((one) => one.deliverDue()));
    expect(fullestMinute(server.taken.map(({ at }) => at))).toBe(41);
  });

  it.each<RobotMode>(['is busy', 'redirects', 'is silent', 'closes the connection'])(
    '%s: waits, tries again and delivers each once when the server has recovered',
    async (mode) => {
      await begin(mode, 3, 1);
      expect(await worker().deliverDue()).toEqual({ sent: 0, failed: 3, givenUp: 0 });
      expect(server.led).toBe(0);
      server.mode = 'accepts';
      clock.pass(5 * MINUTE);
      expect(await worker().deliverDue()).toEqual({ sent: 3, failed: 0, givenUp: 0 });
      expect(server.taken).toHaveLength(3);
    },
  );

  it.each<RobotMode>(['says too fast', 'answers 429'])(
    '%s: that robot is left in peace for ten minutes, whatever waits for it',
    async (mode) => {
      await begin(mode, 1, 8);
      const { failed } = await worker().deliverDue();
      expect(failed).toBeGreaterThanOrEqual(1);
      expect(failed).toBeLessThanOrEqual(4);
      server.mode = 'accepts';
      clock.pass(9 * MINUTE);
      expect(await worker().deliverDue()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
      clock.pass(MINUTE);
      expect(await worker().deliverDue()).toEqual({ sent: 8, failed: 0, givenUp: 0 });
    },
  );

  it('takes the message and never says so: at most two copies, with one number', async () => {
    await begin('takes the message and never says so', 1, 1);
    await worker().deliverDue();
    server.mode = 'accepts';
    clock.pass(5 * MINUTE);
    await worker().deliverDue();
    expect(server.taken.map(({ content }) => content)).toEqual([
      server.taken[0]?.content,
      server.taken[0]?.content,
    ]);
  });

  it('knows no such robot: given up at once, and the key is in no table', async () => {
    await begin('knows no such robot', 2, 1);
    expect((await worker().deliverDue()).givenUp).toBe(2);
    const rows = await test.db.read<{ error: string }>('SELECT last_error AS error FROM delivery');
    expect(rows[0]?.error).toContain('93000');
    for (const table of ['delivery', 'department_robot', 'robot_pace', 'audit_event'])
      expect(JSON.stringify(await test.db.read(`SELECT * FROM ${table}`))).not.toContain(KEY(0));
  });

  it('gives up in the open what waits for a robot that is switched off', async () => {
    await begin('accepts', 2, 1);
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE department_robot SET state = 'OFF' WHERE id = 'r1'`),
    );
    expect(await worker().deliverDue()).toEqual({ sent: 1, failed: 0, givenUp: 1 });
  });

  it('tries at least five times over 24 hours before it gives up', async () => {
    await begin('is busy', 1, 1);
    const began = clock.now();
    for (let step = 0; step < 200 && (await states())['GIVEN_UP'] === undefined; step++) {
      await worker().deliverDue();
      clock.pass(15 * MINUTE);
    }
    const [row] = await test.db.read<{ tries: number; at: number }>(
      'SELECT tries, next_at AS at FROM delivery',
    );
    expect(row?.tries).toBeGreaterThanOrEqual(5);
    expect((row?.at ?? 0) - began).toBeGreaterThanOrEqual(24 * 60 * MINUTE);
  }, 30_000);
});
