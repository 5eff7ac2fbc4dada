import { isDay, type Day } from '../calendar/day.js';
import type { DomainError } from '../refusal.js';
import { isSideAct, type ProcedureAct, type ProcedureDeed, type SideAct } from './deed.js';
import type { Procedure } from './entry.js';
import { citation, gateOf, stepName } from './names.js';
import {
  dayInvalid, deedNotAllowed, determinationForced, determinationNeedless, determinationUnreasoned, documentUnknown,
  draftUnchanged, gateUnknown, overrideHard, overrideUnknown, overrideUnpublished, overrideUnreasoned, ownOverride,
  sideReasonMissing, stepUnknown,
} from './procedure.errors.js'; // prettier-ignore
import { recordProblems } from './check-record.js';
import { passed } from './passed-steps.js';
import { shutGates } from './shut-gates.js';
import { sideDeedNames, sideDeedsOf, sideStateAfter, sideStateNames, type SideDeed } from './side-state.js';
import { appliesTo, type ValidEntries } from './valid-entries.js';

/** Everything that stands against a deed on a day, the first first; none means it can be done. Pure. */
export function problemsOf(
  procedure: Procedure,
  valid: ValidEntries,
  { by, act }: ProcedureAct,
  today: Day,
): DomainError[] {
  const barred = barredByState(procedure, valid, act);
  if (barred) return [barred];
  if (isSideAct(act)) return sideProblems(procedure, valid, act, today);
  switch (act.deed) {
    case 'RECORD':
      return recordingProblems(procedure, valid, act, today);
    case 'DETERMINE':
      return determinationProblems(procedure, valid, act);
    case 'OVERRIDE':
      return overrideProblems(procedure, act);
    case 'APPROVE_OVERRIDE':
      return approvalProblems(valid, act.override, by);
    case 'CHANGE_DRAFT':
      return draftProblems(procedure, valid, act);
    case 'FILE_DOCUMENT':
      return documentProblems(procedure, act);
  }
}

function recordingProblems(
  procedure: Procedure,
  valid: ValidEntries,
  act: Extract<ProcedureDeed, { deed: 'RECORD' }>,
  today: Day,
): DomainError[] {
  const step = procedure.definition.steps.find((each) => each.id === act.step);
  if (!step) return [stepUnknown(procedure.definition.name, act.step)];
  if (!isDay(act.on) || act.on > today) return [dayInvalid(act.on)];
  return recordProblems(procedure, valid, step, act, today);
}

/** 第三十七条: what has been decided and published is changed by an adjustment only. */
function draftProblems(
  procedure: Procedure,
  valid: ValidEntries,
  act: Extract<ProcedureDeed, { deed: 'CHANGE_DRAFT' }>,
): DomainError[] {
  const { definition } = procedure;
  if (valid.records.has(definition.milestones.finished) && valid.state !== 'ADJUSTING') {
    const stage = stepName(definition, definition.milestones.finished);
    return [
      deedNotAllowed(definition.name, `${stage}已完成`, PLAIN_NAMES.CHANGE_DRAFT, sideDeedNames.ADJUST),
    ];
  }
  return valid.draft?.sha256 === act.sha256 ? [draftUnchanged()] : [];
}

/** Papers may be filed, and drafts changed, wherever the matter is not over. */
function barredByState(procedure: Procedure, valid: ValidEntries, act: ProcedureDeed): DomainError | null {
  const { state } = valid;
  const open = state !== 'CLOSED' && state !== 'TERMINATED';
  const allowed = isSideAct(act)
    ? sideStateAfter(state, act.deed) !== null
    : state === 'RUNNING' || (open && (act.deed === 'FILE_DOCUMENT' || act.deed === 'CHANGE_DRAFT'));
  if (allowed) return null;
  const next = sideDeedsOf(state).map((deed) => sideDeedNames[deed]);
  const name = deedName(act);
  return deedNotAllowed(procedure.definition.name, sideStateNames[state], name, next.join('、') || '无');
}

const PLAIN_NAMES = {
  RECORD: '登记环节',
  DETERMINE: '作出适用性判断',
  OVERRIDE: '申请例外',
  APPROVE_OVERRIDE: '批准例外',
  CHANGE_DRAFT: '修改草案',
  FILE_DOCUMENT: '归入材料',
} as const;

function deedName(act: ProcedureDeed): string {
  return { ...PLAIN_NAMES, ...sideDeedNames }[act.deed];
}

function determinationProblems(
  procedure: Procedure,
  valid: ValidEntries,
  act: Extract<ProcedureDeed, { deed: 'DETERMINE' }>,
): DomainError[] {
  const { definition } = procedure;
  const step = definition.steps.find((each) => each.id === act.step);
  if (!step) return [stepUnknown(definition.name, act.step)];
  if (step.determination === null) return [determinationNeedless(step.name)];
  const { forced, article } = step.determination;
  if (!act.applies && forced && procedure.traits.includes(forced.trait))
    return [determinationForced(step.name, forced.reason)];
  if (act.reason.trim() === '') return [determinationUnreasoned(step.name, citation(definition, article))];
  return passed(procedure, valid, step);
}

function overrideProblems(
  { definition }: Procedure,
  act: Extract<ProcedureDeed, { deed: 'OVERRIDE' }>,
): DomainError[] {
  const gate = gateOf(definition, act.gate);
  if (!gate) return [gateUnknown(act.gate)];
  const article = citation(definition, gate.article);
  if (gate.force === 'HARD') return [overrideHard(gate.id, gate.name, article)];
  if (act.reason.trim() === '') return [overrideUnreasoned(gate.name, article)];
  const mustPublish = gate.override?.published === true;
  return mustPublish && act.publishedIn.trim() === '' ? [overrideUnpublished(gate.name, article)] : [];
}

/** 审批人与申请人不得为同一人. */
function approvalProblems(valid: ValidEntries, seq: number, by: string): DomainError[] {
  const asked = valid.waiting.find((each) => each.seq === seq);
  if (!asked) return [overrideUnknown()];
  return asked.by === by ? [ownOverride()] : [];
}

function documentProblems(
  { definition }: Procedure,
  act: Extract<ProcedureDeed, { deed: 'FILE_DOCUMENT' }>,
): DomainError[] {
  const step = definition.steps.find((each) => each.id === act.step);
  if (!step) return [stepUnknown(definition.name, act.step)];
  const known = step.documents.some((document) => document.id === act.document);
  return known ? [] : [documentUnknown(step.name, act.document)];
}

function sideProblems(procedure: Procedure, valid: ValidEntries, act: SideAct, today: Day): DomainError[] {
  const { definition } = procedure;
  const name = sideDeedNames[act.deed];
  if (act.deed === 'CLOSE') {
    const open = definition.steps.filter(
      (step) => !step.optional && !valid.records.has(step.id) && appliesTo(procedure, valid, step) !== false,
    );
    const shut = shutGates(procedure, valid, 'CLOSE', name, today);
    return open.length === 0
      ? shut
      : [...shut, deedNotAllowed(definition.name, sideStateNames.RUNNING, name, open.map((step) => step.name).join('、'))]; // prettier-ignore
  }
  if (act.reason.trim() === '' && act.deed !== 'RESUBMIT')
    return [sideReasonMissing(name, citation(definition, sideArticle(procedure, act.deed)))];
  // 第三十七条 is about decisions that have been made; before that a change is a change of the draft.
  if (act.deed === 'ADJUST' && !valid.records.has(definition.milestones.decided))
    return [deedNotAllowed(definition.name, '尚未作出决定', name, '修改草案')];
  return [];
}

function sideArticle({ definition }: Procedure, deed: SideDeed): string {
  if (deed === 'RETURN' || deed === 'RESUBMIT') return definition.returns.article;
  if (deed === 'ADJUST') return definition.sides.adjust;
  return deed === 'TERMINATE' ? definition.sides.terminate : definition.sides.suspend;
}
