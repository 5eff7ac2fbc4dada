import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecisionsReader } from '../../src/features/decisions/decisions.reader.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { DecisionStory, type Sheet } from '../support/decisions.js';
import { FIELDS } from '../support/procedure.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const LIAISON = 'CGW-LIAISON';

describe.each(DATABASES)('a major decision on %s', (name) => {
  let test: TestApp;
  let story: DecisionStory;
  const stepIn = (sheet: Sheet, id: string) => sheet.steps.find((step) => step.id === id)!;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-02-28');
    story = await DecisionStory.begin(test, '01');
  });
  afterAll(() => test.close());

  it('is entered once a number, for a department and by a procedure that exist', async () => {
    const body = { year: 2023, number: '01', title: '重复', category: 'PLAN', department: 'CGW', supervisingLeader: '', finishOn: '2023-12-01' }; // prettier-ignore
    const make = (more: object) => test.request('POST', '/api/v1/decisions', { as: CLERK, body: { ...body, ...more } }); // prettier-ignore
    expect(await make({})).toMatchObject({ status: 409, body: { code: 'DECISION_NUMBER_TAKEN' } });
    expect(await make({ number: '9', department: 'NOBODY' })).toMatchObject({ body: { code: 'DECISION_UNDERTAKER_UNKNOWN' } }); // prettier-ignore
    expect(await make({ number: '9', procedure: 'magic' })).toMatchObject({ body: { code: 'PROCEDURE_UNKNOWN' } }); // prettier-ignore
    expect(await make({ number: '9', adjusts: story.id })).toMatchObject({ body: { code: 'DECISION_NOT_ADJUSTING' } }); // prettier-ignore
  });

  it('第三条: comes into the catalogue, which the party committee consents to and the director publishes', async () => {
    const at = '/api/v1/decision-catalogues';
    const post = async (path: string, as: string, body: object) => {
      const { body: now } = await test.request('GET', `${at}/2023`, { as: CLERK });
      const { version } = now as { version?: number };
      return test.request('POST', `${at}${path}`, { as, body, ...(version ? { version } : {}) });
    };
    expect(await test.request('GET', `${at}/2023`, { as: CLERK })).toMatchObject({ status: 404, body: { code: 'CATALOGUE_NOT_FOUND' } }); // prettier-ignore
    expect((await post('', CLERK, { year: 2023 })).status).toBe(201);
    expect(await post('', CLERK, { year: 2023 })).toMatchObject({ body: { code: 'CATALOGUE_TAKEN' } });
    const consent = { document: '区委常委会会议纪要〔2023〕3号', on: '2023-02-28' };
    expect(await post('/2023/consent', CLERK, consent)).toMatchObject({ body: { code: 'CATALOGUE_EMPTY' } });
    const item = { decisionId: story.id, reason: '重大公共建设项目' };
    expect(await post('/2023/items', CLERK, { ...item, reason: ' ' })).toMatchObject({ body: { code: 'CATALOGUE_REASON_MISSING' } }); // prettier-ignore
    expect((await post('/2023/items', CLERK, item)).body).toMatchObject({ items: [{ removedOn: null }] });
    expect(await post('/2023/items', CLERK, item)).toMatchObject({ body: { code: 'CATALOGUE_ITEM_TAKEN' } });
    const publish = { on: '2023-02-28', where: 'https://www.example.invalid/mulu' };
    expect(await post('/2023/publish', DIRECTOR, publish)).toMatchObject({ body: { code: 'CATALOGUE_CONSENT_MISSING' } }); // prettier-ignore
    expect(await post('/2023/consent', CLERK, { ...consent, on: '2023-03-01' })).toMatchObject({ body: { code: 'PROCEDURE_DAY_INVALID' } }); // prettier-ignore
    expect((await post('/2023/consent', DIRECTOR, consent)).status).toBe(200);
    expect(await post('/2023/publish', DIRECTOR, publish)).toMatchObject({ status: 403, body: { code: 'CATALOGUE_OWN_SUBMISSION' } }); // prettier-ignore
    const other = await DecisionStory.begin(test, '00');
    await post('/2023/items', CLERK, { decisionId: other.id, reason: '补充列入' });
    const { body: listed } = await test.request('GET', `${at}/2023`, { as: CLERK });
    const place = listed.items.find(
      (each: { decision: { number: string } }) => each.decision.number === '00',
    );
    expect((await post(`/2023/items/${place.id}/remove`, CLERK, { reason: '条件不成熟' })).body).toMatchObject({ state: 'DRAFT' }); // prettier-ignore
    expect((await post('/2023/consent', CLERK, consent)).status).toBe(200);
    expect(await post('/2023/consent', CLERK, consent)).toMatchObject({ body: { code: 'CATALOGUE_CONSENT_NOT_ALLOWED' } }); // prettier-ignore
    expect(await post('/2023/publish', DIRECTOR, { ...publish, on: '2023-03-01' })).toMatchObject({ body: { code: 'PROCEDURE_DAY_INVALID' } }); // prettier-ignore
    expect((await post('', CLERK, { year: 2022 })).status).toBe(201);
    const { body: before } = await test.request('GET', `${at}/2022`, { as: CLERK });
    expect(await test.request('POST', `${at}/2022/items`, { as: CLERK, version: before.version, body: item })).toMatchObject({ body: { code: 'CATALOGUE_OTHER_YEAR' } }); // prettier-ignore
    expect((await post('/2023/publish', DIRECTOR, publish)).body).toMatchObject({ state: 'PUBLISHED', edition: 1 }); // prettier-ignore
    expect(await post('/2023/items/019c0000-0000-7000-8000-000000000000/remove', CLERK, { reason: '重复' })).toMatchObject({ body: { code: 'CATALOGUE_ITEM_NOT_FOUND' } }); // prettier-ignore
  });

  it('is a stepper that says who may do what; each step is recorded by whose it is', async () => {
    const sheet = await story.sheet(LIAISON);
    expect(stepIn(sheet, 'PROPOSAL')).toMatchObject({ state: 'CURRENT', deeds: [{ deed: 'RECORD', possible: true }] }); // prettier-ignore
    expect(stepIn(sheet, 'INITIATION')).toMatchObject({ state: 'WAITING', deeds: [] });
    expect(stepIn(await story.sheet(CLERK), 'INITIATION').deeds[0]).toMatchObject({ possible: false });
    const proposal = { on: '2023-02-28', fields: FIELDS['PROPOSAL'] ?? {} };
    expect(await story.send('steps/PROPOSAL/record', CLERK, proposal)).toMatchObject({ status: 403, body: { code: 'DECISION_UNDERTAKER_ONLY' } }); // prettier-ignore
    expect(await story.send('steps/INITIATION/record', LIAISON, { on: '2023-02-28', fields: {} })).toMatchObject({ status: 403, body: { code: 'DECISION_OFFICE_ONLY' } }); // prettier-ignore
    expect(await story.send('steps/PROPOSAL/record', LIAISON, { on: '2023-02-28', fields: { plan: 3 } })).toMatchObject({ status: 400, body: { code: 'DECISION_FIELD_NOT_TEXT' } }); // prettier-ignore
    expect((await test.request('GET', `/api/v1/decisions/${story.id}`, { as: 'JYJ-LIAISON' })).body).toMatchObject({ code: 'DECISION_NOT_FOUND' }); // prettier-ignore
  });

  it('第十五条: a short comment period waits for the published reason and the director', async () => {
    await story.record('PROPOSAL', '2023-03-01');
    await story.record('INITIATION', '2023-03-06');
    await test.holdDay('2023-03-20');
    await story.draft('第一稿');
    await story.record('DRAFTING', '2023-03-20');
    const short = { publishedOn: '2023-03-20', closesOn: '2023-04-10' };
    const body = { on: '2023-03-20', fields: { ...FIELDS['COMMENT_PERIOD'], ...short } };
    const asked = { deed: 'RECORD', step: 'COMMENT_PERIOD', ...body };
    expect((await story.send('preview', LIAISON, asked)).body).toMatchObject({
      allowed: false,
      problems: [{ gate: 'C15', overridable: true, earliest: '2023-04-19' }],
    });
    expect(await story.send('steps/COMMENT_PERIOD/record', LIAISON, body)).toMatchObject({
      status: 409,
      body: { code: 'PROCEDURE_GATE_SHUT' },
    });
    const exception = { gate: 'C15', reason: '汛期将至', publishedIn: '公告第三段' };
    const waiting = (await story.send('exceptions', LIAISON, exception)).body as Sheet;
    const seq = waiting.exceptions[0]?.seq ?? 0;
    expect((await story.send(`exceptions/${seq}/approve`, DIRECTOR, {})).status).toBe(200);
    expect((await story.send('steps/COMMENT_PERIOD/record', LIAISON, body)).status).toBe(200);
  });

  it('天津: an item of the catalogue takes all five procedures', async () => {
    const no = { applies: false, reason: '不涉及' };
    expect(await story.send('steps/EXPERT_REVIEW/determine', LIAISON, no)).toMatchObject({
      body: { code: 'PROCEDURE_DETERMINATION_FORCED' },
    });
    for (const step of ['CONSULTATION', 'AFFECTED_GROUPS', 'FAIR_COMPETITION'])
      await story.determine(step, false);
    await story.record('EXPERT_REVIEW', '2023-04-03');
    await story.record('RISK_ASSESSMENT', '2023-04-03');
    await story.record('OPINIONS_HANDLED', '2023-04-11');
    await story.record('LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' });
  });

  it('第二十六条: is returned by the office and handed in anew; then reviewed on the version that was sent', async () => {
    expect((await story.send('moves', CLERK, { deed: 'RETURN', reason: '缺少依据目录' })).body).toMatchObject({ state: 'RETURNED', light: 'YELLOW' }); // prettier-ignore
    expect((await story.send('moves', CLERK, { deed: 'RESUBMIT', reason: '' })).body).toMatchObject({ code: 'DECISION_UNDERTAKER_ONLY' }); // prettier-ignore
    expect((await story.send('moves', LIAISON, { deed: 'RESUBMIT', reason: '' })).status).toBe(200);
    await story.record('LEGALITY_SUBMISSION', '2023-04-27', { replyBy: '2023-05-11' });
    await story.record('LEGALITY_REVIEW', '2023-05-10');
    const sheet = await story.sheet();
    expect(sheet.standing).toBe('正在办理集体讨论决定');
    await story.draft('第二稿', false);
    const gates = (await story.send('preview', CLERK, { deed: 'RECORD', step: 'DELIBERATION', on: '2023-05-10', fields: FIELDS['DELIBERATION'] })).body; // prettier-ignore
    expect(gates).toMatchObject({ allowed: false, problems: [{ gate: 'G1' }] });
    await story.send('moves', CLERK, { deed: 'RETURN', reason: '审查后草案有改动' });
    await story.send('moves', LIAISON, { deed: 'RESUBMIT', reason: '' });
    await story.record('LEGALITY_SUBMISSION', '2023-05-11', { replyBy: '2023-05-22' });
    await story.record('LEGALITY_REVIEW', '2023-05-18');
  });

  it('is decided, reported, published; the dossier falls due; earlier days answer what was known then', async () => {
    const reader = test.app.get(DecisionsReader);
    await story.finish('2023-05-22');
    const sheet = await story.sheet();
    expect(sheet).toMatchObject({ light: 'DONE', finishedOn: '2023-05-22' });
    expect(stepIn(sheet, 'DOSSIER').dueOn).toBe('2023-06-01');
    expect(await reader.monthRows(2023, '2023-05-21')).toMatchObject([{ light: 'GREEN', standing: '正在办理集体讨论决定' }]); // prettier-ignore
    expect(await reader.monthRows(2023, '2023-05-31')).toMatchObject([{ light: 'DONE', rule: 'FINISHED' }]);
    expect(await reader.notices('2023-05-29')).toMatchObject([{ rung: 'DOSSIER_DUE', dueOn: '2023-06-01' }]);
    expect(await reader.monthRows(2023, '2023-06-30')).toMatchObject([{ light: 'RED', rule: 'DUTY_OVERDUE', overdueDays: 29 }]); // prettier-ignore
    const counted = async (asOf: string) => {
      const { body } = await test.request('GET', `/api/v1/decisions/statistics?year=2023&asOf=${asOf}`, { as: CLERK }); // prettier-ignore
      return [body.identified.count, body.finished.count, body.underWay.count];
    };
    expect(await counted('2023-05-21')).toEqual([1, 0, 1]);
    expect(await counted('2023-05-22')).toEqual([1, 1, 0]);
    expect(await counted('2023-02-27')).toEqual([0, 0, 0]);
  });

  it('第三十三条: is closed when the dossier and every paper are there; its papers can be fetched', async () => {
    expect((await story.send('moves', CLERK, { deed: 'CLOSE', reason: '' })).body).toMatchObject({ code: 'PROCEDURE_GATE_SHUT' }); // prettier-ignore
    await story.record('EXECUTION', '2023-05-23');
    for (const paper of ['notice', 'explanation']) await story.file('COMMENT_PERIOD', paper);
    await story.record('DOSSIER', '2023-05-30');
    await story.record('ARCHIVING', '2023-05-31');
    const paper = stepIn(await story.sheet(), 'DOSSIER').documents[0]?.seq ?? 0;
    const fetched = await test.request('GET', `/api/v1/decisions/${story.id}/documents/${paper}`, { as: LIAISON }); // prettier-ignore
    expect([fetched.status, String(fetched.body).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(await test.request('GET', `/api/v1/decisions/${story.id}/documents/1`, { as: CLERK })).toMatchObject({ status: 200 }); // prettier-ignore
    expect(await test.request('GET', `/api/v1/decisions/${story.id}/documents/9999`, { as: CLERK })).toMatchObject({ body: { code: 'DECISION_DOCUMENT_NOT_FOUND' } }); // prettier-ignore
    expect((await story.send('moves', CLERK, { deed: 'CLOSE', reason: '' })).body).toMatchObject({ state: 'CLOSED' }); // prettier-ignore
  });

  it('moves its planned day with a reason, and earlier days keep the day planned then', async () => {
    const other = await DecisionStory.begin(test, '02', '2023-07-31');
    const change = async (body: object) =>
      test.request('PATCH', `/api/v1/decisions/${other.id}`, { as: CLERK, body, version: (await other.sheet()).version }); // prettier-ignore
    await test.holdDay('2023-07-20');
    expect(await change({ finishOn: '2023-10-31' })).toMatchObject({ body: { code: 'DECISION_PLAN_REASON_MISSING' } }); // prettier-ignore
    expect((await change({ finishOn: '2023-10-31', reason: '资金安排调整' })).body).toMatchObject({ finishOn: '2023-10-31', light: 'GREEN' }); // prettier-ignore
    const reader = test.app.get(DecisionsReader);
    const row = async (day: string) =>
      (await reader.monthRows(2023, day)).find(({ number }) => number === '02');
    expect(await row('2023-07-19')).toMatchObject({ light: 'YELLOW', dueOn: '2023-07-31' });
    expect(await row('2023-07-31')).toMatchObject({ light: 'GREEN', dueOn: '2023-10-31' });
    expect(await row('2023-11-02')).toMatchObject({ light: 'RED', overdueDays: 2, rule: 'OVERDUE' });
    const rungs = async (day: string) => (await reader.notices(day)).filter(({ number }) => number === '02').map(({ rung, version }) => [rung, version]); // prettier-ignore
    expect(await rungs('2023-07-19')).toEqual([['FINISH_15', 1]]);
    expect(await rungs('2023-10-24')).toEqual([['FINISH_7', 2]]);
    expect(await rungs('2023-11-01')).toEqual([['FINISH_OVERDUE', 2]]);
  });
});
