import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWorkbook, type CellValue } from '../../src/platform/office/write-workbook.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { DecisionStory } from '../support/decisions.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const LIAISON = 'CGW-LIAISON';
const STRANGER = 'JYJ-LIAISON';
const HEADER = ['序号', '意见来源', '意见内容', '人数', '采纳情况', '理由'];
const PARKING = { source: '居民代表', opinion: '增加停车位', people: 12, adoption: 'ADOPTED', reason: '' };
const FEES = { source: '网站留言', opinion: '降低收费', people: 3, adoption: 'NOT', reason: '按成本核定' };

describe.each(DATABASES)('公众意见采纳情况表 on %s', (name) => {
  let test: TestApp;
  let story: DecisionStory;
  const at = (path = '') => `/api/v1/decisions/${story.id}/opinions${path}`;
  const table = async (as = LIAISON) => (await test.request('GET', at(), { as })).body;
  const put = async (id: string, body: object) =>
    test.request('PUT', at(`/${id}`), { as: LIAISON, version: (await table()).version, body });

  /** Sends a list as a workbook, based on the version given or the one that stands. */
  async function send(rows: CellValue[][], query = '', version?: number) {
    const plan = { title: '表', author: '城管委', day: '2023-04-01', sheets: [{ name: '表', rows: [HEADER, ...rows] }] }; // prettier-ignore
    const file = upload('采纳情况.xlsx', await writeWorkbook(plan), LIAISON);
    return test.request('POST', at(`/import${query}`), { ...file, version: version ?? (await table()).version }); // prettier-ignore
  }

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-04-01');
    story = await DecisionStory.begin(test, '07');
  });
  afterAll(() => test.close());

  it('第十八条: what is not adopted, or only in part, is entered with a reason', async () => {
    for (const adoption of ['NOT', 'PARTLY']) {
      const refused = await story.send('opinions', LIAISON, { ...FEES, adoption, reason: ' ' });
      expect(refused).toMatchObject({ status: 400, body: { code: 'OPINION_REASON_MISSING' } });
      expect(refused.body.title).toContain('第十八条');
    }
    expect(await story.send('opinions', LIAISON, { ...FEES, opinion: '  ' })).toMatchObject({ body: { code: 'OPINION_BLANK' } }); // prettier-ignore
    expect((await table()).items).toEqual([]);
    expect((await story.send('opinions', LIAISON, PARKING)).status).toBe(201);
    const { body } = await story.send('opinions', LIAISON, FEES);
    expect(body).toMatchObject({ mayWrite: true, items: [{ ordinal: 1, ...PARKING }, { ordinal: 2, ...FEES, adoptionLabel: '不采纳', recordedOn: '2023-04-01' }] }); // prettier-ignore
    expect(await story.send('opinions', LIAISON, FEES)).toMatchObject({ status: 409, body: { code: 'OPINION_TAKEN' } }); // prettier-ignore
  });

  it('is changed line by line on the version seen, and never through another decision', async () => {
    const { items, version } = await table();
    const partly = { ...FEES, adoption: 'PARTLY', reason: '对困难家庭减半' };
    expect((await put(items[1].id, partly)).body.items[1]).toMatchObject({ ...partly, id: items[1].id });
    const stale = await test.request('PUT', at(`/${items[1].id}`), { as: LIAISON, version, body: FEES });
    expect(stale.status).toBe(412);
    expect(await put(items[1].id, { ...PARKING })).toMatchObject({ body: { code: 'OPINION_TAKEN' } });
    const other = await DecisionStory.begin(test, '08');
    const through = `/api/v1/decisions/${other.id}/opinions/${items[1].id}`;
    const foreign = await test.request('PUT', through, { as: LIAISON, version: 1, body: FEES });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'OPINION_NOT_FOUND' } });
  });

  it('is kept by the undertaking department, read by the office, and missing to others', async () => {
    expect(await table(CLERK)).toMatchObject({ mayWrite: false, items: [PARKING, { source: '网站留言' }] });
    expect((await story.send('opinions', CLERK, FEES)).status).toBe(403);
    expect(await table(STRANGER)).toMatchObject({ code: 'DECISION_NOT_FOUND' });
    const sent = { as: STRANGER, version: 3, body: FEES };
    expect((await test.request('POST', at(), sent)).status).toBe(404);
  });

  it('tells every wrong cell of a list and what to do, and keeps nothing of it', async () => {
    const before = await table();
    const { status, body } = await send([
      [1, '居民代表', '增加停车位', '十二', '采纳', ''],
      [2, '来信', '保留花坛', 1, '不采纳', ''],
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ saved: false, problems: [{ row: 2, cell: 'D2', column: '人数' }, { row: 3, cell: 'F3', column: '理由' }] }); // prettier-ignore
    expect(body.problems[1].message).toContain('第十八条');
    expect(await table()).toEqual(before);
  });

  it('is taken in as a whole: first to see, then to keep, and the second time nothing changes', async () => {
    const list = [
      [1, '居民代表', '增加停车位', '15人', '采纳', ''],
      [2, '来信', '保留花坛', '', '部分采纳', '保留东侧'],
    ];
    const before = await table();
    expect((await send(list, '?dryRun=true')).body).toMatchObject({ saved: false, added: 1, changed: 1, removed: 1, problems: [] }); // prettier-ignore
    expect(await table()).toEqual(before);
    expect((await send(list)).body).toMatchObject({ saved: true, added: 1, changed: 1, removed: 1 });
    const after = await table();
    expect(after.items).toMatchObject([{ id: before.items[0].id, people: 15 }, { people: 1, opinion: '保留花坛' }]); // prettier-ignore
    expect((await send(list)).body).toMatchObject({ saved: false, added: 0, changed: 0, removed: 0 });
    expect(await table()).toEqual(after);
    expect((await send(list, '', before.version)).status).toBe(412);
  });

  it('goes out as a workbook that comes in again unchanged', async () => {
    const { app, signIn } = test;
    const cookie = (await signIn.cookieOf(LIAISON)) ?? '';
    const out = await app.inject({ method: 'GET', url: at('/export.xlsx'), headers: { cookie } });
    expect(out.statusCode).toBe(200);
    expect(decodeURIComponent(String(out.headers['content-disposition']))).toContain(
      '公众意见采纳情况表.xlsx',
    );
    const { version } = await table();
    const file = upload('采纳情况.xlsx', out.rawPayload, LIAISON);
    const back = await test.request('POST', at('/import'), { ...file, version });
    expect(back.body).toMatchObject({ saved: false, problems: [], added: 0, changed: 0, removed: 0 });
  });

  it('is no longer changed once the procedure has ended', async () => {
    await story.send('moves', CLERK, { deed: 'TERMINATE', reason: '规划调整' });
    expect(await story.send('opinions', LIAISON, { ...FEES, opinion: '再议' })).toMatchObject({ status: 409, body: { code: 'OPINIONS_SETTLED' } }); // prettier-ignore
    expect((await table()).mayWrite).toBe(false);
  });
});
