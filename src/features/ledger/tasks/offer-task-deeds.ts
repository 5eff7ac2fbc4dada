import type { Day } from '../../../domain/calendar/day.js';
import { addDays } from '../../../domain/calendar/day.js';
import {
  assignmentLifecycle,
  type AssignmentDeed,
  type AssignmentState,
} from '../../../domain/task/assignment-lifecycle.js';
import { decideTask, type TaskAct } from '../../../domain/task/decide-task.js';
import { askExtension, type Deadline, type ExtensionSetting } from '../../../domain/task/extension.js';
import { nextState } from '../../../domain/task/lifecycle.js';
import { offer, type OfferedDeed } from '../../../domain/task/offer.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { ExtensionRecord } from '../extension.store.js';
import type { LedgerFacts } from '../ledger-facts.js';
import type { MilestoneRecord } from '../milestone.store.js';
import { requireLedgerOpen } from '../open-ledgers.js';
import { requireReleased, requireWhole, type TaskBonds } from '../superior/task-bonds.js';
import type { TaskRecord } from '../task.store.js';
import {
  asJustIssued,
  requireExtensionAskable,
  requireNodeOpen,
  requireNotFirstLead,
  requireObjected,
  requireOpenList,
  resumeDeed,
} from './deed-rules.js';
import { requireAlive, standingOf } from './task-desk.js';
import {
  requireFirstLead,
  requireOffice,
  requireOfficeOrFirstLead,
  requireOwnDepartment,
} from './task.policy.js';

/** Everything the deeds of a task depend on. */
export interface OfferGround {
  task: TaskRecord;
  ledger: LedgerFacts;
  parts: readonly AssignmentRecord[];
  milestones: readonly MilestoneRecord[];
  requests: readonly ExtensionRecord[];
  bonds: TaskBonds;
  deadline: Deadline;
  setting: ExtensionSetting;
  objectionDays: number;
  today: Day;
  /** Names of departments by id, to say which part is meant. */
  nameOf: (departmentId: string) => string;
}

/** Stands for the reason or document that a form will ask for; only whether a deed is possible is asked here. */
const GIVEN = '（待填）';

/** The deeds of a task that this actor is permitted, each with whether it can be done now. Pure. */
export function offerTaskDeeds(actor: Actor, ground: OfferGround): OfferedDeed[] {
  return [
    ...ownPartDeeds(actor, ground),
    ...officeDeeds(actor, ground),
    ...objectionDeeds(actor, ground),
    ...nodeDeeds(actor, ground),
    ...askingDeeds(actor, ground),
  ];
}

function ownPartDeeds(actor: Actor, { task, parts, objectionDays, today }: OfferGround): OfferedDeed[] {
  const part = parts.find(({ departmentId }) => departmentId === actor.departmentId);
  if (!part) return [];
  const step = (deed: AssignmentDeed) => nextState(assignmentLifecycle, part.state as AssignmentState, deed);
  const form = (deed: string, label: string, path: string) => ({
    deed,
    label,
    path: `/tasks/${task.id}/${path}`,
    version: part.version,
  });
  const permit = (label: string) => () => requireOwnDepartment(actor, part.departmentId, label);
  return [
    ...offer(form('SIGN', '签收', 'sign'), permit('签收'), () => {
      requireAlive(task, '签收');
      step('ACCEPT');
    }),
    ...offer(form('OBJECT', '提出异议', 'object'), permit('提出异议'), () => {
      requireAlive(task, '提出异议');
      step('OBJECT');
      const act: TaskAct = { deed: 'OBJECT', reason: GIVEN, objectionDays };
      decideTask(standingOf(asJustIssued(task)), act, today);
    }),
    ...offer(
      form('COMPLETE_PART', '确认本单位工作完成', 'complete-part'),
      () => {
        requireOwnDepartment(actor, part.departmentId, '确认完成');
        requireNotFirstLead(part);
      },
      () => {
        requireAlive(task, '确认完成');
        step('COMPLETE');
      },
    ),
  ];
}

function officeDeeds(actor: Actor, { task, ledger, parts, bonds, today }: OfferGround): OfferedDeed[] {
  const step = (act: TaskAct) => decideTask(standingOf(task), act, today);
  const deed = (code: string, label: string, path: string, attempt: () => unknown) =>
    offer(
      { deed: code, label, path: `/tasks/${task.id}/${path}`, version: task.version },
      () => requireOffice(actor, label),
      attempt,
    );
  return [
    ...deed('REGISTER', '核定立项', 'register', () => {
      requireLedgerOpen(ledger, '核定立项');
      step({ deed: 'REGISTER' });
    }),
    ...deed('REASSIGN', '改派', 'reassign', () => {
      requireAlive(task, '改派');
      if (task.state === 'OBJECTED') step({ deed: 'REISSUE' });
    }),
    ...deed('COMPLETE_LIST', '补充配合单位', 'complete-list', () => {
      requireAlive(task, '补充配合单位');
      requireOpenList(task);
    }),
    ...deed('SPLIT', '拆分', 'split', () => {
      requireAlive(task, '拆分');
      requireWhole(bonds, '拆分');
      step({ deed: 'MERGE', approvalDocument: GIVEN });
      requireLedgerOpen(ledger, '拆分任务');
    }),
    ...deed('SUSPEND', '中止', 'suspend', () => step({ deed: 'SUSPEND', approvalDocument: GIVEN })),
    ...deed('RESUME', '恢复办理', 'resume', () => step({ deed: resumeDeed(task, parts) })),
    ...deed('CANCEL', '撤销', 'cancel', () => {
      requireReleased(bonds);
      step({ deed: 'CANCEL', approvalDocument: GIVEN });
    }),
  ];
}

/** One for each part in dispute; 采纳异议 is done by reassigning. */
function objectionDeeds(actor: Actor, { task, parts, today, nameOf }: OfferGround): OfferedDeed[] {
  return parts
    .filter(({ state }) => state === 'OBJECTED')
    .flatMap((part) =>
      offer(
        {
          deed: 'DECIDE_OBJECTION',
          label: '维持分工',
          path: `/tasks/${task.id}/decide-objection`,
          version: task.version,
          subject: nameOf(part.departmentId),
        },
        () => requireOffice(actor, '处理异议'),
        () => {
          requireObjected(part);
          if (part.isFirstLead === 1 && task.state === 'OBJECTED')
            decideTask(standingOf(task), { deed: 'REISSUE' }, today);
        },
      ),
    );
}

function nodeDeeds(actor: Actor, { task, parts, milestones }: OfferGround): OfferedDeed[] {
  return milestones
    .filter(({ doneOn }) => doneOn === null)
    .flatMap((node) =>
      offer(
        {
          deed: 'MARK_MILESTONE',
          label: '确认节点完成',
          path: `/tasks/${task.id}/milestones/${node.id}/done`,
          version: node.version,
          subject: node.label || node.period,
        },
        () => requireOfficeOrFirstLead(actor, parts, '确认节点完成'),
        () => requireNodeOpen(node),
      ),
    );
}

function askingDeeds(actor: Actor, ground: OfferGround): OfferedDeed[] {
  const { task, parts, requests, deadline, setting, today } = ground;
  const form = {
    deed: 'REQUEST_EXTENSION',
    label: '申请延期',
    path: `/tasks/${task.id}/extension-requests`,
    version: task.version,
  };
  return offer(
    form,
    () => requireFirstLead(actor, parts, '延期申请'),
    () => {
      requireExtensionAskable(task, requests);
      // The day after both is what could be asked for at the least; what the form must say is taken as said.
      const newDueOn = addDays(task.dueOn !== null && task.dueOn > today ? task.dueOn : today, 1);
      const said = { reason: GIVEN, progressSoFar: GIVEN, lateReason: GIVEN };
      askExtension(deadline, { askedOn: today, askedBy: actor.post, newDueOn, ...said }, setting);
    },
  );
}
