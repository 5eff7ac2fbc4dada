import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANCHOR_JOB } from '../../src/platform/anchors/anchor.job.js';
import { AnchorStanding } from '../../src/platform/anchors/anchor-standing.js';
import { AnchorPlaces } from '../../src/platform/anchors/anchor-places.js';
import type { AnchorSent } from '../../src/platform/anchors/anchor-place.js';
import { SendAnchors } from '../../src/platform/anchors/send-anchors.js';
import { AUDIT_KEY } from '../../src/platform/audit/audit.module.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { verifyAudit } from '../../src/platform/audit/verify-audit.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Logger } from '../../src/platform/log/logger.js';
import type { Mailer } from '../../src/platform/notify/mailer.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { MovingClock } from '../support/moving-clock.js';
import { openOffice } from '../support/office.js';

const HOUR_MS = 3_600_000;

describe.each(DATABASES)('points of the audit chain outside the database, on %s', (name) => {
  let test: TestApp;
  let mails: MailServer;
  let clock: MovingClock;
  let share: string;
  let changes = 0;

  beforeAll(async () => {
    share = mkdtempSync(join(tmpdir(), 'diaodu-anchors-'));
    mkdirSync(join(share, 'disk'));
    mails = await startMailServer();
    test = await startTestApp(name, {
      DIAODU_ANCHOR_DIRS: join(share, 'disk'),
      DIAODU_ANCHOR_MAIL: 'auditor@example.invalid',
      DIAODU_SMTP_URL: mails.url,
      DIAODU_ANCHOR_LOG: 'off',
    });
    await openOffice(test);
    clock = new MovingClock(test.app);
    // An hour that begins now, so that all of it lies within one day.
    clock.instant = Math.ceil(clock.instant / (24 * HOUR_MS)) * 24 * HOUR_MS;
  });
  afterAll(async () => {
    await test.close();
    await mails.close();
    rmSync(share, { recursive: true, force: true });
  });

  const change = () =>
    test.db.unitOfWork.run(async () => {
      const objectId = String(++changes);
      test.app.get(AuditTrail).record({ operation: 'test.change', objectKind: 'test', objectId });
    });
  const take = () => {
    const job = test.app.get(JobRegistry).job(ANCHOR_JOB);
    return test.app.get(JobRunner).workDue(job, '2026-11-27', 3);
  };
  const send = () => test.app.get(SendAnchors).sweep();
  const onDisk = (): AnchorSent[] =>
    readdirSync(join(share, 'disk')).flatMap((file) =>
      readFileSync(join(share, 'disk', file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as AnchorSent),
    );
  const standing = async () =>
    Object.fromEntries(
      (await test.app.get(AnchorStanding).read()).places.map((place) => [place.name.slice(0, 4), place]),
    );

  it('arrive at every place, each confirmed by itself', async () => {
    await change();
    expect((await take()).failed).toEqual([]);
    expect(onDisk()).toEqual([]);
    await send();
    const anchor = onDisk()[0]!;
    const verdict = await verifyAudit(test.db, test.app.get<Buffer>(AUDIT_KEY), onDisk());
    expect(verdict).toMatchObject({ ok: true, head: { seq: anchor.seq, hash: anchor.hash } });
    expect(anchor.count).toBe(anchor.seq);
    expect(mails.taken.map(({ to }) => to)).toEqual(['auditor@example.invalid']);
    expect(anchorIn(mails.taken[0]!.source)).toMatchObject({ seq: anchor.seq, hash: anchor.hash });
    expect(await standing()).toMatchObject({
      fold: { seq: anchor.seq, isOverdue: false },
      mail: { seq: anchor.seq, isOverdue: false },
    });
  });

  it('are taken once an hour, and mailed once a day', async () => {
    await take();
    await send();
    expect(onDisk()).toHaveLength(1);
    clock.pass(HOUR_MS);
    await change();
    await take();
    await send();
    const [first, second] = onDisk();
    expect(second!.seq).toBeGreaterThan(first!.seq);
    expect(mails.taken).toHaveLength(1);
    clock.pass(24 * HOUR_MS);
    await take();
    await send();
    expect(mails.taken).toHaveLength(2);
    expect(readdirSync(join(share, 'disk'))).toHaveLength(2);
  });

  it('wait for a place that fails, are told as overdue, and arrive once it is back', async () => {
    clock.pass(HOUR_MS);
    renameSync(join(share, 'disk'), join(share, 'gone'));
    await change();
    await take();
    await send();
    const waiting = { isOverdue: false, lastError: expect.stringContaining('ENOENT') };
    expect(await standing()).toMatchObject({ fold: waiting });
    mails.mode = 'refuses the content';
    clock.pass(22 * HOUR_MS);
    await take();
    await send();
    clock.pass(2 * HOUR_MS);
    expect(await standing()).toMatchObject({ fold: { isOverdue: true }, mail: { isOverdue: true } });
    expect((await test.app.get(AnchorStanding).read()).overdue).toBe(2);
    renameSync(join(share, 'gone'), join(share, 'disk'));
    mails.mode = 'accepts';
    const before = onDisk().length;
    await take();
    await send();
    expect(onDisk()).toHaveLength(before + 3);
    const arrived = { isOverdue: false, lastError: null };
    expect(await standing()).toMatchObject({ fold: arrived, mail: arrived });
  });

  it('are given up loudly after a day and a half, and the next one is tried all the same', async () => {
    renameSync(join(share, 'disk'), join(share, 'gone'));
    clock.pass(HOUR_MS);
    await take();
    for (let tries = 0; tries < 41; tries++) {
      await send();
      clock.pass(HOUR_MS + 1);
    }
    const states = await test.db.read(`SELECT state FROM anchor WHERE place LIKE 'folder:%' ORDER BY at DESC LIMIT 1`); // prettier-ignore
    expect(states).toEqual([{ state: 'GIVEN_UP' }]);
    expect((await standing())['fold']).toMatchObject({ isOverdue: true });
    renameSync(join(share, 'gone'), join(share, 'disk'));
    await take();
    await send();
    expect((await standing())['fold']).toMatchObject({ isOverdue: false });
  });

  it('of all days lie on the chain, counted and digested from one to the next', async () => {
    const anchors = onDisk();
    expect(anchors.length).toBeGreaterThan(3);
    expect(await verifyAudit(test.db, test.app.get<Buffer>(AUDIT_KEY), anchors)).toMatchObject({ ok: true });
    const spoilt = anchors.map((anchor, place) => (place === 1 ? { ...anchor, hash: 'f'.repeat(64) } : anchor)); // prettier-ignore
    expect(await verifyAudit(test.db, test.app.get<Buffer>(AUDIT_KEY), spoilt)).toMatchObject({ ok: false });
  });
});

describe('the choice of places', () => {
  const mailer = { send: () => Promise.resolve() } as Mailer;
  const warningsOf = (variables: Record<string, string>) =>
    new AnchorPlaces(loadSettings({ DIAODU_DATA_DIR: '/srv/data', ...variables }), mailer, new Logger('silent'))
      .warnings; // prettier-ignore

  it.each([
    ['one place alone', {}, '只存放在 1 处'],
    ['none', { DIAODU_ANCHOR_LOG: 'off' }, '只存放在 0 处'],
    ['a log that keeps no such lines', { DIAODU_LOG_LEVEL: 'warn' }, '只存放在 0 处'],
    ['a folder within the data', { DIAODU_ANCHOR_DIRS: '/srv/data/anchors' }, '在数据目录之内'],
    ['mail without a server', { DIAODU_ANCHOR_MAIL: 'a@example.invalid' }, '没有设定邮件服务器'],
  ])('is warned of: %s', (_, variables, words) => {
    expect(warningsOf(variables as unknown as Record<string, string>).join()).toContain(words);
  });

  it('is good with two', () => {
    expect(warningsOf({ DIAODU_ANCHOR_DIRS: '/mnt/a, /mnt/b', DIAODU_ANCHOR_LOG: 'off' })).toEqual([]);
  });
});

/** The anchor in a mail. */
function anchorIn(source: string): unknown {
  const [, json = '{}'] = /^(\{"format":1.*\})\r?$/m.exec(quotedPrintable(source)) ?? [];
  return JSON.parse(json);
}

/** The text of a mail whose lines were broken for the way. */
function quotedPrintable(source: string): string {
  const joined = source.replaceAll(/=\r?\n/g, '');
  return joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
