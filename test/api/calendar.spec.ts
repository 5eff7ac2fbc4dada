import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays } from '../../src/domain/calendar/working-calendar.js';
import { CalendarReader } from '../../src/features/calendar/calendar.reader.js';
import { CalendarSeed } from '../../src/features/calendar/calendar-seed.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

/** Wording of our own; nobody has published 2027 yet. */
const NOTICE_2027 = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕99号
一、元旦：1月1日放假，与周末连休。
二、春节：2月5日至11日放假调休，共7天。1月31日（星期日）、2月20日（星期六）上班。`;

const FILE_2027 = `# year: 2027
# status: PROVISIONAL
# notice:
day,kind,name
2026-12-31,放假,元旦
2027-01-01,放假,元旦
`;

describe.each(DATABASES)('calendar on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2026-11-20');
  });
  afterAll(() => test.close());

  const put = (year: number, version: number, body: object, as = CLERK) =>
    test.request('PUT', `/api/v1/calendar/${year}/notice`, { as, version, body });

  it('holds the published years from the first start, once', async () => {
    const { body } = await test.request('GET', '/api/v1/calendar/2023', { as: 'SFJ-LIAISON' });
    expect(body).toMatchObject({
      year: 2023,
      status: 'FINAL',
      noticeNumber: '国办发明电〔2022〕16号',
      workingDays: 249,
    });
    expect(body.days).toContainEqual({ day: '2023-01-28', kind: '上班', name: '春节' });
    expect(await test.app.get(CalendarSeed).seed()).toEqual([]);
    const calendar = await test.app.get(CalendarReader).calendar();
    expect(addWorkingDays(calendar, '2023-04-24', 7)).toEqual({ day: '2023-05-06', status: 'FINAL' });
  });

  it('shows every day of a month with its kind', async () => {
    const { body } = await test.request('GET', '/api/v1/calendar/2023/10', { as: CLERK });
    expect(body.days).toHaveLength(31);
    expect(body.days.slice(5, 10)).toMatchObject([
      { day: '2023-10-06', isWorking: false, kind: '放假' },
      { day: '2023-10-07', isWorking: true, kind: '上班' },
      { day: '2023-10-08', isWorking: true, kind: '上班' },
      { day: '2023-10-09', isWorking: true, kind: '工作日', name: '' },
      { day: '2023-10-10', isWorking: true },
    ]);
    expect((await test.request('GET', '/api/v1/calendar/2023/13', { as: CLERK })).status).toBe(400);
  });

  it('calls a year without a notice provisional', async () => {
    const { body } = await test.request('GET', '/api/v1/calendar/2027', { as: CLERK });
    expect(body).toMatchObject({ status: 'PROVISIONAL', version: 0, days: [] });
    expect((await test.app.get(CalendarReader).calendar()).statusOf('2027-01-01')).toBe('PROVISIONAL');
  });

  it('reminds the office in November of a year that is not there yet', async () => {
    const outlook = () => test.request('GET', '/api/v1/calendar/outlook', { as: CLERK });
    const { body } = await outlook();
    expect(body.years[0]).toMatchObject({ year: 2026, status: 'FINAL' });
    expect(body.warnings).toMatchObject([
      { year: 2027, kind: 'MISSING', text: expect.stringContaining('2027') },
    ]);
  });

  it('takes a provisional file first, then the notice, showing each time what changes', async () => {
    const early = await put(2027, 0, { text: FILE_2027 });
    expect(early).toMatchObject({ status: 200, body: { status: 'PROVISIONAL', version: 1 } });
    expect(early.body.changes).toHaveLength(2);
    const calendar = await test.app.get(CalendarReader).calendar();
    expect(calendar.isWorkingDay('2026-12-31')).toBe(false);

    const preview = await test.request('POST', '/api/v1/calendar/2027/notice/preview', {
      as: CLERK,
      body: { text: NOTICE_2027 },
    });
    expect(preview.body.changes).toContainEqual({
      day: '2026-12-31',
      was: { kind: '放假', name: '元旦' },
      now: null,
    });
    expect(preview.body.changes).toContainEqual({
      day: '2027-01-31',
      was: null,
      now: { kind: '上班', name: '春节' },
    });
    expect(preview.body.version).toBe(1);

    const done = await put(2027, 1, { text: NOTICE_2027 });
    expect(done.body).toEqual({ ...preview.body, version: 2 });
    expect(done.body).toMatchObject({ status: 'FINAL', noticeNumber: '国办发明电〔2026〕99号' });
    const now = await test.app.get(CalendarReader).calendar();
    expect(now.isWorkingDay('2026-12-31')).toBe(true);
    expect(now.isWorkingDay('2027-01-31')).toBe(true);
    expect(now.statusOf('2027-06-01')).toBe('FINAL');
  });

  it('changes nothing when the same notice comes again', async () => {
    expect((await put(2027, 2, { text: NOTICE_2027 })).body).toMatchObject({ changes: [], version: 2 });
    expect((await test.request('GET', '/api/v1/calendar/2027', { as: CLERK })).body).toMatchObject({
      version: 2,
      importedOn: '2026-11-20',
    });
  });

  it.each([
    ['another year', 2026, 1, { text: NOTICE_2027 }, 400, 'CALENDAR_YEAR_MISMATCH'],
    [
      'another number',
      2027,
      2,
      { text: NOTICE_2027, noticeNumber: '国办发明电〔2026〕1号' },
      400,
      'CALENDAR_NOTICE_MISMATCH',
    ],
    [
      'no number',
      2027,
      2,
      { text: NOTICE_2027.replace('国办发明电〔2026〕99号', '') },
      400,
      'CALENDAR_NOTICE_MISSING',
    ],
    [
      'a sentence nobody understands',
      2027,
      2,
      { text: NOTICE_2027.replace('共7天', '酌情休息') },
      400,
      'HOLIDAY_NOTICE_UNREAD',
    ],
    [
      'a day that does not exist',
      2027,
      2,
      { text: `${FILE_2027}2027-02-30,放假,春节\n` },
      400,
      'HOLIDAY_FILE_INVALID',
    ],
    ['a stale version', 2027, 1, { text: NOTICE_2027 }, 412, 'STALE_VERSION'],
  ])('refuses %s and changes nothing', async (_, year, version, body, status, code) => {
    expect(await put(year, version, body)).toMatchObject({ status, body: { code } });
    expect((await test.request('GET', `/api/v1/calendar/2027`, { as: CLERK })).body.version).toBe(2);
  });

  it('lets the office mark a year provisional again, and nobody else', async () => {
    const mark = (as: string, version: number, year = 2027) =>
      test.request('PUT', `/api/v1/calendar/${year}/status`, {
        as,
        version,
        body: { status: 'PROVISIONAL' },
      });
    expect((await mark('SFJ-HEAD', 2)).body.code).toBe('ROLE_NOT_ALLOWED');
    expect((await mark(DIRECTOR, 1)).status).toBe(412);
    expect((await mark(DIRECTOR, 1, 2050)).body.code).toBe('CALENDAR_YEAR_UNKNOWN');
    expect((await mark(DIRECTOR, 2)).body).toMatchObject({ status: 'PROVISIONAL', version: 3 });
    expect((await test.app.get(CalendarReader).calendar()).statusOf('2027-01-01')).toBe('PROVISIONAL');
    const events = await test.db.read(
      `SELECT operation FROM audit_event WHERE object_id = '2027' ORDER BY seq`,
    );
    expect(events).toEqual([
      { operation: 'calendar.import' },
      { operation: 'calendar.import' },
      { operation: 'calendar.mark' },
    ]);
  });

  it.each([
    ['2023-09-01', 30, 'DAY', '2023-10-07', 'FINAL'],
    ['2023-04-24', 7, 'WORKING_DAY', '2023-05-06', 'FINAL'],
    ['2023-11-30', 3, 'MONTH', '2024-02-29', 'FINAL'],
    ['2049-01-01', 1, 'DAY', '2049-01-04', 'PROVISIONAL'],
  ])('reckons a period from %s of %s %s (民法典第201至203条)', async (from, n, unit, day, status) => {
    const address = `/api/v1/calendar/period?from=${from}&count=${n}&unit=${unit}`;
    expect((await test.request('GET', address, { as: 'SFJ-LIAISON' })).body).toEqual({ day, status });
  });
});
