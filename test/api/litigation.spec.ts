import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LitigationReader } from '../../src/features/litigation/litigation.reader.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { CourtOffice } from '../support/court-office.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

const LIAISON = 'RSJ-LIAISON';
const HEAD = 'RSJ-HEAD';

describe.each(DATABASES)('出庭应诉 on %s', (name) => {
  let test: TestApp;
  let court: CourtOffice;
  let caseId: string;
  let hearingId: string;
  const get = (path: string, as = CLERK) => test.request('GET', `/api/v1/${path}`, { as });
  const rate = async (query = '', as = CLERK) =>
    (await get(`court-appearance/rate?year=2023${query}`, as)).body;

  beforeAll(async () => {
    test = await startTestApp(name);
    court = new CourtOffice(test);
    await openOffice(test);
    await test.holdDay('2023-04-05');
  });
  afterAll(() => test.close());

  it('a case is registered with its plaintiff masked, everywhere', async () => {
    const made = await court.register();
    expect(made).toMatchObject({ status: 201, body: { plaintiff: '张某某', version: 1 } });
    caseId = made.body.id;
    const rows = await test.db.read<{ facts: string; after: string }>(
      `SELECT c.facts, s.facts AS after FROM court_case c JOIN court_case_state s ON s.case_id = c.id`,
    );
    const audit = await test.db.read(`SELECT "before", "after" FROM audit_event WHERE operation = 'litigation.register'`);
    expect(JSON.stringify([rows, audit])).not.toContain('张三丰');
    expect(audit).toHaveLength(1);
    expect((await court.register()).body.code).toBe('CASE_NUMBER_TAKEN');
    expect((await court.register({}, { number: '12号' })).body.code).toBe('CASE_NUMBER_INVALID');
  }); // prettier-ignore

  it('its department sees it, another does not, and learns nothing', async () => {
    expect((await get(`court-cases/${caseId}`, LIAISON)).status).toBe(200);
    const foreign = await get(`court-cases/${caseId}`, 'GAJ-LIAISON');
    const missing = await get('court-cases/00000000-0000-7000-8000-000000000000', 'GAJ-LIAISON');
    expect(foreign.body).toEqual({ ...missing.body, instance: foreign.body.instance });
    expect((await get('court-cases?year=2023', 'GAJ-HEAD')).body.items).toEqual([]);
    const { items } = (await get('court-cases?year=2023&instance=FIRST&q=工伤&department=RSJ', HEAD)).body;
    expect(items).toMatchObject([{ id: caseId, number: '（2023）津0105行初12号', plaintiff: '张某某' }]);
    expect((await get('court-cases?year=2022')).body.items).toEqual([]);
    expect((await get('court-cases?limit=1')).body.next).toBeNull();
  });

  it('a hearing is planned, told of 7 and 3 days before, and answered for by the department', async () => {
    hearingId = await court.schedule(caseId, '2023-05-10');
    const notice = { department: 'RSJ', servedOn: '2023-05-04', mandatory: true, reason: 'PUBLIC_SAFETY', again: false };
    const noticed = await court.deed('POST', `hearings/${hearingId}/notices`, notice);
    expect(noticed.body.instances[0].hearings[0].notices).toMatchObject([{ servedInTime: true, mandatory: true }]);
    const reader = test.app.get(LitigationReader);
    const told = async (day: string) => (await reader.notices(day)).map(({ rung }) => rung);
    expect([await told('2023-05-02'), await told('2023-05-03'), await told('2023-05-08')]).toEqual([[], ['HEARING_7'], ['HEARING_3']]);
    await test.holdDay('2023-05-05');
    const wish = { department: 'RSJ', kind: 'ATTENDS', official: { name: '王建国', post: '局长', rank: 'PRINCIPAL' } };
    expect((await court.deed('POST', `hearings/${hearingId}/reply`, { ...wish, department: 'GAJ' }, HEAD)).status).toBe(404);
    expect((await court.deed('POST', `hearings/${hearingId}/reply`, wish, HEAD)).status).toBe(200);
    expect((await court.deed('POST', `hearings/${hearingId}/reply`, wish, HEAD, 1)).status).toBe(412);
    expect([await told('2023-05-04'), await told('2023-05-08')]).toEqual([['HEARING_7'], []]);
  }); // prettier-ignore

  it('stands in the calendar and in the month, green since it is answered', async () => {
    const { items } = (await get('hearings?month=2023-05', LIAISON)).body;
    expect(items).toMatchObject([{ caseId, hearing: { id: hearingId, seats: [{ light: 'GREEN', standing: '负责人出庭' }] } }]);
    expect((await get('hearings?month=2023-05', 'GAJ-LIAISON')).body.items).toEqual([]);
    const ics = await get('hearings/calendar.ics?month=2023-05');
    expect(ics.headers['content-type']).toContain('text/calendar');
    expect(ics.body).toContain(`UID:${hearingId}@diaodu\r\n`);
    expect(ics.body).toContain('DTSTART:20230510T093000\r\n');
    expect((await get('hearings/calendar.ics?month=2023-05')).body).toBe(ics.body);
    const rows = await test.app.get(LitigationReader).monthRows('2023-05-05', '2023-05');
    expect(rows).toMatchObject([{ register: 'HEARINGS', departmentCode: 'RSJ', light: 'GREEN', dueOn: '2023-05-10' }]);
    expect(await test.app.get(LitigationReader).monthRows('2023-04-01', '2023-05')).toEqual([]);
  }); // prettier-ignore

  it('a form that is missing is red, also in the next month; with it the case counts', async () => {
    await test.holdDay('2023-05-12');
    expect((await court.deed('POST', `hearings/${hearingId}/hold`, {})).status).toBe(200);
    const reader = test.app.get(LitigationReader);
    expect(await reader.monthRows('2023-06-30', '2023-06')).toMatchObject([{ rule: 'FORM_MISSING', light: 'RED', overdueDays: 50 }]);
    expect(await rate()).toMatchObject({ numerator: 0, denominator: 1, label: '0/1，0.0%' });
    expect((await court.attend(hearingId, LIAISON)).status).toBe(200);
    expect((await court.attend(hearingId, LIAISON)).body.code).toBe('ATTENDANCE_FORM_RETURNED');
    expect(await rate()).toMatchObject({ numerator: 1, denominator: 1, percent: 100, label: '1/1，100%', excluded: [] });
    expect((await rate()).counted).toMatchObject([{ caseId, case: '（2023）津0105行初12号', fulfilled: true, days: ['2023-05-10'] }]);
    expect(await reader.monthRows('2023-06-30', '2023-06')).toEqual([]);
    expect(await reader.monthRows('2023-05-31', '2023-05')).toMatchObject([{ light: 'DONE', rule: 'HEAD_APPEARED' }]);
  }); // prettier-ignore

  it('what the court finds is recorded by the office only, and earlier days answer as before (E25)', async () => {
    await test.holdDay('2023-06-20');
    const ruling = { department: 'RSJ', identityAccepted: false };
    expect((await court.deed('POST', `hearings/${hearingId}/rulings`, ruling, LIAISON)).status).toBe(403);
    expect((await court.deed('POST', `hearings/${hearingId}/rulings`, ruling)).status).toBe(200);
    expect(await rate()).toMatchObject({ numerator: 0, denominator: 1 });
    expect(await rate('&asOf=2023-06-19')).toMatchObject({ numerator: 1, denominator: 1 });
    expect((await court.show(caseId)).duties).toMatchObject([{ counts: true, fulfilled: false }]);
    await court.deed('POST', `hearings/${hearingId}/rulings`, { department: 'RSJ', identityAccepted: true });
  });

  it('closes, is appealed, and each instance counts (E7)', async () => {
    const { instances } = await court.show(caseId);
    const closing = { closedOn: '2023-06-15', outcome: 'CLAIM_REJECTED', writtenTrial: false, disputeResolved: false };
    const closed = await court.deed('POST', `court-cases/${caseId}/instances/${instances[0].id}/close`, closing);
    expect(closed.body.instances[0]).toMatchObject({ outcomeLabel: '驳回诉讼请求', closedOn: '2023-06-15' });
    const appeal = { level: 'SECOND', number: '（2023）津02行终34号', court: '市中级人民法院', filedOn: '2023-06-18', parties: [{ department: 'RSJ', role: 'DEFENDANT' }] };
    const added = await court.deed('POST', `court-cases/${caseId}/instances`, appeal);
    const second = added.body.instances[1];
    await court.deed('PATCH', `court-cases/${caseId}/instances/${second.id}`, { court: '市第二中级人民法院' });
    await court.deed('PATCH', `court-cases/${caseId}`, { cause: '工伤保险资格认定' });
    const after = await court.show(caseId);
    expect(after).toMatchObject({ cause: '工伤保险资格认定', plaintiff: '张某某', instances: [{}, { court: '市第二中级人民法院', number: appeal.number }] });
    const plan = { day: '2023-06-19', time: '', room: '', kind: 'TRIAL', online: true };
    const scheduled = await court.deed('POST', `court-cases/${caseId}/instances/${second.id}/hearings`, plan);
    const heard = scheduled.body.instances[1].hearings[0].id;
    await court.attend(heard, LIAISON, { official: null, voice: [], note: '负责人另有公务，由法制科科长出庭' });
    expect(await rate()).toMatchObject({ numerator: 1, denominator: 2, percent: 50 });
    expect(await rate('&variant=R3')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await rate('&variant=R8')).toMatchObject({ numerator: 2, denominator: 2 });
    const suggestion = { department: 'RSJ', violation: 'NO_REASON', number: '（2023）津02司建5号', receivedOn: '2023-06-20', content: '请落实负责人出庭' };
    const suggested = await court.deed('POST', `court-cases/${caseId}/instances/${second.id}/suggestions`, suggestion);
    expect(suggested.body.instances[1]).toMatchObject({ suggestions: [suggestion], violations: [{ violation: 'NO_REASON' }] });
  }); // prettier-ignore

  it('a hearing is moved or taken off, and neither was one (E21)', async () => {
    await court.register({}, { number: '（2023）津0105行初13号', filedOn: '2023-06-19' });
    const [{ id }] = (await get('court-cases?q=行初13')).body.items;
    const planned = await court.schedule(id, '2023-07-03');
    const moved = await court.deed('POST', `hearings/${planned}/reschedule`, { day: '2023-07-10', time: '', room: '', reason: '延期' });
    const next = moved.body.instances[0].hearings[1].id;
    const planning = { department: 'RSJ', official: { name: '李红', post: '副局长', rank: 'DEPUTY' } };
    expect((await court.deed('PUT', `hearings/${next}/planned-official`, planning, LIAISON)).status).toBe(200);
    expect((await court.deed('POST', `hearings/${next}/cancel`, { reason: '原告撤诉' })).body.instances[0].hearings).toMatchObject([{ state: 'RESCHEDULED' }, { state: 'CANCELLED', stateReason: '原告撤诉' }]);
    expect((await rate()).excluded).toMatchObject([{ case: '（2023）津0105行初13号' }]);
  }); // prettier-ignore

  it('the board places departments, a department is told its own only', async () => {
    const board = (await get('court-appearance/board?year=2023')).body;
    expect(board.items).toMatchObject([{ department: 'RSJ', place: 1, label: '1/2，50.0%' }]);
    expect((await get('court-appearance/board?year=2023&quarter=1')).body.whole.label).toBe('无应出庭案件');
    expect(await rate('&department=RSJ', 'GAJ-HEAD')).toMatchObject({ denominator: 0, percent: null, counted: [] });
    expect((await get('court-appearance/rate?year=2023&from=2023-06-01&to=2023-05-01')).body.code).toBe('RATE_PERIOD_TURNED');
    expect((await get('court-appearance/rate?year=2023&department=NONE')).body.code).toBe('COURT_DEPARTMENT_UNKNOWN');
  }); // prettier-ignore

  it("the court's list of a quarter is held against the register, case by case", async () => {
    const at = 'court-appearance/reconciliation?year=2023&quarter=2';
    expect((await get(at)).body.code).toBe('COURT_FIGURES_MISSING');
    const put = (lines: object[]) =>
      test.request('PUT', '/api/v1/court-appearance/court-figures', { as: CLERK, body: { year: 2023, quarter: 2, lines } });
    const first = { case: '(2023)津0105行初12号', department: 'RSJ', appeared: true, heldOn: '2023-05-10' };
    expect((await put([first, first])).body.code).toBe('COURT_LINE_TWICE');
    expect((await put([{ ...first, heldOn: null, appeared: false }])).status).toBe(200);
    const { body } = await put([first, { case: '（2023）津0105行初99号' }]);
    expect(body).toMatchObject({ courtLines: 2, courtAppeared: 1, label: '1/2，50.0%', version: 2 });
    expect(body.differences.map(({ kind }: { kind: string }) => kind)).toEqual(['ONLY_COURT', 'ONLY_REGISTER']);
    expect((await get(at)).body).toEqual(body);
  }); // prettier-ignore

  it('the circular is written from the records of a day, the same bytes each time', async () => {
    const file = async (format: string, query = '') =>
      test.app.inject({ url: `/api/v1/court-appearance/circulars/${format}?year=2023&quarter=2${query}`, headers: { host: '127.0.0.1', cookie: (await test.signIn.cookieOf(CLERK)) ?? '' } });
    for (const format of ['docx', 'xlsx']) {
      const [one, other] = [await file(format), await file(format, '&asOf=2023-06-20')];
      expect(one.statusCode).toBe(200);
      expect(one.rawPayload.equals(other.rawPayload)).toBe(true);
      expect((await file(format, '&asOf=2023-05-20')).rawPayload.equals(one.rawPayload)).toBe(false);
    }
    expect((await get('court-appearance/circulars/pdf?year=2023&quarter=2')).body.code).toBe('CIRCULAR_FORMAT_UNKNOWN');
  }); // prettier-ignore

  it('is counted for the year, as of any day', async () => {
    const reader = test.app.get(LitigationReader);
    expect(await reader.statistics(2023, '2023-06-20')).toMatchObject({ cases: 2, hearings: 2, suggestions: 1, appearance: { numerator: 1, denominator: 2 } });
    expect(await reader.statistics(2023, '2023-05-31')).toMatchObject({ cases: 1, hearings: 1, suggestions: 0 });
  }); // prettier-ignore
});
