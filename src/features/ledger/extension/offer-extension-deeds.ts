import {
  extensionRequestLifecycle,
  type ExtensionRequestDeed,
  type ExtensionRequestState,
} from '../../../domain/task/extension-request-lifecycle.js';
import type { ExtensionApprover } from '../../../domain/task/extension-rules.js';
import { nextState } from '../../../domain/task/lifecycle.js';
import { offer, type OfferedDeed } from '../../../domain/task/offer.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { ExtensionRecord } from '../extension.store.js';
import type { TaskRecord } from '../task.store.js';
import { isPending } from '../tasks/deed-rules.js';
import { requireAlive } from '../tasks/task-desk.js';
import { requireDayBetween } from './decided-day.js';
import { requireApplicant, requireApprover } from './extension.policy.js';

/** What may be done with the requests for a later deadline that still wait. Pure. */
export function offerExtensionDeeds(
  actor: Actor,
  task: TaskRecord,
  requests: readonly ExtensionRecord[],
): OfferedDeed[] {
  return requests.filter(isPending).flatMap((request) => {
    const step = (deed: ExtensionRequestDeed) =>
      nextState(extensionRequestLifecycle, request.state as ExtensionRequestState, deed);
    const form = (deed: string, label: string, path: string) => ({
      deed,
      label,
      path: `/tasks/${task.id}/extension-requests/${request.id}/${path}`,
      version: request.version,
      subject: `延至 ${request.askedDueOn}`,
    });
    const approvers = request.approverRung.split(',') as ExtensionApprover[];
    const signatures = request.signedBy === '' ? 0 : request.signedBy.split(',').length;
    const sign = () => requireApprover(actor, { askedBy: request.askedBy, approvers, signatures });
    return [
      ...offer(form('APPROVE_EXTENSION', '批准延期', 'approve'), sign, () => {
        requireAlive(task, '审批延期');
        requireDayBetween(task, request, request.decidedDueOn ?? request.askedDueOn);
        step(signatures + 1 < approvers.length ? 'ENDORSE' : 'APPROVE');
      }),
      ...offer(form('REJECT_EXTENSION', '不予批准', 'reject'), sign, () => step('REJECT')),
      ...offer(
        form('WITHDRAW_EXTENSION', '撤回延期申请', 'withdraw'),
        () => requireApplicant(actor, request.departmentId),
        () => step('WITHDRAW'),
      ),
    ];
  });
}
