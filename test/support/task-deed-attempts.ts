import type { TaskPageView } from '../../src/features/dashboard/task-page/present-task-page.js';

/** One request that could be made, with a form filled in as it should be. */
export interface Attempt {
  deed: string;
  path: string;
  body: object;
  version: number | undefined;
}

/** A report as far as a request about it needs it. */
export interface ReportVersion {
  id: string;
  version: number;
}

const REASON = { reason: '情况属实' };
const DOCUMENT = { approvalDocument: '某法办〔2023〕9号' };

/** Every request that could be made about a task, whoever makes it and whatever is offered; `own` is his part's version. */
export function attemptsAt(page: TaskPageView, reports: readonly ReportVersion[], own: number): Attempt[] {
  return [
    ...ofOwnPart(page, own),
    ...ofOffice(page),
    ...ofNodes(page),
    ...ofExtensions(page),
    ...ofCloseOut(page),
    ...reports.flatMap(ofReport),
  ];
}

function ofOwnPart({ task }: TaskPageView, version: number): Attempt[] {
  const path = (last: string): string => `/tasks/${task.id}/${last}`;
  return [
    { deed: 'SIGN', path: path('sign'), body: {}, version },
    { deed: 'OBJECT', path: path('object'), body: REASON, version },
    { deed: 'COMPLETE_PART', path: path('complete-part'), body: { statement: '已完成' }, version },
  ];
}

function ofOffice({ task }: TaskPageView): Attempt[] {
  const { version } = task;
  const parts = ['甲', '乙'].map((title) => ({ title, lead: ['SFJ'], deadline: '6月底前' }));
  const bodies: [string, string, object][] = [
    ['REGISTER', 'register', { lead: ['SFJ'], deadline: '10月底前' }],
    ['REASSIGN', 'reassign', { ...REASON, lead: ['SFJ'], support: ['CZJ'] }],
    ['COMPLETE_LIST', 'complete-list', { support: ['JYJ'] }],
    ['SPLIT', 'split', { ...DOCUMENT, parts }],
    ['SUSPEND', 'suspend', DOCUMENT],
    ['RESUME', 'resume', REASON],
    ['CANCEL', 'cancel', DOCUMENT],
    ...task.assignments.map(({ department: { code } }): [string, string, object] => [
      'DECIDE_OBJECTION',
      'decide-objection',
      { ...REASON, department: code },
    ]),
  ];
  return bodies.map(([deed, last, body]) => ({ deed, path: `/tasks/${task.id}/${last}`, body, version }));
}

function ofNodes({ task }: TaskPageView): Attempt[] {
  return task.milestones.map(({ id, version }) => ({
    deed: 'MARK_MILESTONE',
    path: `/tasks/${task.id}/milestones/${id}/done`,
    body: { proof: '纪要' },
    version,
  }));
}

function ofExtensions({ task }: TaskPageView): Attempt[] {
  const path = `/tasks/${task.id}/extension-requests`;
  const body = { newDueOn: '2023-12-28', reason: '改期', progressSoFar: '已布设', lateReason: '出差' };
  return [
    { deed: 'REQUEST_EXTENSION', path, body, version: task.version },
    ...task.extensionRequests.flatMap(({ id, version }) => [
      { deed: 'APPROVE_EXTENSION', path: `${path}/${id}/approve`, body: {}, version },
      { deed: 'REJECT_EXTENSION', path: `${path}/${id}/reject`, body: REASON, version },
      { deed: 'WITHDRAW_EXTENSION', path: `${path}/${id}/withdraw`, body: {}, version },
    ]),
  ];
}

function ofCloseOut({ task, closeOutRequests }: TaskPageView): Attempt[] {
  const path = `/tasks/${task.id}/close-out-requests`;
  const body = { statement: '已完成', silenceExplanation: '无须报送', milestoneExplanation: '已并入' };
  return [
    { deed: 'REQUEST_CLOSE_OUT', path, body, version: undefined },
    ...closeOutRequests.flatMap(({ id, version }) => [
      { deed: 'VERIFY_CLOSE_OUT', path: `${path}/${id}/verify`, body: {}, version },
      { deed: 'APPROVE_CLOSE_OUT', path: `${path}/${id}/approve`, body: {}, version },
      { deed: 'RETURN_CLOSE_OUT', path: `${path}/${id}/return`, body: REASON, version },
      { deed: 'WITHDRAW_CLOSE_OUT', path: `${path}/${id}/withdraw`, body: {}, version },
    ]),
  ];
}

function ofReport({ id, version }: ReportVersion): Attempt[] {
  const path = `/reports/${id}`;
  const written = { text: '按计划推进', claimedProgress: 50 };
  return [
    { deed: 'SUBMIT_REPORT', path: `${path}/submit`, body: written, version },
    { deed: 'ACCEPT_REPORT', path: `${path}/accept`, body: { verifiedProgress: 50 }, version },
    { deed: 'RETURN_REPORT', path: `${path}/return`, body: REASON, version },
    { deed: 'CORRECT_REPORT', path: `${path}/correct`, body: { ...REASON, verifiedProgress: 60 }, version },
  ];
}
