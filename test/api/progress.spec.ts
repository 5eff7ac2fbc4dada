import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListenProgressService } from '../../src/platform/http/progress/listen-progress.service.js';
import { ProgressBoard } from '../../src/platform/http/progress/progress-board.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { novemberDistrict, OFFICE } from '../support/frozen-month.js';
import { csv } from '../support/ledger.js';
import { upload } from '../support/upload.js';

const { clerk, director } = OFFICE;

/** The events of a stream, each with its name. */
function eventsOf(stream: string): { name: string; data: Record<string, unknown> }[] {
  return stream.split('\n\n').flatMap((block) => {
    const match = /^event: (\w+)\ndata: (.*)$/.exec(block);
    return match ? [{ name: match[1]!, data: JSON.parse(match[2]!) as Record<string, unknown> }] : [];
  });
}

describe.each(DATABASES)('progress of long work on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
  }, 60_000);
  afterAll(() => test.close());

  const listen = (id: string, as: string) => test.request('GET', `/api/v1/progress/${id}`, { as });

  it('tells a freeze while it runs, batch by batch, and how it ended', async () => {
    const id = randomUUID();
    const listening = test.app.get(ListenProgressService, { strict: false });
    Object.assign(listening, { patienceMs: 20_000, lookAgainMs: 1 });
    const heard = listen(id, clerk);
    const body = { ledger: 'KT-2023', month: '2023-11' };
    const headers = { 'x-progress-id': id };
    const frozen = await test.request('POST', '/api/v1/rounds/freeze', { as: clerk, body, headers });
    expect(frozen.status).toBe(200);
    const stream = await heard;
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const events = eventsOf(stream.body as string);
    expect(events.at(-1)).toMatchObject({ name: 'done', data: { state: 'DONE', done: 30, total: 30 } });
    expect(events.some(({ data }) => String(data['text']).includes('正在冻结'))).toBe(true);
  });

  it('tells an import step by step, also to who listens late', async () => {
    const id = randomUUID();
    const sent = upload('ledger.csv', csv([['1', '法治', '监督', '评查', '区司法局', '', '6月底前']]), clerk);
    const answer = await test.request('POST', '/api/v1/ledger-imports?year=2023&issuedOn=2023-01-10', {
      ...sent,
      headers: { ...sent.headers, 'x-progress-id': id },
    });
    expect(answer.status).toBe(201);
    expect(eventsOf((await listen(id, clerk)).body as string)).toEqual([
      { name: 'done', data: { state: 'DONE', done: 3, total: 4, text: '已完成', code: null } },
    ]);
  });

  it('tells a refusal in the words of the refusal', async () => {
    const id = randomUUID();
    await test.request('POST', '/api/v1/rounds/freeze', {
      as: clerk,
      body: { ledger: 'KT-1999', month: '2023-11' },
      headers: { 'x-progress-id': id },
    });
    const [event] = eventsOf((await listen(id, clerk)).body as string);
    expect(event).toMatchObject({ name: 'failed', data: { state: 'FAILED', code: 'LEDGER_NOT_FOUND' } });
  });

  it('is heard by nobody else; a foreign id is like none (PROGRESS_NOT_FOUND)', async () => {
    const id = randomUUID();
    const body = { ledger: 'KT-2023', month: '2023-11' };
    await test.request('POST', '/api/v1/rounds/freeze', {
      as: clerk,
      body,
      headers: { 'x-progress-id': id },
    });
    test.app.get(ListenProgressService, { strict: false }).patienceMs = 100;
    const foreign = await listen(id, director);
    const none = await listen(randomUUID(), director);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'PROGRESS_NOT_FOUND']);
    expect(foreign.body).toEqual(none.body);
    expect((await test.request('GET', `/api/v1/progress/${id}`)).status).toBeGreaterThanOrEqual(401);
  });

  it('refuses an id that is none (PROGRESS_ID_INVALID)', async () => {
    const answer = await test.request('GET', '/api/v1/rounds?ledger=KT-2023', {
      as: clerk,
      headers: { 'x-progress-id': '1' },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'PROGRESS_ID_INVALID']);
  });

  it('falls silent when the session that listens is ended', async () => {
    const listening = test.app.get(ListenProgressService, { strict: false });
    listening.beatMs = 20;
    const as = director;
    await test.request('GET', '/api/v1/session', { as });
    const [session] = await test.db.read<{ id: string }>(
      `SELECT s.id FROM session s JOIN account a ON a.id = s.account_id WHERE a.name = ?`,
      [director],
    );
    const id = randomUUID();
    const board = test.app.get(ProgressBoard, { strict: false });
    board.open(id, `${session?.id} ${director}`)?.say(1, 9, '正在冻结…');
    const heard = listen(id, as);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await test.request('DELETE', '/api/v1/session', { as })).status).toBeLessThan(300);
    expect(eventsOf((await heard).body as string).map((event) => event.name)).toEqual(['progress']);
    expect((await listen(id, as)).status).toBe(401);
  });
});
