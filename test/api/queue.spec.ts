import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryService } from '../../src/features/reminders/delivery.service.js';
import { eventWord, jobWord } from '../../src/features/dashboard/queue/queue-words.js';
import type { DueSlot, Job, JobRun, OutboxHandler } from '../../src/platform/jobs/job.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Settings } from '../../src/platform/config/settings.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { ProcessHeart } from '../../src/platform/jobs/process-heart.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';
import { triedInVain } from '../support/tried-in-vain.js';

const TODAY = '2023-11-30';

/** A job that throws until its cause is gone; the slots that are due are the story's. */
class Stubborn implements Job {
  readonly name = 'story.stubborn';
  isIll = true;
  slots = ['2023-11'];

  constructor(readonly catchUp: Job['catchUp'] = 'all') {}

  slotsDue(): Promise<DueSlot[]> {
    return Promise.resolve(this.slots.map((slot) => ({ slot, scope: 'story', dueOn: TODAY })));
  }

  async run(run: JobRun): Promise<void> {
    if (this.isIll) throw new Error('外部目录不可写');
    await run.finish(() => Promise.resolve({}));
  }
}

/** A handler that refuses every event until its cause is gone. */
class Refusing implements OutboxHandler {
  readonly topic = 'story.refused';
  isIll = true;
  worked = 0;

  handle(): Promise<void> {
    if (this.isIll) return Promise.reject(new Error('对方表格已锁定'));
    this.worked += 1;
    return Promise.resolve();
  }
}

describe.each(DATABASES)('the page of background work on %s', (name) => {
  let test: TestApp;
  const stubborn = new Stubborn();
  const refusing = new Refusing();

  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
    test.app.get(JobRegistry).addJob(stubborn);
    test.app.get(JobRegistry).addHandler(refusing);
  }, 60_000);
  afterAll(() => test.close());

  const get = async (path: string, as = 'SYSADMIN') =>
    (await test.request('GET', `/api/v1/queue${path}`, { as })).body;
  const retry = (path: string, version: number, body: object = {}, headers: Record<string, string> = {}) =>
    test.request('POST', `/api/v1/queue/${path}/retry`, { as: 'SYSADMIN', version, body, headers });
  const retryRun = (slot: string, version: number, headers = {}) =>
    retry('runs', version, { job: stubborn.name, slot }, headers);
  const counters = async () =>
    Object.fromEntries(
      (await get('')).counters.map(({ key, count }: { key: string; count: number }) => [key, count]),
    );
  const work = () => test.app.get(JobRunner).workDue(stubborn, TODAY, 3);
  const audited = async (operation: string) =>
    (await test.db.read('SELECT 1 FROM audit_event WHERE operation = ?', [operation])).length;

  it('has a Chinese word for every job and every event of the program', () => {
    const { jobs } = test.app.get(JobRegistry);
    const own = jobs.map((job) => job.name).filter((job) => !job.startsWith('story.'));
    expect(own.length).toBeGreaterThan(6);
    expect(own.filter((job) => jobWord(job) === job)).toEqual([]);
    const topics = ['closeout.decided', 'deadline.changed', 'evidence.cited', 'reminders.issued', 'report.corrected']; // prettier-ignore
    for (const topic of topics) expect(test.app.get(JobRegistry).handler(topic).topic).toBe(topic);
    expect(topics.filter((topic) => eventWord(topic) === topic)).toEqual([]);
  });

  it('shows processes that say they are there, those that no longer do, and takes along who goes', async () => {
    expect((await get('')).problems.join()).toContain('目前没有进程在办理任务');
    await test.app.get(ProcessHeart).begin('APP');
    const here = await get('', 'AUDITOR');
    expect(here.problems).toEqual([]);
    expect(here.processes).toMatchObject([
      { role: 'APP', works: true, standing: 'ALIVE', transport: 'IN_PROCESS', pid: process.pid },
    ]);
    expect(here.transport.sentence).toContain('未用 Redis');
    await test.db.unitOfWork.run(() =>
      test.db.write(
        `INSERT INTO process_seen (id, role, works, host, pid, version, transport, transport_reason, transport_since, started_at, seen_at)
         SELECT 'gone', 'WORKER', 1, 'far-host', 7, version, 'REDIS_LOST', '', 0, 1, seen_at - 180000 FROM process_seen`,
      ),
    );
    const lost = (await get('')).processes.find(({ id }: { id: string }) => id === 'gone');
    expect(lost).toMatchObject({ standing: 'LOST', standingLabel: '失联', advice: expect.stringContaining('主机') }); // prettier-ignore
    expect(await counters()).toMatchObject({ processesLost: 1 });
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE process_seen SET seen_at = 5 WHERE id = 'gone'`),
    );
    await test.app.get(ProcessHeart).beat();
    expect((await get('')).processes).toHaveLength(1);
    await test.app.get(ProcessHeart).beforeApplicationShutdown();
    expect((await get('')).processes).toEqual([]);
    await test.app.get(ProcessHeart).begin('APP');
  });

  it('shows a slot that failed with its reason, and has it tried again once for each word', async () => {
    await work();
    expect(await counters()).toMatchObject({ failedSlots: 1 });
    const { items } = await get('/runs?state=FAILED');
    expect(items).toMatchObject([
      { job: 'story.stubborn', slot: '2023-11', slotLabel: '2023年11月', standing: 'FAILED', standingLabel: '失败', error: '外部目录不可写', attempts: 1, canRetry: true },
    ]); // prettier-ignore
    const { version } = items[0];
    const once = { 'idempotency-key': 'retry-of-the-slot-1' };
    const asked = await retryRun('2023-11', version, once);
    expect(asked).toMatchObject({ status: 200, body: { note: '已登记重试，即将办理。' } });
    expect((await retryRun('2023-11', version, once)).headers['idempotency-replayed']).toBe('true');
    expect(await audited('queue.retryRun')).toBe(1);
    const stale = await triedInVain(test, () => retryRun('2023-11', version));
    expect(stale).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    stubborn.isIll = false;
    await work();
    const { items: done } = await get('/runs?state=DONE&job=story.stubborn');
    expect(done).toMatchObject([{ attempts: 2, error: '', canRetry: false, standingLabel: '已办结' }]);
    const late = await triedInVain(test, () => retryRun('2023-11', done[0].version));
    expect(late).toMatchObject({ status: 409, body: { code: 'QUEUE_RUN_SETTLED' } });
    expect((await retryRun('none', 1)).body.code).toBe('QUEUE_RUN_NOT_FOUND');
  });

  it('refuses to try again what is at work, what is not due any more and what waits for somebody', async () => {
    const plant = (slot: string, state: string, lease: number) =>
      test.db.unitOfWork.run(() =>
        test.db.write(
          `INSERT INTO schedule_run (job, slot, state, fence, attempts, made_up, owner, lease_until, cursor, started_at)
           VALUES (?, ?, ?, 1, 1, 0, 'far-host/1/x', ?, '', 1)`,
          [stubborn.name, slot, state, lease],
        ),
      );
    await plant('at-work', 'RUNNING', 4_000_000_000_000);
    await plant('left', 'RUNNING', 1);
    await plant('past', 'FAILED', 1);
    await plant('h1', 'FAILED', 1);
    expect((await retryRun('at-work', 1)).body.code).toBe('QUEUE_RUN_AT_WORK');
    expect((await retryRun('past', 1)).body.code).toBe('QUEUE_RUN_NOT_DUE');
    stubborn.slots = ['h1', 'h2', 'h3', 'h4'];
    expect((await retryRun('h1', 1)).body.code).toBe('QUEUE_RUN_HELD');
    const held = (await get('/due')).items.filter(({ job }: { job: string }) => job === stubborn.name);
    expect(held.map(({ slot, standing }: DueView) => [slot, standing])).toEqual([['h2', 'HELD'], ['h3', 'HELD'], ['h4', 'HELD']]); // prettier-ignore
    expect(held[0].advice).toContain('核对服务器时间');
    stubborn.slots = ['left'];
    const stalled = (await get('/runs?state=STALLED')).items;
    expect(stalled).toMatchObject([{ slot: 'left', standingLabel: '等待接手', host: 'far-host', canRetry: true }]); // prettier-ignore
    expect(await retryRun('left', 1)).toMatchObject({ status: 200 });
    await work();
    expect((await get('/runs?state=STALLED')).items).toEqual([]);
  });

  it('shows an event that was given up without what it carries, and tries it once more when told to', async () => {
    const outbox = test.app.get(Outbox);
    await test.db.unitOfWork.run(() => outbox.put(refusing.topic, 'key-of-story', { secret: '内容' }));
    const [{ id: fresh }] = (await get('/events')).items;
    expect((await retry(`events/${fresh}`, 0)).body.code).toBe('QUEUE_EVENT_NOT_TO_RETRY');
    // Eleven tries take most of a day; the twelfth is a real one.
    await test.db.unitOfWork.run(() =>
      test.db.write('UPDATE outbox SET tries = 11 WHERE topic = ?', [refusing.topic]),
    );
    await outbox.workDue();
    const page = await get('/events?state=DEAD');
    expect(page.items).toMatchObject([
      { key: 'key-of-story', stateLabel: '已放弃', tries: 12, error: '对方表格已锁定', canRetry: true, version: 12 },
    ]); // prettier-ignore
    expect(JSON.stringify(page)).not.toContain('内容');
    expect(await counters()).toMatchObject({ outboxDead: 1 });
    const [{ id }] = page.items;
    expect((await retry(`events/${id}`, 11)).status).toBe(412);
    expect(await retry(`events/${id}`, 12)).toMatchObject({ status: 200 });
    await outbox.workDue();
    expect((await get('/events?state=DEAD')).items).toMatchObject([{ tries: 13 }]);
    refusing.isIll = false;
    expect((await retry(`events/${id}`, 13)).status).toBe(200);
    await outbox.workDue();
    expect(refusing.worked).toBe(1);
    const done = await triedInVain(test, () => retry(`events/${id}`, 13));
    expect(done).toMatchObject({ status: 409, body: { code: 'QUEUE_EVENT_NOT_TO_RETRY' } });
    expect(await audited('queue.retryEvent')).toBe(2);
    expect((await retry('events/none', 1)).body.code).toBe('QUEUE_EVENT_NOT_FOUND');
  });

  // On SQLite one unit waits for the other.
  if (name === 'postgres')
    it('lets nobody have an event twice: one that a process has locked is told to be at work', async () => {
      refusing.isIll = true;
      await test.db.unitOfWork.run(() => test.app.get(Outbox).put(refusing.topic, 'locked', {}));
      await test.app.get(Outbox).workDue();
      const { id } = (await get('/events')).items.find(({ key }: { key: string }) => key === 'locked');
      let lift: () => void = () => undefined;
      const lifted = new Promise<void>((resolve) => (lift = resolve));
      let isLocked: () => void = () => undefined;
      const locked = new Promise<void>((resolve) => (isLocked = resolve));
      const holder = test.db.unitOfWork.run(async () => {
        await test.db.write('UPDATE outbox SET next_at = next_at WHERE id = ?', [id]);
        isLocked();
        await lifted;
      });
      await locked;
      const answer = await retry(`events/${id}`, 1);
      lift();
      await holder;
      expect(answer.body.code).toBe('QUEUE_EVENT_AT_WORK');
    });

  it('sends a mail that could not go out again, to the box its holder has now, and no mail twice', async () => {
    await freezeNovember(test);
    await test.app.get(Outbox).workDue();
    // The demonstration's mails go into a folder, whose place something else has taken; these are their last tries.
    const box = join(test.app.get(Settings).DIAODU_DATA_DIR, 'mail');
    writeFileSync(box, 'in the way');
    await test.db.unitOfWork.run(() => test.db.write('UPDATE delivery SET tries = 20'));
    await test.app.get(DeliveryService).deliverDue();
    const refused = (await get('/deliveries?state=GIVEN_UP&means=MAIL&limit=1')).items[0];
    expect(refused).toMatchObject({ channelLabel: '邮件', stateLabel: '已放弃', canRetry: true });
    expect(refused.error).not.toBe('');
    expect((await counters())['deliveriesGivenUp']).toBeGreaterThan(0);
    const path = `deliveries/${refused.id}`;
    expect((await retry(path, refused.version + 1)).status).toBe(412);
    await test.db.unitOfWork.run(() => test.db.write(`UPDATE post SET email = 'new@example.invalid'`));
    const once = { 'idempotency-key': 'retry-of-the-mail-1' };
    expect(await retry(path, refused.version, {}, once)).toMatchObject({ status: 200 });
    expect((await retry(path, refused.version, {}, once)).status).toBe(200);
    expect(await audited('reminders.retryDelivery')).toBe(1);
    const queued = await triedInVain(test, () => retry(path, refused.version + 1));
    expect(queued).toMatchObject({ status: 409, body: { code: 'DELIVERY_NOT_TO_RETRY' } });
    rmSync(box);
    await test.app.get(DeliveryService).deliverDue();
    const [sent, ...more] = readdirSync(box);
    expect(more).toEqual([]);
    expect(readFileSync(join(box, sent ?? ''), 'utf8')).toContain('new@example.invalid');
    expect((await retry(path, refused.version + 2)).body.title).toContain('已经发出');
    expect((await retry('deliveries/none', 1)).body.code).toBe('DELIVERY_NOT_FOUND');
  });

  it('does not send again what is signed for, what is being sent, and what a robot that is off would have to carry', async () => {
    const [one, two, three] = (await get('/deliveries?state=GIVEN_UP')).items;
    const set = (sql: string, values: unknown[]) => test.db.unitOfWork.run(() => test.db.write(sql, values));
    await set(`UPDATE digest SET signed_on = '2023-11-30' WHERE id = (SELECT digest_id FROM delivery WHERE id = ?)`, [one.id]); // prettier-ignore
    await set('UPDATE delivery SET lease_until = 4000000000000 WHERE id = ?', [two.id]);
    await set(`UPDATE delivery SET channel = 'ROBOT_WECOM', address = 'gone' WHERE id = ?`, [three.id]);
    const codes = await Promise.all(
      [one, two, three].map(async ({ id, version }) => (await retry(`deliveries/${id}`, version)).body.code),
    );
    expect(codes).toEqual(['DELIVERY_SIGNED', 'DIGEST_BEING_SENT', 'DELIVERY_ROBOT_OFF']);
  });

  it('shows the robots that have something to send, and how far their minute is used up', async () => {
    expect((await get('/robots')).items).toEqual([]);
    const added = await test.request('POST', '/api/v1/robots', {
      as: OFFICE.clerk,
      body: { department: 'D1', kind: 'WECOM', key: '693a91f6-1111-4bc4-97a0-0ec2d1fa5aaa' },
    });
    const robot = added.body.id as string;
    await test.request('POST', `/api/v1/robots/${robot}/test`, { as: OFFICE.clerk, body: {} });
    await test.db.unitOfWork.run(() => test.db.write('UPDATE robot_pace SET free_at = 4000000000000'));
    expect((await get('/robots')).items).toMatchObject([
      { id: robot, sentInMinute: 1, mostInMinute: 15, waiting: 0, heldUntil: 4_000_000_000_000, kindLabel: '企业微信群机器人' },
    ]); // prettier-ignore
  });

  it('comes page by page, and refuses what it does not know', async () => {
    const first = await get('/deliveries?limit=2');
    const second = await get(`/deliveries?limit=2&after=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    const runs = await get('/runs?state=DONE&limit=1');
    const more = await get(`/runs?state=DONE&limit=1&after=${runs.next}`);
    const named = ({ items: [{ job, slot }] }: { items: [{ job: string; slot: string }] }) =>
      `${job} ${slot}`;
    expect(named(more)).not.toBe(named(runs));
    for (const path of ['/runs?state=NO', '/events?after=xx', '/deliveries?means=FAX']) {
      expect((await test.request('GET', `/api/v1/queue${path}`, { as: 'SYSADMIN' })).status).toBe(400);
    }
    for (const as of [OFFICE.clerk, OFFICE.director, 'SECADMIN'])
      expect((await test.request('GET', '/api/v1/queue', { as })).status).toBe(403);
    const byAuditor = await test.request('POST', '/api/v1/queue/events/none/retry', { as: 'AUDITOR', version: 1, body: {} }); // prettier-ignore
    expect(byAuditor.status).toBe(403);
  });
});

interface DueView {
  slot: string;
  standing: string;
}
