import {
  closeOutRequestLifecycle,
  type CloseOutRequestDeed,
  type CloseOutRequestState,
} from '../../domain/task/close-out-request-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { offer, type OfferedDeed } from '../../domain/task/offer.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { AssignmentFacts, TaskFacts } from '../ledger/ledger.reader.js';
import type { CloseOutRecord } from './close-out.store.js';
import { stateAfter } from './decide-report.js';
import type { ReportRecord } from './report.store.js';
import {
  requireApprover,
  requireCorrector,
  requireFirstLead,
  requireReporter,
  requireReturner,
  requireReviewer,
  requireVerifier,
} from './reporting.policy.js';
import {
  isWaiting,
  requireCloseOutAskable,
  requireCorrectable,
  requireOwed,
  requireTaking,
  type FreezeStanding,
} from './reporting-rules.js';

/** A report with how far the freeze of its month is, the part it is of, and the department's name. */
export interface ReportStanding {
  report: ReportRecord;
  freeze: FreezeStanding;
  part: AssignmentFacts | undefined;
  department: string;
}

/** What may be done with a task's monthly reports. Pure. */
export function offerReportDeeds(
  actor: Actor,
  { report, freeze, part, department }: ReportStanding,
): OfferedDeed[] {
  const form = (deed: string, label: string, path: string) => ({
    deed,
    label,
    path: `/reports/${report.id}/${path}`,
    version: report.version,
    subject: `${department} ${report.month}`,
  });
  const taking = (attempt: () => unknown) => () => {
    requireTaking(report.month, freeze);
    attempt();
  };
  return [
    ...offer(
      form('SUBMIT_REPORT', '报送月报', 'submit'),
      () => requireReporter(actor, report.departmentId),
      taking(() => {
        stateAfter(report.state, 'SUBMIT');
        requireOwed(part);
      }),
    ),
    ...offer(
      form('ACCEPT_REPORT', '月报审核通过', 'accept'),
      () => requireReviewer(actor),
      taking(() => stateAfter(report.state, 'ACCEPT')),
    ),
    ...offer(
      form('RETURN_REPORT', '退回月报', 'return'),
      () => requireReviewer(actor),
      taking(() => stateAfter(report.state, 'RETURN')),
    ),
    ...offer(
      form('CORRECT_REPORT', '更正月报', 'correct'),
      () => requireCorrector(actor),
      () => requireCorrectable(report, freeze),
    ),
  ];
}

/** Asking for close-out, and what may be done with a request that waits. Pure. */
export function offerCloseOutDeeds(
  actor: Actor,
  task: TaskFacts,
  requests: readonly CloseOutRecord[],
): OfferedDeed[] {
  const path = `/tasks/${task.id}/close-out-requests`;
  return [
    ...offer(
      { deed: 'REQUEST_CLOSE_OUT', label: '申请办结', path, version: null },
      () => requireFirstLead(actor, task.assignments),
      () => requireCloseOutAskable(task, requests),
    ),
    ...requests.filter(isWaiting).flatMap((request) => waitingDeeds(actor, task, request, path)),
  ];
}

function waitingDeeds(actor: Actor, task: TaskFacts, request: CloseOutRecord, path: string): OfferedDeed[] {
  const step = (deed: CloseOutRequestDeed) => () =>
    nextState(closeOutRequestLifecycle, request.state as CloseOutRequestState, deed);
  const form = (deed: string, label: string, last: string) => ({
    deed,
    label,
    path: `${path}/${request.id}/${last}`,
    version: request.version,
    subject: `第 ${request.ordinal} 次申请`,
  });
  return [
    ...offer(form('VERIFY_CLOSE_OUT', '办结审核通过', 'verify'), () => requireVerifier(actor, request), step('VERIFY')), // prettier-ignore
    ...offer(form('APPROVE_CLOSE_OUT', '批准销号', 'approve'), () => requireApprover(actor, request), step('APPROVE')), // prettier-ignore
    ...offer(
      form('RETURN_CLOSE_OUT', '退回重办', 'return'),
      () => requireReturner(actor, request),
      step('RETURN'),
    ),
    ...offer(
      form('WITHDRAW_CLOSE_OUT', '撤回办结申请', 'withdraw'),
      () => requireFirstLead(actor, task.assignments),
      step('WITHDRAW'),
    ),
  ];
}
