import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';

const { clerk, director, leader } = OFFICE;
const MONTH = 'ledger=KT-2023&month=2023-11';

interface Digest {
  department: string;
  recipient: string;
  fallback: boolean;
  holder: string;
  byMail: boolean;
  items: { approver: string | null; explanation: string; taskNumber: string }[];
}

describe.each(DATABASES)('the pages of a monthly round on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
    // D1 has lost its liaison.
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE post SET to_day = '2023-10-31' WHERE code = 'D1-LIAISON'`),
    );
  }, 60_000);
  afterAll(() => test.close());

  const ask = async (url: string, as: string = clerk) =>
    (await test.request('GET', `/api/v1/rounds/${url}`, { as })).body;
  const states = async (as?: string) =>
    (await ask(`timeline?${MONTH}`, as)).stages.map(
      (each: { stage: string; state: string }) => `${each.stage} ${each.state}`,
    );

  it('tells who would get what, grouped as the letters will be, with vacant posts and who stands in', async () => {
    const plan = await ask(`preview/digests?${MONTH}`);
    const preview = await ask(`preview?${MONTH}`);
    expect(plan.toSend + plan.toApprove).toBe(preview.reminders.created);
    expect(plan.toApprove).toBeGreaterThan(0);
    const digests = plan.digests as Digest[];
    const of = (department: string) =>
      digests.find((each) => each.department === department && each.recipient === 'LIAISON');
    expect(of('D0')).toMatchObject({ fallback: false, holder: '0号LIAISON', byMail: true });
    expect(of('D1')).toMatchObject({ fallback: true, holder: '1号HEAD' });
    expect(of('D1')?.items[0]?.explanation).toMatch(/逾期 \d+ 天/);
    expect(plan.vacancies).toMatchObject([
      { postCode: 'D1-LIAISON', since: '2023-11-01', fallbackHolder: '1号HEAD' },
    ]);
    expect((await test.db.read('SELECT id FROM reminder')).length).toBe(0);
  });

  it('tells why each task, or each department’s part, has its light', async () => {
    const reds = await ask(`preview/rows?${MONTH}&light=RED&limit=100`);
    expect(reds.items).toHaveLength((await ask(`preview?${MONTH}`)).lights.RED);
    expect(reds.items[0]).toMatchObject({ departmentCode: '', role: 'TASK', light: 'RED' });
    expect(reds.items[0].explanation).toContain('逾期');
    const first = await ask(`preview/rows?${MONTH}&limit=20`);
    const rest = await ask(`preview/rows?${MONTH}&limit=20&after=${first.next}`);
    const numbers = [...first.items, ...rest.items].map(({ number }: { number: string }) => number);
    expect(new Set(numbers).size).toBe(30);
    const own = await ask(`preview/rows?${MONTH}&department=D1`);
    expect(own.items.every((row: { departmentCode: string }) => row.departmentCode === 'D1')).toBe(true);
  });

  it('is refused for a month outside the ledger, and to anybody but the office', async () => {
    const outside = await test.request('GET', '/api/v1/rounds/preview/digests?ledger=KT-2023&month=2022-01', {
      as: clerk,
    });
    expect(outside.body.code).toBe('MONTH_OUTSIDE_LEDGER');
    const leading = await test.request('GET', `/api/v1/rounds/preview/rows?${MONTH}`, { as: leader });
    expect(leading.status).toBe(403);
  });

  it('follows the month from its opening to its bulletin', async () => {
    expect(await states()).toContain('OPEN LATE');
    const id = await freezeNovember(test);
    expect(await states()).toEqual([
      'OPEN DONE', 'REPORTS DONE', 'REVIEW DONE', 'FREEZE DONE', 'MEETING AHEAD', 'MINUTES UNKNOWN', 'BULLETIN AHEAD',
    ]); // prettier-ignore
    const { version } = await ask(`timeline?${MONTH}`);
    const met = await test.request('POST', `/api/v1/rounds/${id}/meet`, { as: clerk, version, body: {} });
    expect(met.status).toBe(200);
    await test.request('POST', `/api/v1/rounds/${id}/bulletin`, { as: director, body: {} });
    const timeline = await ask(`timeline?${MONTH}`, 'D1-HEAD');
    expect(timeline).toMatchObject({ roundId: id, state: 'MET', provisional: false, ledgerCode: 'KT-2023' });
    expect(timeline.stages[3]).toMatchObject({ doneAt: expect.any(Number) });
    expect(timeline.stages[6]).toMatchObject({ state: 'DONE', doneOn: '2023-11-30' });
  });
});
