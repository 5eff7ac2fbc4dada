import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Settings } from '../../src/platform/config/settings.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { Alerts } from '../../src/platform/self-check/alerts.js';
import { SELF_CHECK_JOB } from '../../src/platform/self-check/self-check.job.js';
import { Tally } from '../../src/platform/tally/tally.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { pdf } from '../support/evidence-files.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { MovingClock } from '../support/moving-clock.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const ROWS = [['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前']];
/** A ledger of years ago leaves a schedule behind that nobody worked. */
const SCHEDULE = new Set(['missedSlots', 'heldSlots']);
const HOUR_MS = 3_600_000;
const THREE_DAYS_S = 3 * 86_400;

describe.each(DATABASES)('the self-check on %s', (name) => {
  let test: TestApp;
  let mails: MailServer;
  let files: string;

  beforeAll(async () => {
    mails = await startMailServer();
    test = await startTestApp(name, {
      DIAODU_ALERT_MAIL: 'one@example.invalid,two@example.invalid',
      DIAODU_SMTP_URL: mails.url,
    });
    await openOffice(test);
    await issuedLedger(test, ROWS);
    const task = await taskOf(test, '1');
    for (const words of ['one', 'two']) {
      await test.request('POST', `/api/v1/tasks/${task.id}/evidence`, upload(`${words}.pdf`, pdf(words), CLERK)); // prettier-ignore
    }
    files = join(test.app.get(Settings).DIAODU_DATA_DIR, 'files');
  });
  afterAll(async () => {
    await test.close();
    await mails.close();
  });

  const look = async () => {
    const { status, body } = await test.request('POST', '/api/v1/self-check', { as: 'SYSADMIN' });
    if (status !== 200) throw new Error(`no look: ${status}`);
    return body as { problems: string[]; counters: { key: string; value: number; state: string; advice: string }[] }; // prettier-ignore
  };
  const counted = async (key: string) => (await look()).counters.find((each) => each.key === key)?.value;
  const stored = () =>
    readdirSync(files, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.length === 64)
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  const evidence = async (): Promise<string> => {
    const [row] = await test.db.read<{ sha256: string }>('SELECT sha256 FROM evidence ORDER BY sha256 LIMIT 1'); // prettier-ignore
    return stored().find((path) => path.endsWith(row?.sha256 ?? '?')) ?? '';
  };
  const metric = async (key: string) => {
    const { body } = await test.request('GET', '/metrics', { as: 'SYSADMIN' });
    return new RegExp(`^${key} (\\S+)$`, 'm').exec(String(body))?.[1];
  };
  const write = (sql: string, values: unknown[] = []) =>
    test.db.unitOfWork.run(() => test.db.write(sql, values));

  it('is not known before there was one', async () => {
    const { body } = await test.request('GET', '/api/v1/self-check', { as: 'AUDITOR' });
    expect(body).toMatchObject({ checkedAt: null, isStale: true, problems: [] });
    expect(await metric('diaodu_chain_breaks')).toBe('Nan');
  });

  it('counts nothing amiss, and tells so in the metrics too', async () => {
    const { counters } = await look();
    const amiss = counters.filter(({ key, state }) => state !== 'OK' && !SCHEDULE.has(key));
    expect(amiss).toEqual([]);
    expect(counters.every(({ advice }) => advice.length > 10)).toBe(true);
    for (const key of ['chain_breaks', 'orphan_files', 'missing_files', 'altered_files']) {
      expect([key, await metric(`diaodu_${key}`)]).toEqual([key, '0']);
    }
    expect(Number(await metric('diaodu_self_check_age_seconds'))).toBeLessThan(60);
    expect(Number(await metric('diaodu_writer_queue'))).toBe(0);
  });

  it('finds files without a row once the sweep should have taken them, and not before', async () => {
    const content = 'left behind';
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    expect(await counted('orphanFiles')).toBe(0);
    const old = Date.now() / 1000 - THREE_DAYS_S;
    utimesSync(path, old, old);
    expect(await counted('orphanFiles')).toBe(1);
    unlinkSync(path);
  });

  it('finds rows whose file was cut short or is gone', async () => {
    truncateSync(await evidence(), 10);
    expect(await counted('alteredFiles')).toBe(1);
    unlinkSync(await evidence());
    expect((await look()).problems).toContain('已登记但文件不在：1');
  });

  it('finds an audit trail that was tampered with', async () => {
    expect(await counted('chainBreaks')).toBe(0);
    await write(`UPDATE audit_head SET seq = seq + 1 WHERE id = 'chain'`);
    // What the look itself records then comes after a gap.
    const { problems } = await look();
    expect(problems.join()).toContain('审计链错误：1');
    expect(problems.join()).toContain('末尾记录可能被删除');
  });

  it('finds slots that nobody worked and scopes that wait for a person', async () => {
    const before = (await counted('missedSlots')) ?? 0;
    const held = (await counted('heldSlots')) ?? 0;
    const due = Array.from({ length: 5 }, (_, day) => ({ slot: `held/${day}`, scope: 'held', dueOn: '2020-01-01' })); // prettier-ignore
    const missed = [{ slot: 'missed', scope: 'missed', dueOn: '2020-01-01' }];
    test.app.get(JobRegistry).addJob({
      name: 'test.missed',
      catchUp: 'all',
      slotsDue: () => Promise.resolve([...due, ...missed]),
      run: () => Promise.resolve(),
    });
    const { counters } = await look();
    const valueOf = (key: string) => counters.find((each) => each.key === key)?.value;
    expect([valueOf('heldSlots'), valueOf('missedSlots')]).toEqual([held + 5, before + 1]);
    await test.app.get(RunLedger).claim('test.missed', 'missed', false);
    expect(await counted('missedSlots')).toBe(before);
  });

  it('counts runs that were refused by the fence and uploads that were cut off', async () => {
    const ledger = test.app.get(RunLedger);
    const claim = await ledger.claim('test.fence', 'a', false);
    await write(`UPDATE schedule_run SET fence = fence + 1 WHERE job = 'test.fence'`);
    await expect(test.db.unitOfWork.run(() => ledger.renew(claim!))).rejects.toThrow('lease');
    expect(await metric('diaodu_fence_refusals')).toBe('1');
    const task = await taskOf(test, '1');
    const whole = upload('three.pdf', pdf('three'), CLERK);
    const cut = { ...whole, body: (whole.body as Buffer).subarray(0, -80) };
    const refused = await test.request('POST', `/api/v1/tasks/${task.id}/evidence`, cut);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(test.app.get(Tally).read().truncatedUploads).toBe(1);
    expect(await metric('diaodu_truncated_uploads')).toBe('1');
  });

  it('is on record when a person asked for it, and is for administrators only', async () => {
    const rows = await test.db.read(
      `SELECT actor FROM audit_event WHERE operation = 'self-check.run' LIMIT 1`,
    );
    expect(rows).toEqual([{ actor: expect.stringMatching(/^SYSADMIN/) }]);
    for (const as of [CLERK, 'SECADMIN']) expect((await test.request('GET', '/api/v1/self-check', { as })).status).toBe(403); // prettier-ignore
    expect((await test.request('POST', '/api/v1/self-check', { as: 'AUDITOR' })).status).toBe(403);
  });

  it('tells by mail what is new at once, what goes on once a day, and nothing twice', async () => {
    const clock = new MovingClock(test.app);
    const hourly = async () => {
      clock.pass(HOUR_MS);
      const worked = await test.app.get(JobRunner).workDue(test.app.get(JobRegistry).job(SELF_CHECK_JOB), '2026-11-27', 3); // prettier-ignore
      expect(worked.failed).toEqual([]);
      await test.app.get(Alerts).sweep();
    };
    await hourly();
    expect(mails.taken.map(({ to }) => to)).toEqual(['one@example.invalid', 'two@example.invalid']);
    expect(new Set(mails.taken.map(({ messageId }) => messageId)).size).toBe(2);
    await hourly();
    expect(mails.taken).toHaveLength(2);
    clock.pass(24 * HOUR_MS);
    mails.mode = 'refuses the content';
    await hourly();
    expect(mails.taken).toHaveLength(2);
    mails.mode = 'accepts';
    clock.pass(HOUR_MS);
    await test.app.get(Alerts).sweep();
    expect(mails.taken).toHaveLength(4);
  });
});
