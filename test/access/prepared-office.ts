import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { Settings } from '../../src/platform/config/settings.js';
import type { TestApp } from '../support/app.js';
import { commit, csv, preview, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { bringCase, enterCourtFigures } from './office-court.js';
import { bringBreakdown } from './office-breakdown.js';
import { bringCatalogue, bringDecision } from './office-decisions.js';
import { bringEvidence } from './office-evidence.js';
import { makeAccounts } from './office-accounts.js';
import { addToRegister } from './office-register.js';
import { VIEW } from './recipes/saved-views.js';
import { canary } from './canaries.js';
import { Deeds } from './deeds.js';
import {
  TASK_KINDS,
  type CloseOut,
  type Digest,
  type Holdings,
  type PreparedOffice,
  type Report,
  type Round,
  type Task,
  type TaskKind,
} from './holdings.js';

/** The departments of the matrix, by code and by the name a ledger calls them. */
const LEAD = { code: 'SFJ', name: '区司法局' };
const SUPPORT = { code: 'CZJ', name: '区财政局' };
const OTHER = { code: 'JYJ', name: '区教育局' };
export const LEADER = 'QLD-LEADER';

/** A leader, and two clerks who may come in no more. */
const MORE_POSTS = [
  'code,department,kind,holder,email,from,to',
  `${LEADER},ZFB,LEADER,区领导,,2022-01-01,`,
  'YFB-CLERK-B,YFB,CLERK,经办人乙,,2022-01-01,',
  'YFB-CLERK-C,YFB,CLERK,经办人丙,,2022-01-01,',
];

/** Today, in the month whose reports are being written; the two months before are frozen. */
const TODAY = '2023-03-20';

const DEADLINES: Partial<Record<TaskKind, string>> = {
  overdue: '1月底前',
  soon: '3月5日前',
  recurring: '每月底前',
  drafted: '适时完成',
};

/** Lays out an office in which every deed of the interface has something to be done to, in each of two departments. */
export async function prepareOffice(test: TestApp): Promise<PreparedOffice> {
  await openOffice(test);
  await test.app.get(ImportPostsService).import(Buffer.from(MORE_POSTS.join('\n')));
  const deeds = new Deeds(test);
  await test.holdDay('2023-01-12');
  const closable = await closableLedger(test, deeds);
  const ledgerId = await mainLedger(test, deeds);
  for (const department of [LEAD, OTHER]) await workTasks(test, deeds, ledgerId, department.code);
  await monthsPass(test, deeds, ledgerId);
  await addFresh(deeds, ledgerId);
  const rounds = await roundsOf(deeds, ledgerId);
  const bulletin = await deeds.post<{ id: string }>(`rounds/${rounds.met.id}/bulletin`, DIRECTOR, null, {});
  for (const code of [LEAD.code, SUPPORT.code, OTHER.code]) await writeReports(deeds, code);
  const shown = await preview(
    test,
    'preview.csv',
    csv([['90', '甲', '乙', '待入库任务', OTHER.name, '', '10月底前']]),
  );
  const ledger = await deeds.get<{ version: number }>(`ledgers/${ledgerId}`);
  await enterCourtFigures(test);
  const other = await holdingsOf(test, OTHER.code);
  return {
    lead: await holdingsOf(test, LEAD.code),
    support: await worksOf(test, SUPPORT.code, LEAD.code),
    other,
    catalogue: await bringCatalogue(test, other.decision.id),
    ledgerId,
    ledgerVersion: ledger.version,
    closable,
    rounds,
    bulletinId: bulletin.id,
    preview: shown.body as PreparedOffice['preview'],
    ...(await addToRegister(deeds, LEAD.code)),
    ...(await makeAccounts(test, deeds)),
    breakdown: await bringBreakdown(test, other.tasks.overdue.id, OTHER.code),
    backup: await backUp(test, deeds),
    savedViewId: (await deeds.post<{ id: string }>('saved-views', `${OTHER.code}-LIAISON`, null, VIEW)).id,
  };
}

/** The number a task of a department has in the ledger. */
function numberOf(code: string, kind: TaskKind): string {
  return String((code === LEAD.code ? 0 : TASK_KINDS.length) + TASK_KINDS.indexOf(kind) + 1);
}

function rowsOf(
  lead: { code: string; name: string },
  support: { code: string; name: string } | null,
): string[][] {
  const seers = support ? [lead.code, support.code] : [lead.code];
  return TASK_KINDS.filter((kind) => kind !== 'fresh').map((kind) => [
    numberOf(lead.code, kind),
    '依法行政',
    '清单',
    `${canary(seers, kind)}任务`,
    lead.name,
    [support?.name ?? '', ...(kind === 'openEnded' ? ['有关部门'] : [])].filter(Boolean).join('、'),
    DEADLINES[kind] ?? '10月底前',
  ]);
}

/** 24 tasks, twelve of each leading department; all but the drafts are issued. */
async function mainLedger(test: TestApp, deeds: Deeds): Promise<string> {
  const rows = [...rowsOf(LEAD, SUPPORT), ...rowsOf(OTHER, null)];
  const shown = await preview(test, 'ledger.csv', csv(rows));
  const { body } = await commit(test, shown.body as { id: string; version: number });
  const { id, version } = body.ledger as { id: string; version: number };
  await deeds.post(`ledgers/${id}/issue`, CLERK, version, {
    issuedOn: '2023-01-10',
    sourceNumber: '某法办〔2023〕1号',
    leaveOutReason: '时限待核',
  });
  return id;
}

/** A task of each leading department is added by hand and issued today; one more waits to be issued. */
async function addFresh(deeds: Deeds, ledger: string): Promise<void> {
  const add = (lead: string, support: string[], number: string, what: string): Promise<unknown> =>
    deeds.post('tasks', CLERK, null, {
      ledger,
      number,
      title: `${canary([lead, ...support], what)}任务`,
      deadline: '11月底前',
      lead: [lead],
      support,
    });
  await add(LEAD.code, [SUPPORT.code], numberOf(LEAD.code, 'fresh'), 'fresh');
  await add(OTHER.code, [], numberOf(OTHER.code, 'fresh'), 'fresh');
  const { version } = await deeds.get<{ version: number }>(`ledgers/${ledger}`);
  await deeds.post(`ledgers/${ledger}/issue`, CLERK, version, { leaveOutReason: '时限待核' });
  await add(OTHER.code, [], '90', 'waiting');
}

/** A ledger of one task that was cancelled, so that the year can be closed. */
async function closableLedger(test: TestApp, deeds: Deeds): Promise<{ id: string; version: number }> {
  const query = 'year=2023&issuedOn=2023-01-10&ledgerKind=ACTION_ITEMS';
  const shown = await preview(
    test,
    'done.csv',
    csv([['1', '甲', '乙', '批示事项', OTHER.name, '', '2月底前']]),
    query,
  );
  const { body } = await commit(test, shown.body as { id: string; version: number });
  const { id, version } = body.ledger as { id: string; version: number };
  await deeds.post(`ledgers/${id}/issue`, CLERK, version, { issuedOn: '2023-01-10' });
  const { items } = await deeds.get<{ items: Task[] }>(`tasks?ledger=${id}`);
  for (const task of items) {
    await deeds.post(`tasks/${task.id}/cancel`, CLERK, task.version, { approvalDocument: '某批〔2023〕1号' });
  }
  return deeds.get(`ledgers/${id}`);
}

/** Brings each task into the standing its name says. */
async function workTasks(test: TestApp, deeds: Deeds, ledgerId: string, code: string): Promise<void> {
  const liaison = `${code}-LIAISON`;
  const tasks = await tasksOf(deeds, code);
  const unsigned = new Set<TaskKind>(['issued', 'objected', 'drafted', 'fresh']);
  for (const kind of TASK_KINDS) if (!unsigned.has(kind)) await sign(deeds, tasks[kind]);
  const { objected, suspended, extending, closing, verified } = await tasksOf(deeds, code);
  const part = objected.assignments.find(({ department }) => department.code === code);
  await deeds.post(`tasks/${objected.id}/object`, liaison, part?.version ?? 0, { reason: '职责不在本单位' });
  const approval = { approvalDocument: '某批〔2023〕2号' };
  await deeds.post(`tasks/${suspended.id}/suspend`, CLERK, suspended.version, approval);
  await deeds.post(`tasks/${extending.id}/extension-requests`, liaison, extending.version, {
    newDueOn: '2023-11-30',
    reason: `${canary(seersOf(code), 'extension')}方案调整`,
    progressSoFar: '已征求意见',
  });
  for (const task of [closing, verified]) {
    await deeds.post(`tasks/${task.id}/close-out-requests`, liaison, null, {
      statement: `${canary(seersOf(code), 'closeout')}已完成`,
      silenceExplanation: '已并入本局清单',
      milestoneExplanation: '节点已一并完成',
    });
  }
  await workOutbox(test);
  const { items } = await deeds.get<{ items: CloseOut[] }>(`tasks/${verified.id}/close-out-requests`);
  for (const { id, version } of items) {
    await deeds.post(`tasks/${verified.id}/close-out-requests/${id}/verify`, CLERK, version, {});
  }
  await workOutbox(test);
}

function seersOf(code: string): string[] {
  return code === LEAD.code ? [LEAD.code, SUPPORT.code] : [code];
}

/** Every department signs for its part. */
async function sign(deeds: Deeds, { id, assignments }: Task): Promise<void> {
  for (const { department, version } of assignments) {
    await deeds.post(`tasks/${id}/sign`, `${department.code}-LIAISON`, version, {});
  }
}

/** January and February are opened and frozen, January's meeting was held; March's reports are opened. */
async function monthsPass(test: TestApp, deeds: Deeds, ledgerId: string): Promise<void> {
  for (const [month, lastDay] of [
    ['2023-01', '2023-01-31'],
    ['2023-02', '2023-02-28'],
  ] as const) {
    await test.holdDay(lastDay);
    await deeds.post('rounds/freeze', CLERK, null, { ledger: ledgerId, month });
    await workOutbox(test);
  }
  await test.holdDay(TODAY, '10:00');
  const { met } = await roundsOf(deeds, ledgerId);
  await deeds.post(`rounds/${met.id}/meet`, CLERK, met.version, {});
  const job = test.app.get(JobRegistry).job(FORMS_JOB);
  await test.app.get(JobRunner).workSlot(job, monthSlot(ledgerId, '2023-03'), false);
}

async function roundsOf(deeds: Deeds, ledgerId: string): Promise<PreparedOffice['rounds']> {
  const rounds = await deeds.get<Round[]>(`rounds?ledger=${ledgerId}`);
  const of = (month: string): Round => rounds.find((round) => round.month === month) as Round;
  return { met: of('2023-01'), frozen: of('2023-02') };
}

/** Of a department's March reports one is accepted, one submitted, one saved as a draft. */
async function writeReports(deeds: Deeds, code: string): Promise<void> {
  const forms = await deeds.get<{ items: Report[] }>(`reports?month=2023-03&department=${code}&limit=100`);
  const [accepted, submitted, draft] = forms.items as [Report, Report, Report];
  const body = { text: `${canary([code], 'report')}进展`, claimedProgress: 10 };
  for (const report of [accepted, submitted]) {
    await deeds.post(`reports/${report.id}/submit`, `${code}-LIAISON`, report.version, body);
  }
  const { version } = await deeds.get<Report>(`reports/${accepted.id}`);
  await deeds.post(`reports/${accepted.id}/accept`, CLERK, version, { verifiedProgress: 10 });
  await deeds.put(`reports/${draft.id}`, `${code}-LIAISON`, draft.version, body);
}

async function tasksOf(deeds: Deeds, lead: string): Promise<Record<TaskKind, Task>> {
  const { items } = await deeds.get<{ items: Task[] }>('tasks?limit=100&ledger=KT-2023');
  const tasks = {} as Record<TaskKind, Task>;
  for (const kind of TASK_KINDS) {
    const found = items.find(({ number }) => number === numberOf(lead, kind));
    if (found) tasks[kind] = await deeds.get<Task>(`tasks/${found.id}`);
  }
  return tasks;
}

async function holdingsOf(test: TestApp, code: string): Promise<Holdings> {
  const deeds = new Deeds(test);
  const digests = await deeds.get<{ items: Digest[] }>(`digests?department=${code}&limit=100`);
  return {
    ...(await worksOf(test, code, code)),
    reminders: {
      issued: await deeds.reminder(code, 'ISSUED'),
      proposed: await deeds.reminder(code, 'PROPOSED'),
    },
    digest: await deeds.get<Digest>(`digests/${digests.items.find(({ signedOn }) => signedOn === null)?.id}`),
  };
}

async function worksOf(test: TestApp, code: string, lead: string): Promise<PreparedOffice['support']> {
  const deeds = new Deeds(test);
  const tasks = await tasksOf(deeds, lead);
  const closeOut = async (kind: 'closing' | 'verified'): Promise<CloseOut> => {
    const { items } = await deeds.get<{ items: CloseOut[] }>(`tasks/${tasks[kind].id}/close-out-requests`);
    return items[0] as CloseOut;
  };
  const forms = await deeds.get<{ items: Report[] }>(`reports?month=2023-03&department=${code}&limit=100`);
  const report = async (state: Report['state'], place = 0): Promise<Report> =>
    deeds.get<Report>(`reports/${forms.items.filter((form) => form.state === state)[place]?.id}`);
  return {
    code,
    tasks,
    closeOuts: { closing: await closeOut('closing'), verified: await closeOut('verified') },
    court: await bringCase(deeds, code),
    evidence: await bringEvidence(test, code, { taskId: tasks.recurring.id, lead }),
    decision: await bringDecision(test, code),
    reports: {
      draft: await report('DRAFT'),
      submitted: await report('SUBMITTED'),
      accepted: await report('ACCEPTED'),
    },
  };
}

async function backUp(test: TestApp, deeds: Deeds): Promise<string> {
  if (test.app.get(Settings).DIAODU_DATABASE === 'postgres') return '20230101T000000Z-0000';
  return (await deeds.post<{ name: string }>('backups', 'SYSADMIN', null, {})).name;
}
