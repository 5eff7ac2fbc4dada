import { DomainError } from '../../../domain/refusal.js';
import { extensionApproverLabels, type ExtensionApprover } from '../../../domain/task/extension-rules.js';
import { extensionApproverWrong, ownSubmission } from '../../../domain/task/task.errors.js';
import { isOfThisDepartment, type Actor } from '../../../platform/auth/actor.js';

/** The part of a request a policy looks at. */
export interface RequestStanding {
  askedBy: string;
  /** Who must sign, in order. */
  approvers: readonly ExtensionApprover[];
  /** How many have signed. */
  signatures: number;
}

/** A post of the director's kind is held by the director and by the deputy in charge; the system acts for every rung. */
const RUNGS: Readonly<Record<string, readonly ExtensionApprover[]>> = {
  DIRECTOR: ['DEPUTY_DIRECTOR', 'DIRECTOR'],
  LEADER: ['LEADER'],
  SYSTEM: ['DEPUTY_DIRECTOR', 'DIRECTOR', 'LEADER'],
};

/**
 * 审批延期: only the rung whose turn it is, and never one's own request (审批人与申请人不得为同一人). Gives the rung the
 * actor signs for.
 */
export function requireApprover(actor: Actor, request: RequestStanding): ExtensionApprover {
  if (actor.role !== 'SYSTEM' && actor.post === request.askedBy) throw ownSubmission('审批');
  const rung = request.approvers[request.signatures];
  if (rung === undefined || !(RUNGS[actor.role] ?? []).includes(rung)) throw notYourRung(rung);
  return rung;
}

/** 撤回延期申请: the post that asked, or another of the same department. */
export function requireApplicant(actor: Actor, departmentId: string): void {
  if (actor.role === 'SYSTEM') return;
  if (!isOfThisDepartment(actor, departmentId))
    throw new DomainError('FORBIDDEN', 'NOT_APPLICANT', '延期申请只能由提出申请的单位撤回。');
}

function notYourRung(rung: ExtensionApprover | undefined): DomainError {
  return extensionApproverWrong(rung === undefined ? '上一环节' : extensionApproverLabels[rung]);
}
