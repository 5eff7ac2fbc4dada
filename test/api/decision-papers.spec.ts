import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { DecisionStory } from '../support/decisions.js';
import { CLERK, openOffice } from '../support/office.js';

const HEAD = 'CGW-HEAD';

describe.each(DATABASES)('papers of a decision on %s', (name) => {
  let test: TestApp;
  let story: DecisionStory;
  const get = (path: string, as = CLERK) =>
    test.request('GET', `/api/v1/decisions/${story.id}/${path}`, { as });

  /** The answer's bytes, which the usual way of asking reads as text. */
  const file = async (path: string, as = CLERK) => {
    const headers = { host: '127.0.0.1', cookie: (await test.signIn.cookieOf(as)) ?? '' };
    return test.app.inject({ method: 'GET', url: `/api/v1/decisions/${story.id}/${path}`, headers });
  };

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-02-27');
    story = await DecisionStory.begin(test, '2023-01');
    await story.record('PROPOSAL', '2023-03-01');
  }, 60_000);
  afterAll(() => test.close());

  it('the evidence pack holds every filed paper in a folder of its step, with sums that are true', async () => {
    const answer = await file('pack', HEAD);
    expect(answer.headers['content-type']).toBe('application/zip');
    const files = unzipSync(new Uint8Array(answer.rawPayload));
    const sums = Buffer.from(files['SHA256SUMS']!).toString('utf8').trim().split('\n');
    expect(sums.length).toBe(2);
    for (const line of sums) {
      const [sha256, path] = [line.slice(0, 64), line.slice(66)];
      expect(path).toMatch(/^01 建议提出与研究论证\/0[12]-1 /);
      expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(sha256);
    }
    expect(Buffer.from(files['缺项清单.txt']!).toString('utf8')).toContain('决定启动决策程序：启动决定及承办单位批件');
    expect(files['归档目录.docx']!.length).toBeGreaterThan(1000);
    const taken = await test.db.read<{ after: string }>(`SELECT "after" FROM audit_event WHERE operation = 'decisions.export-pack'`);
    expect(taken).toHaveLength(1);
  });

  it('the archive list is a paper of the day, with the same bytes each time', async () => {
    const [once, again] = [await file('archive-list'), await file('archive-list')];
    expect(once.statusCode).toBe(200);
    expect(once.rawPayload.equals(again.rawPayload)).toBe(true);
    expect(Object.keys(unzipSync(new Uint8Array(once.rawPayload)))).toContain('word/document.xml');
  });

  it('the notice of a comment period follows the rule of the procedure (第十五条)', async () => {
    const query = 'comment-notice?publishedOn=2023-03-22&contact=%E6%9D%A5%E4%BF%A1';
    expect((await get(`${query}&closesOn=2023-04-21`, 'CGW-LIAISON')).status).toBe(200);
    const short = await get(`${query}&closesOn=2023-04-10`);
    expect(short).toMatchObject({ status: 400, body: { code: 'COMMENT_NOTICE_TOO_SHORT' } });
    expect(short.body.title).toContain('《重大行政决策程序暂行条例》第十五条');
    expect((await get(`${query}&closesOn=2023-04-10&reason=%E6%B1%9B%E6%9C%9F%E4%B8%B4%E8%BF%91`)).status).toBe(200);
    expect((await get(`${query}&closesOn=2023-03-22`)).body.code).toBe('COMMENT_NOTICE_DAYS');
  });

  it('no other department learns of them', async () => {
    for (const path of ['pack', 'archive-list', 'comment-notice?publishedOn=2023-03-22&closesOn=2023-04-21&contact=ab'])
      expect((await get(path, 'GAJ-HEAD')).status).toBe(404);
  });
}); // prettier-ignore
