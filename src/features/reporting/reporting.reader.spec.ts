import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, openTestDatabase, type TestDatabase } from '../../../test/support/databases.js';
import { ReportingReader } from './reporting.reader.js';

/** Real tables, real SQL; reports are written as rows, since what is tested is what is read from them. */
interface Row {
  month: string;
  state: string;
  claimed?: number | null;
  verified?: number | null;
  count?: number | null;
  text?: string;
  submittedOn?: string | null;
  reviewedOn?: string | null;
  timesReturned?: number;
  isLate?: number;
}

describe.each(DATABASES)('ReportingReader on %s', (name) => {
  let test: TestDatabase;
  let reader: ReportingReader;

  beforeAll(async () => {
    test = await openTestDatabase(name);
    reader = new ReportingReader(test.db);
    await test.db.unitOfWork.run(async () => {
      for (const code of ['water', 'finance', 'parks'])
        await test.db.write(
          `INSERT INTO department (id, code, name, short_name, kind, path, is_enforcement_unit, is_responsible_department, version)
           VALUES (?, ?, ?, ?, 'GOVERNMENT', '/', 0, 0, 1)`,
          [code, code, code, code],
        );
      await test.db.write(
        `INSERT INTO ledger (id, code, year, kind, title, source_document, source_number, issued_on, owner_department_id, state, version)
         VALUES ('ledger', 'KT-2023', 2023, 'KEY_TASKS', '要点', '', '', '2023-01-10', 'water', 'ISSUED', 1)`,
      );
      await task('dike');
      await task('park');
      await part('dike', 'water');
      await part('dike', 'finance');
      await part('park', 'parks');
    });
  });
  afterAll(() => test.close());

  const task = (id: string) =>
    test.db.write(
      `INSERT INTO task (id, ledger_id, number, sort_key, title, measures, raw_cells, deadline_raw, deadline, starts_on,
         deadline_version, cadence, target_unit, state, days_in_review, state_reason, open_ended, problems, version)
       VALUES (?, 'ledger', ?, ?, '任务', '', '{}', '', '{}', '2023-01-10', 0, 'ONCE', '', 'IN_PROGRESS', 0, '', 0, '[]', 1)`,
      [id, id, id],
    );
  const part = (taskId: string, departmentId: string) =>
    test.db.write(
      `INSERT INTO assignment (id, task_id, department_id, role, is_first_lead, state, ordinal, version)
       VALUES (?, ?, ?, 'LEAD', 1, 'IN_PROGRESS', 0, 1)`,
      [`${taskId}-${departmentId}`, taskId, departmentId],
    );
  /** Writes a report of a part; gives its id. */
  const report = async (taskId: string, departmentId: string, row: Row): Promise<string> => {
    const id = `${taskId}-${departmentId}-${row.month}`;
    await test.db.unitOfWork.run(() =>
      test.db.write(
        `INSERT INTO progress_report (id, assignment_id, task_id, ledger_id, department_id, month, state, claimed_progress,
           verified_progress, count, text, problems, next_step, submitted_on, is_late, times_returned, returned_reason,
           reviewed_on, version)
         VALUES (?, ?, ?, 'ledger', ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, '', ?, 1)`,
        [
          id, `${taskId}-${departmentId}`, taskId, departmentId, row.month, row.state, row.claimed ?? null,
          row.verified ?? null, row.count ?? null, row.text ?? '', row.submittedOn ?? null, row.isLate ?? 0,
          row.timesReturned ?? 0, row.reviewedOn ?? null,
        ],
      ),
    ); // prettier-ignore
    return id;
  };
  const submission = (
    reportId: string,
    ordinal: number,
    row: { text: string; claimed: number; submittedOn: string; outcome: string; outcomeOn: string | null },
  ) =>
    test.db.unitOfWork.run(() =>
      test.db.write(
        `INSERT INTO progress_report_version (id, report_id, ordinal, claimed_progress, text, problems, next_step,
           submitted_on, submitted_at, submitted_by, outcome, outcome_reason, outcome_on)
         VALUES (?, ?, ?, ?, ?, '', '', ?, 0, 'P', ?, '', ?)`,
        [`${reportId}-${ordinal}`, reportId, ordinal, row.claimed, row.text, row.submittedOn, row.outcome, row.outcomeOn],
      ),
    ); // prettier-ignore

  it('says nothing of nothing', async () => {
    expect((await reader.reportsOf([], '2023-01', '2023-01-31')).size).toBe(0);
    expect((await reader.latestVerified([], '2023-01', '2023-01-31')).size).toBe(0);
    expect((await reader.missedInARow([], '2023-01', 2, '2023-01-31')).size).toBe(0);
    expect((await reader.closeRequests([])).size).toBe(0);
    expect((await reader.reportsOf(['dike'], '2022-01', '2023-01-31')).size).toBe(0);
  });

  it('tells a report as it stood at the end of a day: not in, in, reviewed', async () => {
    await report('dike', 'water', {
      month: '2023-01',
      state: 'ACCEPTED',
      claimed: 12,
      verified: 10,
      count: 2,
      text: '一标段开工',
      submittedOn: '2023-01-30',
      reviewedOn: '2023-02-02',
      isLate: 1,
    });
    const asOf = async (day: string) => (await reader.reportsOf(['dike'], '2023-01', day)).get('dike-water');
    const empty = { state: 'DRAFT', claimedProgress: null, verifiedProgress: null, count: null, text: '' };
    expect(await asOf('2023-01-29')).toMatchObject({ ...empty, submittedOn: null, isLate: false });
    expect(await asOf('2023-01-30')).toEqual({
      assignmentId: 'dike-water',
      taskId: 'dike',
      departmentId: 'water',
      state: 'SUBMITTED',
      claimedProgress: 12,
      verifiedProgress: null,
      count: 2,
      text: '一标段开工',
      problems: '',
      nextStep: '',
      isLate: true,
      submittedOn: '2023-01-30',
      timesReturned: 0,
    });
    expect(await asOf('2023-02-01')).toMatchObject({ state: 'SUBMITTED', verifiedProgress: null });
    expect(await asOf('2023-02-02')).toMatchObject({ state: 'ACCEPTED', verifiedProgress: 10 });
  });

  it('never shows what is only drafted, also over a returned report', async () => {
    await report('dike', 'finance', { month: '2023-01', state: 'DRAFT', claimed: 90, text: '草稿' });
    const drafted = (await reader.reportsOf(['dike'], '2023-01', '2023-12-31')).get('dike-finance');
    expect(drafted).toMatchObject({ state: 'DRAFT', claimedProgress: null, text: '' });

    const id = await report('park', 'parks', {
      month: '2023-01',
      state: 'RETURNED',
      claimed: 60,
      text: '改写中的草稿',
      submittedOn: '2023-01-18',
      reviewedOn: '2023-01-19',
      timesReturned: 1,
    });
    await submission(id, 1, {
      text: '已报送的内容',
      claimed: 50,
      submittedOn: '2023-01-18',
      outcome: 'RETURNED',
      outcomeOn: '2023-01-19',
    });
    const asOf = async (day: string) => (await reader.reportsOf(['park'], '2023-01', day)).get('park-parks');
    const handedIn = { claimedProgress: 50, text: '已报送的内容', submittedOn: '2023-01-18' };
    expect(await asOf('2023-01-17')).toMatchObject({ state: 'DRAFT', text: '' });
    expect(await asOf('2023-01-18')).toMatchObject({ ...handedIn, state: 'SUBMITTED', timesReturned: 0 });
    expect(await asOf('2023-01-31')).toMatchObject({ ...handedIn, state: 'RETURNED', timesReturned: 1 });
  });

  it('knows that a report handed in again later had been handed in before', async () => {
    const id = await report('park', 'parks', {
      month: '2023-02',
      state: 'ACCEPTED',
      claimed: 70,
      verified: 70,
      text: '重报',
      submittedOn: '2023-03-01',
      reviewedOn: '2023-03-02',
      timesReturned: 1,
    });
    const first = { text: '初报', claimed: 65, submittedOn: '2023-02-20' };
    await submission(id, 1, { ...first, outcome: 'RETURNED', outcomeOn: '2023-02-26' });
    const second = { text: '重报', claimed: 70, submittedOn: '2023-03-01' };
    await submission(id, 2, { ...second, outcome: 'ACCEPTED', outcomeOn: '2023-03-02' });
    const asOf = async (day: string) => (await reader.reportsOf(['park'], '2023-02', day)).get('park-parks');
    expect(await asOf('2023-02-25')).toMatchObject({ state: 'SUBMITTED', text: '初报', timesReturned: 0 });
    expect(await asOf('2023-02-28')).toMatchObject({ state: 'RETURNED', text: '初报', timesReturned: 1 });
    expect(await asOf('2023-03-01')).toMatchObject({ state: 'SUBMITTED', text: '重报', timesReturned: 1 });
    expect(await asOf('2023-03-02')).toMatchObject({ state: 'ACCEPTED', verifiedProgress: 70 });
    // Handed in at the end of February all the same, though the row now carries a day in March.
    expect(
      (await reader.missedInARow(['park'], '2023-02', 2, '2023-02-28')).get('park-parks'),
    ).toBeUndefined();
    expect((await reader.missedInARow(['park'], '2023-02', 2, '2023-02-19')).get('park-parks')).toBe(1);
  });

  it('takes the newest verified figures up to a month, of what was reviewed by the day', async () => {
    const accepted = { state: 'ACCEPTED', claimed: 100, submittedOn: '2023-09-20' };
    // 9 < 100 as numbers and not as text; only the months may decide.
    await report('dike', 'finance', { ...accepted, month: '2023-08', verified: 100, count: 7, reviewedOn: '2023-09-21' });
    await report('dike', 'finance', { ...accepted, month: '2023-09', verified: 9, count: null, reviewedOn: '2023-10-02' });
    await report('dike', 'finance', { month: '2023-10', state: 'SUBMITTED', claimed: 50, count: 99, submittedOn: '2023-10-20' });
    const latest = async (upTo: string, asOf: string) =>
      (await reader.latestVerified(['dike'], upTo, asOf)).get('dike-finance');
    expect(await latest('2023-10', '2023-10-31')).toEqual({ month: '2023-09', progress: 9, count: 7 });
    expect(await latest('2023-09', '2023-09-30')).toEqual({ month: '2023-08', progress: 100, count: 7 });
    expect(await latest('2023-08', '2023-10-31')).toEqual({ month: '2023-08', progress: 100, count: 7 });
    expect(await latest('2023-07', '2023-10-31')).toBeUndefined();
    expect(await latest('2023-10', '2023-09-20')).toBeUndefined();
  }); // prettier-ignore

  it('counts months missed in a row back from a month, as of a day, and no further than asked', async () => {
    for (const month of ['2023-04', '2023-05', '2023-06']) await report('dike', 'water', { month, state: 'DRAFT' });
    await report('dike', 'water', { month: '2023-03', state: 'SUBMITTED', submittedOn: '2023-03-20' });
    await report('dike', 'water', { month: '2023-07', state: 'SUBMITTED', submittedOn: '2023-08-03' });
    const missed = async (upTo: string, atMost: number, asOf: string) =>
      (await reader.missedInARow(['dike'], upTo, atMost, asOf)).get('dike-water');
    expect(await missed('2023-06', 9, '2023-06-30')).toBe(3);
    expect(await missed('2023-06', 2, '2023-06-30')).toBe(2);
    expect(await missed('2023-07', 9, '2023-07-31')).toBe(4);
    expect(await missed('2023-07', 9, '2023-08-03')).toBeUndefined();
    expect(await missed('2023-03', 9, '2023-03-31')).toBeUndefined();
  }); // prettier-ignore

  it('counts the reports of a month by state, of all or of one department', async () => {
    expect(await reader.statesOf('ledger', '2023-01')).toEqual({ DRAFT: 1, SUBMITTED: 0, RETURNED: 1, ACCEPTED: 1 });
    expect(await reader.statesOf('ledger', '2023-01', 'water')).toEqual({
      DRAFT: 0,
      SUBMITTED: 0,
      RETURNED: 0,
      ACCEPTED: 1,
    });
  }); // prettier-ignore

  it('gives the latest close-out request of each task', async () => {
    await test.db.unitOfWork.run(async () => {
      for (const [ordinal, state, decidedOn] of [[1, 'RETURNED', '2023-06-05'], [2, 'SUBMITTED', null]] as const)
        await test.db.write(
          `INSERT INTO close_out_request (id, task_id, ordinal, department_id, statement, silent_supports, silence_explanation,
             open_milestones, milestone_explanation, requested_on, requested_by, state, decided_on, decision_reason, version)
           VALUES (?, 'dike', ?, 'water', '', '[]', '', '[]', '', ?, 'P', ?, ?, '', 1)`,
          [`c${ordinal}`, ordinal, `2023-06-0${ordinal}`, state, decidedOn],
        );
    }); // prettier-ignore
    expect([...(await reader.closeRequests(['dike', 'park']))]).toEqual([
      ['dike', { taskId: 'dike', state: 'SUBMITTED', requestedOn: '2023-06-02', decidedOn: null }],
    ]);
  });
});
