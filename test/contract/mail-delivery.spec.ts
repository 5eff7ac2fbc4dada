import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../../src/domain/calendar/working-calendar.js';
import { DeliveryService } from '../../src/features/reminders/delivery.service.js';
import { DeliveryChannels } from '../../src/features/reminders/delivery-channels.js';
import { DeliveryTable } from '../../src/features/reminders/delivery-table.js';
import { DeliverySettings } from '../../src/features/reminders/delivery-settings.js';
import { DeliveryStore } from '../../src/features/reminders/delivery.store.js';
import { RobotKeys } from '../../src/features/reminders/robots/robot-keys.js';
import { RobotStore } from '../../src/features/reminders/robots/robot.store.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { SecretBox } from '../../src/platform/auth/secret-box.js';
import { HttpRobots } from '../../src/platform/notify/robots/http-robots.js';
import { SmtpMailer } from '../../src/platform/notify/smtp-mailer.js';
import { openTestDatabase, DATABASES, type TestDatabase } from '../support/databases.js';
import { startMailServer, type MailMode, type MailServer } from '../support/mail-server.js';
import { deliveryStates, queueDigests, TenOClock } from '../support/waiting-digests.js';

const MAILS = 8;
const HOUR = 3_600_000;
const QUICK = { connect: 500, greet: 500, silence: 300, whole: 3_000 };

describe.each(DATABASES)('digests through a mail server that misbehaves, on %s', (name) => {
  let test: TestDatabase;
  let server: MailServer;
  let clock: TenOClock;
  let mailer: SmtpMailer | null = null;

  beforeAll(async () => {
    test = await openTestDatabase(name);
    server = await startMailServer();
  }, 60_000);
  afterAll(async () => {
    mailer?.close();
    await server.close();
    await test.close();
  });

  /** A process of its own over the same tables. */
  const sender = () => {
    const { db, settings } = test;
    if (!mailer) throw new Error('begin first');
    const robots = new RobotStore(db);
    const keys = new RobotKeys(new SecretBox(Buffer.alloc(32, 2), 'group robots'));
    const channels = new DeliveryChannels(mailer, new HttpRobots(() => 0), robots, keys);
    const audit = new AuditTrail(db, clock, Buffer.alloc(32, 1));
    const table = new DeliveryTable(new DeliveryStore(db), robots, clock, audit, db.unitOfWork);
    const calendars = { calendar: async () => workingCalendar([]) };
    return new DeliveryService(table, channels, new DeliverySettings(settings), calendars as never, clock);
  };

  const begin = async (mode: MailMode) => {
    server.mode = mode;
    server.taken.length = 0;
    // A connection that is already open would not be greeted again.
    mailer?.close();
    mailer = new SmtpMailer(server.url, 'diaodu@office.example', QUICK);
    clock = new TenOClock();
    await test.db.unitOfWork.run(async () => {
      for (const table of ['delivery', 'digest', 'department']) await test.db.write(`DELETE FROM ${table}`);
      await test.db.write(
        `INSERT INTO department (id, code, name, short_name, kind, path, is_enforcement_unit, is_responsible_department, version)
         VALUES ('d', 'SWJ', '区水务局', '水务局', 'GOVERNMENT', '/', 0, 0, 1)`,
      );
      const ids = Array.from({ length: MAILS }, (_, i) => i);
      await queueDigests(
        test.db,
        ids.map((i) => ({
          departmentId: 'd',
          holder: '联络员',
          subject: '提醒',
          channel: 'MAIL',
          address: `r${i}@swj.example`,
          messageId: `m${i}@office.example`,
        })),
      );
    });
  };
  const states = () => deliveryStates(test.db);
  const copies = () => {
    const counts = new Map<string, number>();
    for (const { messageId } of server.taken) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return [...counts.values()];
  };

  it('sends each once when three processes send at the same time', async () => {
    await begin('accepts');
    const counts = await Promise.all([sender(), sender(), sender()].map((one) => one.deliverDue()));
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(MAILS);
    expect(await states()).toEqual({ SENT: MAILS });
    expect(copies()).toEqual(Array.from({ length: MAILS }, () => 1));
  });

  it('passes over what another worker is taking this very moment', async () => {
    // SQLite has no row locks; its units run one after another.
    if (!test.db.isPostgres) return;
    await begin('accepts');
    const store = new DeliveryStore(test.db);
    const next = () => store.next('MAIL', '2023-11-30', clock.now(), clock.now());
    const other = test.db.source.createQueryRunner();
    await other.startTransaction();
    try {
      await other.query("SELECT id FROM delivery WHERE id <> 'v7' FOR UPDATE");
      expect(await test.db.unitOfWork.run(next)).toMatchObject({ id: 'v7' });
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
    expect(await test.db.unitOfWork.run(next)).toMatchObject({ id: 'v0' });
  });

  it.each<MailMode>(['refuses the greeting', 'is busy at the recipient', 'fails after the content'])(
    '%s: waits, tries again and delivers each once when the server has recovered',
    async (mode) => {
      await begin(mode);
      expect(await sender().deliverDue()).toEqual({ sent: 0, failed: MAILS, givenUp: 0 });
      expect(await sender().deliverDue()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
      server.mode = 'accepts';
      clock.pass(5 * 60_000);
      expect(await sender().deliverDue()).toEqual({ sent: MAILS, failed: 0, givenUp: 0 });
      expect(copies()).toEqual(Array.from({ length: MAILS }, () => 1));
    },
  );

  it('takes the content and never says so: at most two copies, with one Message-ID', async () => {
    await begin('takes the content and never says so');
    expect((await sender().deliverDue()).failed).toBe(MAILS);
    server.mode = 'accepts';
    clock.pass(5 * 60_000);
    expect((await sender().deliverDue()).sent).toBe(MAILS);
    expect(copies()).toEqual(Array.from({ length: MAILS }, () => 2));
  });

  it('knows no such recipient: given up at once, with the server’s words, for the office to see', async () => {
    await begin('knows no such recipient');
    expect((await sender().deliverDue()).givenUp).toBe(MAILS);
    const [row] = await test.db.read<{ error: string; tries: number }>(
      'SELECT last_error AS error, tries FROM delivery',
    );
    expect(row).toMatchObject({ error: expect.stringContaining('550'), tries: 1 });
  });

  it('tries at least five times over 24 hours before it gives up', async () => {
    await begin('is busy at the recipient');
    let tries = 0;
    const began = clock.now();
    let lastTry = began;
    for (let step = 0; step < 200 && (await states())['GIVEN_UP'] === undefined; step++) {
      const { failed, givenUp } = await sender().deliverDue();
      if (failed + givenUp > 0) {
        tries += 1;
        lastTry = clock.now();
      }
      clock.pass(HOUR / 4);
    }
    expect(await states()).toEqual({ GIVEN_UP: MAILS });
    expect(tries).toBeGreaterThanOrEqual(5);
    expect(lastTry - began).toBeGreaterThanOrEqual(24 * HOUR);
  }, 60_000);

  it('leaves a delivery to the process that holds it, and takes it over when that one is gone', async () => {
    await begin('accepts');
    await test.db.unitOfWork.run(() =>
      test.db.write('UPDATE delivery SET fence = 1, lease_until = ?', [clock.now() + 600_000]),
    );
    expect((await sender().deliverDue()).sent).toBe(0);
    clock.pass(600_001);
    expect((await sender().deliverDue()).sent).toBe(MAILS);
  });
});
