import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AUDIT_FIELD_NAMES } from '../../src/app/audit-field-names.js';
import { makeDemoLoader } from '../../src/app/demo/make-demo-loader.js';
import { makeDemoOutcome } from '../../src/app/demo/make-demo-outcome.js';
import { monthReportText } from '../../src/app/demo/month-report-text.js';
import type { MonthReport } from '../../src/app/demo/month-report.js';
import { readDemoYear, type DemoYear } from '../../src/app/demo/demo-year.js';
import { ChaseService } from '../../src/features/dispatch/reminder/chase.service.js';
import type { PlannedReminder } from '../../src/features/dispatch/reminder/plan-reminders.js';
import { PreviewService, type Preview } from '../../src/features/dispatch/preview.service.js';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import type { LedgerFacts } from '../../src/features/ledger/ledger.reader.js';
import { AUDIT_KEY } from '../../src/platform/audit/audit.module.js';
import { verifyAudit } from '../../src/platform/audit/verify-audit.js';
import { Settings } from '../../src/platform/config/settings.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { archiveFaults } from '../support/archive-faults.js';
import { DATABASES } from '../support/databases.js';
import { tableCounts } from '../support/table-counts.js';
import { fieldsOfTrail } from '../support/told-fields.js';

const MONTH = '2023-11';
/** A Monday with reminders of several rungs. */
const CHASED = '2023-12-18';
const LOADING = 3 * 60_000;

/** What came out on each database, by its name. */
const outcomes = new Map<string, { month: object; hashes: string[][] }>();

/** One year, told in order: each step stands on the one before. */
describe.each(DATABASES)('the demonstration year on %s', (name) => {
  let test: TestApp;
  let year: DemoYear;
  let ledger: LedgerFacts;
  let preview: Preview;
  let chase: PlannedReminder[];
  let report: MonthReport;
  const out = mkdtempSync(join(tmpdir(), 'diaodu-demo-'));
  const load = (data: DemoYear, through?: string) => makeDemoLoader(test.app).load(data, () => {}, through);
  const read = <Row>(sql: string, values: unknown[] = []) => test.db.read<Row>(sql, values);

  const sentOf = (slot: string) =>
    read<SentRow>(
      `SELECT r.subject_id AS "subjectId", r.department_id AS "departmentId", r.recipient, r.rung, r.explanation,
              d.day || '/' || d.department_id || '/' || d.recipient AS digest
         FROM reminder r LEFT JOIN digest_item i ON i.reminder_id = r.id LEFT JOIN digest d ON d.id = i.digest_id
        WHERE r.slot = ? ORDER BY r.subject_id, r.rung, r.recipient`,
      [slot],
    );

  beforeAll(async () => {
    test = await startTestApp(name);
    year = await readDemoYear('config', 2023);
  });
  afterAll(async () => {
    await test.close();
    rmSync(out, { recursive: true, force: true });
  });

  it(
    'stops at a deed it does not know, with all of that piece undone, and says which',
    async () => {
      const wrong = { on: '2023-01-20', at: '16:00', deed: 'task.guess', task: '1', by: 'YFB-CLERK' };
      const stopped = load({ ...year, events: [...year.events, wrong] });
      await expect(stopped).rejects.toMatchObject({
        code: 'DEMO_DEED_UNKNOWN',
        message: expect.stringContaining('task.guess'),
      });
      const mark = await read(`SELECT value FROM office_setting WHERE name = 'demo-loaded-up-to'`);
      expect(mark).toEqual([{ value: '2023-01-20/0' }]);
      expect(await read(`SELECT id FROM progress_report WHERE submitted_on = '2023-01-20'`)).toEqual([]);
    },
    LOADING,
  );

  it(
    'goes on from there to the evening of the last day of November and shows what the freeze will do',
    async () => {
      expect(await load(year, '2023-11-30')).toMatchObject({ alreadyLoaded: false });
      ledger = (await load(year, '2023-11-30')).ledger;
      preview = await test.app.get(PreviewService, { strict: false }).preview(ledger, MONTH, '2023-11-30');
      expect(preview.rows.length).toBeGreaterThan(36);
      expect(
        await read('SELECT id FROM dispatch_round WHERE month = ? AND snapshot_sha256 IS NOT NULL', [MONTH]),
      ).toEqual([]);
    },
    LOADING,
  );

  it(
    'freezes exactly what the preview showed: rows, hash, totals, flags',
    async () => {
      await load(year, '2023-12-17');
      chase = await test.app.get(ChaseService, { strict: false }).preview(ledger.id, CHASED);
      expect(await load(year)).toMatchObject({ alreadyLoaded: false });
      report = await makeDemoOutcome(test.app).month(ledger, MONTH);
      expect(inTableOrder(report.rows)).toEqual(inTableOrder(preview.rows));
      const { hash, totals, flags, reminders } = preview;
      expect(report.result).toMatchObject({
        ...totals,
        snapshotSha256: hash,
        asOf: '2023-11-30',
        alreadyDone: true,
      });
      expect(report.frozen).toMatchObject({ flags, reminders });
      expect(report.result.overdue).toEqual(preview.overdue);
    },
    LOADING,
  );

  it('sends of a freeze exactly what the preview planned', async () => {
    const sent = await sentOf(`${ledger.id}/${MONTH}`);
    expect(sent.map(withoutDigest)).toEqual(plannedRows(preview.planned));
    expect(sent.length).toBeGreaterThan(0);
  });

  it('sends of a chase exactly what was planned the evening before, each in one digest of its person', async () => {
    const sent = await sentOf(`${ledger.id}/${CHASED}`);
    expect(sent.map(withoutDigest)).toEqual(plannedRows(chase));
    expect(sent.length).toBeGreaterThan(5);
    for (const { digest, departmentId, recipient } of sent)
      expect(digest).toBe(`${CHASED}/${departmentId}/${recipient}`);
  });

  it('shows the lights that the data were made for', () => {
    expect(report.result.lights).toEqual({ DONE: 17, GREEN: 10, YELLOW: 4, RED: 4, GREY: 1 });
    const tasks = report.rows.filter((row) => row.role === 'TASK');
    const of = (light: string) =>
      tasks.filter((row) => row.light === light).map(({ number, rule }) => [number, rule]);
    expect(of('RED')).toEqual([
      ['2', 'OVERDUE'],
      ['3', 'REPORTS_MISSED'],
      ['9', 'FAR_BEHIND'],
      ['19', 'OVERDUE'],
    ]);
    expect(of('YELLOW').map(([number]) => number)).toEqual(['10', '20', '24', '29']);
    expect(of('GREY').map(([number]) => number)).toEqual(['17']);
    expect(report.result.overdue.map(({ number, overdueDays }) => [number, overdueDays])).toEqual([['2', 61], ['19', 30]]); // prettier-ignore
  });

  it('tells how long a department has been silent, and which reports are missing', () => {
    const silent = report.rows.find((row) => row.number === '3' && row.role === 'TASK');
    expect(silent?.explanation).toContain('已连续 3 个月未报送月报');
    const missing = report.rows.filter((row) => row.role !== 'TASK' && row.reportState === 'MISSING');
    expect(missing.map((row) => `${row.number}/${row.departmentCode}`)).toContain('3/SZB');
  });

  it('marks the deadline that was moved just before a meeting, and only that one', () => {
    const extended = report.rows.filter((row) => row.role === 'TASK' && row.extensions > 0);
    expect(extended.map(({ number, originalDueOn, dueOn, beforeMeeting }) => [number, originalDueOn, dueOn, beforeMeeting])).toEqual([
      ['20', '2023-09-30', '2023-12-10', 0],
      ['30', '2023-12-10', '2023-12-28', 1],
    ]); // prettier-ignore
  });

  it('raised flags when tasks fell overdue and cleared them when they were closed', async () => {
    const flags = await read<{ number: string; raised: string; cleared: string | null }>(
      `SELECT t.number, f.raised_in AS raised, f.cleared_in AS cleared FROM overdue_flag f JOIN task t ON t.id = f.task_id
        WHERE f.milestone_id = '' ORDER BY t.sort_key`,
    );
    expect(flags).toEqual([
      { number: '2', raised: '2023-10', cleared: null },
      { number: '7', raised: '2023-07', cleared: '2023-09' },
      { number: '19', raised: '2023-11', cleared: null },
    ]);
  });

  it('was red in April for one task and not in May', async () => {
    const rows = await read(
      `SELECT r.month, s.light FROM task_snapshot s JOIN dispatch_round r ON r.id = s.round_id
        WHERE s.number = '33' AND s.role = 'TASK' AND r.month IN ('2023-03', '2023-04', '2023-05') ORDER BY r.month`,
    );
    expect(rows).toEqual([{ month: '2023-03', light: expect.not.stringMatching('RED') }, { month: '2023-04', light: 'RED' }, { month: '2023-05', light: expect.not.stringMatching('RED') }]); // prettier-ignore
  });

  it('froze every month on time and in order, November last, with December open', async () => {
    const rounds = await read<{ month: string; state: string; made: number }>(
      'SELECT month, state, made_up AS made FROM dispatch_round ORDER BY month',
    );
    expect(rounds.map(({ month }) => Number(month.slice(5)))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(rounds.every(({ made }) => made === 0)).toBe(true);
    expect(rounds.slice(0, 10).map(({ state }) => state)).toEqual(Array(10).fill('PUBLISHED'));
    expect(rounds.slice(10).map(({ state }) => state)).toEqual(['PUBLISHED', 'OPEN']);
    expect(await read(`SELECT slot FROM schedule_run WHERE state <> 'DONE'`)).toEqual([]);
  });

  it('has every report of the files once, with its decision', async () => {
    const submissions = await read<{ outcome: string; n: number }>(
      'SELECT outcome, CAST(COUNT(*) AS integer) AS n FROM progress_report_version GROUP BY outcome ORDER BY outcome',
    );
    const decided = (decision: string) => year.reports.filter((row) => row.decision === decision).length;
    expect(new Map(submissions.map(({ outcome, n }) => [outcome, n]))).toEqual(
      new Map([
        ['ACCEPTED', decided('ACCEPT')],
        ['RETURNED', decided('RETURN')],
        ['SUBMITTED', decided('NONE')],
      ]),
    );
  });

  it('holds the evidence that close-out requests and the last months’ reports name, each file whole and linked', async () => {
    const rows = await read<{ sha256: string; name: string; kind: string }>(
      `SELECT DISTINCT e.sha256, e.name, k.subject_kind AS kind FROM evidence e JOIN evidence_link k ON k.evidence_id = e.id`,
    );
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe((await read('SELECT id FROM evidence')).length);
    const named = year.events.flatMap((event) => (event.deed === 'closeout.request' ? (event.evidence ?? []) : []));
    const ofRequests = rows.filter(({ kind }) => kind === 'CLOSE_OUT');
    expect(ofRequests.map(({ name }) => name.replace(/\.\w+$/, '')).toSorted()).toEqual(named.toSorted());
    expect(rows.filter(({ kind }) => kind === 'REPORT').length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ name }) => name.split('.').at(-1)))).toEqual(new Set(['pdf', 'png', 'docx', 'xlsx']));
    const files = new FileStore(join(test.app.get(Settings).DIAODU_DATA_DIR, 'files'));
    for (const { sha256 } of rows) expect(await files.verify(sha256)).toBe(true);
  }); // prettier-ignore

  it('doubled no reminder: one row a key, one digest a reminder, one mail a digest, one number a paper', async () => {
    const doubled = (table: string, key: string, where = '1 = 1') =>
      read(`SELECT ${key} FROM ${table} WHERE ${where} GROUP BY ${key} HAVING COUNT(*) > 1`);
    expect(await doubled('reminder', 'subject_kind, subject_id, department_id, recipient, rung, period, deadline_version')).toEqual([]); // prettier-ignore
    expect(await doubled('digest_item', 'reminder_id')).toEqual([]);
    expect(await doubled('delivery', 'digest_id, channel')).toEqual([]);
    const papers = await read<{ number: string }>(
      `SELECT DISTINCT number, subject_id, rung, period FROM reminder WHERE number <> ''`,
    );
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);
    const lost = await read(
      `SELECT r.id FROM reminder r WHERE r.number <> '' AND r.send_on <= '2023-12-20'
          AND NOT EXISTS (SELECT 1 FROM digest_item i WHERE i.reminder_id = r.id)`,
    );
    expect(lost).toEqual([]);
    expect(await read(`SELECT id FROM outbox WHERE state <> 'DONE'`)).toEqual([]);
  });

  it('changes nothing when it is run again: no row, no audit event, no byte of the bulletin', async () => {
    const about = { ledger, month: MONTH, issuer: year.plan.issuer };
    const outcome = makeDemoOutcome(test.app);
    const files = await outcome.bulletin(about, out);
    const bytes = files.map(({ file }) => readFileSync(file));
    const before = {
      counts: await tableCounts(test.db),
      head: await read('SELECT seq, hash FROM audit_head'),
    };
    expect(await load(year)).toMatchObject({ alreadyLoaded: true });
    expect(await outcome.bulletin(about, out)).toEqual(files);
    expect(files.map(({ file }) => readFileSync(file))).toEqual(bytes);
    expect({
      counts: await tableCounts(test.db),
      head: await read('SELECT seq, hash FROM audit_head'),
    }).toEqual(before);
    expect(files[0]).toMatchObject({ number: '第11期', snapshotSha256: report.result.snapshotSha256 });
    const hashes = files.map(({ number, sha256 }) => [number, sha256]);
    outcomes.set(name, { month: { ...report.result, flags: null, reminders: null }, hashes });
  });

  it('leaves an audit trail that holds together', async () => {
    expect(await verifyAudit(test.db, test.app.get<Buffer>(AUDIT_KEY), null)).toMatchObject({ ok: true });
  });

  it('leaves an audit trail that tells nothing of which the office has no word', async () => {
    const told = [...(await fieldsOfTrail(test))];
    expect(told.filter(([field]) => !(field in AUDIT_FIELD_NAMES))).toEqual([]);
    expect(told.length).toBeGreaterThan(150);
  });

  it('reads as a Chinese table in a terminal', () => {
    const text = monthReportText(report);
    expect(text).toContain('任务 36 项　✔ 已办结 17　● 绿灯 10　▲ 黄灯 4　■ 红灯 4　○ 不计灯 1');
    expect(text).toMatch(/30\.\s+法律援助惠民专项行动\s+2023-12-10 → 2023-12-28\s+【会前改期】/);
    expect(text).toMatch(/催办\s+T\+1\s+催办单\s+1 件/);
    expect(text).toMatch(/区数字办\s+任务 3、33/);
  });

  it('leaves an audit trail that its tables fit, to the last task', async () => {
    expect(await archiveFaults(test)).toEqual({ faults: [], seals: 1 });
  });
});

it('the month and each file of its bulletin are the same on both databases', () => {
  expect(outcomes.size).toBe(DATABASES.length);
  expect(outcomes.get('postgres')).toEqual(outcomes.get('sqlite'));
});

/** A reminder as it was sent; `digest` is the key of the digest it stands in. */
interface SentRow {
  subjectId: string;
  departmentId: string;
  recipient: string;
  rung: string;
  explanation: string;
  digest: string | null;
}

function withoutDigest({ subjectId, departmentId, recipient, rung, explanation }: SentRow) {
  return { subjectId, departmentId, recipient, rung, explanation };
}

/** What a plan sends, in the order `sentOf` gives it: one row for every addressee. */
function plannedRows(planned: readonly PlannedReminder[]): Omit<SentRow, 'digest'>[] {
  const rows = planned.flatMap(({ subjectId, departmentId, due }) =>
    due.paper.to
      .filter((recipient) => recipient !== 'SUPERVISING_LEADER')
      .map((recipient) => ({
        subjectId,
        departmentId,
        recipient,
        rung: due.rung,
        explanation: due.explanation,
      })),
  );
  const key = ({ subjectId, rung, recipient }: (typeof rows)[number]) => `${subjectId} ${rung} ${recipient}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The table gives parts by department code, the judge in the ledger's order; what they say is the same. */
function inTableOrder<Row extends { sortKey: string; departmentCode: string }>(rows: readonly Row[]): Row[] {
  const key = (row: Row) => `${row.sortKey} ${row.departmentCode}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe.each(DATABASES)('a load that cannot go on, on %s', (name) => {
  let test: TestApp;
  let year: DemoYear;
  const load = (data: DemoYear) => makeDemoLoader(test.app).load(data, () => {}, '2023-01-16');

  beforeAll(async () => {
    year = await readDemoYear('config', 2023);
  });
  beforeEach(async () => {
    test = await startTestApp(name);
  });
  afterEach(() => test.close());

  it('refuses data an office has worked in', async () => {
    await test.app.get(ImportDepartmentsService).import(year.departments);
    await expect(load(year)).rejects.toMatchObject({ code: 'NOT_DEMONSTRATION_DATA' });
  });

  it('passes on what a feature refuses, with the deed it refused', async () => {
    const empty = { on: '2023-01-13', at: '15:00', deed: 'task.suspend', task: '1', by: 'YFB-DIRECTOR' };
    await expect(load({ ...year, events: [...year.events, empty] })).rejects.toMatchObject({
      code: 'APPROVAL_DOCUMENT_MISSING',
      message: expect.stringMatching(/2023-01-13 15:00 task\.suspend 任务 1/),
    });
  });

  it('refuses a deed in the name of a post nobody holds', async () => {
    const stranger = { on: '2023-01-13', at: '15:00', deed: 'task.suspend', task: '1', by: 'NOBODY' };
    await expect(load({ ...year, events: [...year.events, stranger] })).rejects.toMatchObject({
      code: 'DEMO_DEED_UNKNOWN',
      message: expect.stringContaining('岗位 NOBODY'),
    });
  });

  it('stops at a job that fails', async () => {
    const slotsDue = async (dueOn: string) => [{ slot: dueOn, scope: '', dueOn }];
    const run = () => Promise.reject(new Error('broken'));
    test.app.get(JobRegistry).addJob({ name: 'broken', catchUp: 'all', slotsDue, run });
    await expect(load(year)).rejects.toMatchObject({
      code: 'DEMO_JOB_FAILED',
      details: { day: '2023-01-10' },
    });
  });

  it('stops at an event that cannot be worked', async () => {
    const told = {
      taskId: 'none',
      requestedOn: '2023-01-10',
      outcome: 'REQUESTED',
      decidedOn: '2023-01-10',
      reason: '',
    };
    const put = () => test.app.get(Outbox).put('closeout.decided', 'stray', told);
    await test.db.unitOfWork.run(put);
    await expect(load(year)).rejects.toMatchObject({
      code: 'DEMO_EVENT_WAITS',
      details: { topic: 'closeout.decided' },
    });
  });
});
