import type { DeedOffer, TaskPage } from './deed-types.js';
import type { FieldSpec, FieldValues } from './field-spec.js';

/** What a deed asks for. */
export interface DeedForm {
  fields: readonly FieldSpec[];
  /** Cannot be taken back easily. */
  isDanger?: boolean;
  /** What stands in the form at first. */
  initial?: (page: TaskPage, offer: DeedOffer) => FieldValues;
  /** What is sent besides the fields. */
  fixed?: (page: TaskPage, offer: DeedOffer) => FieldValues;
  /** Only what differs from what stood at first is sent. */
  changesOnly?: boolean;
  /** Where the deed is done on a page of its own: the address. */
  elsewhere?: (page: TaskPage, offer: DeedOffer) => string;
}

const REASON: FieldSpec = { name: 'reason', kind: 'lines', isRequired: true, maxLength: 500 };
const APPROVAL: FieldSpec = {
  name: 'approvalDocument',
  kind: 'text',
  isRequired: true,
  maxLength: 200,
  hint: 'approvalDocument',
};
const SUPPORT: FieldSpec = { name: 'support', kind: 'departments' };
const GROUPS: FieldSpec = { name: 'groups', kind: 'groups', hint: 'groups' };
const LEAD: FieldSpec = { name: 'lead', kind: 'departments', isRequired: true, hint: 'lead' };

/** A task's own fields, as they are written when it is made or registered. */
const TASK_FIELDS: readonly FieldSpec[] = [
  { name: 'title', kind: 'lines', isRequired: true, maxLength: 500 },
  { name: 'measures', kind: 'lines', maxLength: 4000 },
  { name: 'deadline', kind: 'text', isRequired: true, maxLength: 300, hint: 'deadline' },
  { name: 'target', kind: 'target' },
  LEAD,
  SUPPORT,
  GROUPS,
];

/** Making a task by hand. */
export const NEW_TASK_FIELDS: readonly FieldSpec[] = [
  { name: 'indicators', kind: 'indicators' },
  ...TASK_FIELDS,
  { name: 'number', kind: 'text', maxLength: 30, hint: 'number' },
];

/** What the work waits for; the rest may be done, but nobody waits for it. */
const NEXT_STEPS: ReadonlySet<string> = new Set([
  'SIGN',
  'REGISTER',
  'DECIDE_OBJECTION',
  'APPROVE_EXTENSION',
  'VERIFY_CLOSE_OUT',
  'APPROVE_CLOSE_OUT',
  'SUBMIT_REPORT',
  'ACCEPT_REPORT',
]);

/** True of a deed that the work waits for. */
export function isNextStep({ deed }: DeedOffer): boolean {
  return NEXT_STEPS.has(deed);
}

/** The form of each deed; one that is not here asks for nothing but a yes. */
export const DEED_FORMS: Readonly<Record<string, DeedForm>> = {
  OBJECT: { fields: [REASON] },
  COMPLETE_PART: { fields: [{ name: 'statement', kind: 'lines', isRequired: true, maxLength: 1000 }] },
  REGISTER: { fields: TASK_FIELDS, initial: asRegistered, changesOnly: true },
  REASSIGN: { fields: [LEAD, SUPPORT, GROUPS, REASON], initial: parties },
  COMPLETE_LIST: { fields: [{ ...SUPPORT, isRequired: true }], initial: ownSupports },
  SPLIT: { fields: [{ name: 'parts', kind: 'parts', isRequired: true }, APPROVAL], initial: twoParts },
  SUSPEND: { fields: [APPROVAL] },
  RESUME: { fields: [REASON] },
  CANCEL: { fields: [APPROVAL], isDanger: true },
  DECIDE_OBJECTION: { fields: [REASON], fixed: disputing },
  MARK_MILESTONE: {
    fields: [
      { name: 'doneOn', kind: 'day', hint: 'doneOn' },
      { name: 'proof', kind: 'lines', isRequired: true, maxLength: 1000 },
    ],
  },
  REQUEST_EXTENSION: {
    fields: [
      { name: 'newDueOn', kind: 'day', isRequired: true },
      { name: 'reason', kind: 'lines', label: 'extensionReason', isRequired: true, maxLength: 1000 },
      { name: 'progressSoFar', kind: 'lines', isRequired: true, maxLength: 1000 },
      { name: 'lateReason', kind: 'lines', maxLength: 1000, hint: 'lateReason' },
    ],
  },
  APPROVE_EXTENSION: {
    fields: [
      { name: 'dueOn', kind: 'day', label: 'decidedDueOn', hint: 'decidedDueOn' },
      { name: 'reason', kind: 'lines', label: 'opinion', maxLength: 500 },
    ],
  },
  REJECT_EXTENSION: { fields: [REASON] },
  REQUEST_CLOSE_OUT: {
    fields: [
      { name: 'statement', kind: 'lines', label: 'closeOutStatement', isRequired: true, maxLength: 2000 },
      { name: 'evidenceIds', kind: 'evidence' },
      { name: 'silenceExplanation', kind: 'lines', maxLength: 1000, hint: 'silenceExplanation' },
      { name: 'milestoneExplanation', kind: 'lines', maxLength: 1000, hint: 'milestoneExplanation' },
    ],
  },
  RETURN_CLOSE_OUT: { fields: [{ ...REASON, maxLength: 1000 }] },
  ACCEPT_REPORT: { fields: [{ name: 'verifiedProgress', kind: 'percent', hint: 'verifiedProgress' }] },
  RETURN_REPORT: { fields: [{ ...REASON, maxLength: 1000 }] },
  CORRECT_REPORT: {
    fields: [
      { name: 'verifiedProgress', kind: 'percent' },
      { name: 'count', kind: 'count' },
      { ...REASON, maxLength: 1000 },
    ],
  },
  SUBMIT_REPORT: { fields: [], elsewhere: () => '/reports' },
};

const NO_FIELDS: DeedForm = { fields: [] };

/** The form of an offered deed. */
export function formOf({ deed }: DeedOffer): DeedForm {
  return DEED_FORMS[deed] ?? NO_FIELDS;
}

function codesOf(page: TaskPage, role: 'LEAD' | 'SUPPORT', isOwn = true): string[] {
  return page.task.assignments
    .filter((part) => part.role === role && part.state !== 'WITHDRAWN' && (!isOwn || part.viaGroup === null))
    .toSorted((a, b) => Number(b.isFirstLead) - Number(a.isFirstLead))
    .map(({ department }) => department.code);
}

/** Departments that came in through a group are named by the group. */
function parties(page: TaskPage): FieldValues {
  const groups = page.task.assignments.map(({ viaGroup }) => viaGroup).filter((group) => group !== null);
  return { lead: codesOf(page, 'LEAD'), support: codesOf(page, 'SUPPORT'), groups: [...new Set(groups)] };
}

function ownSupports(page: TaskPage): FieldValues {
  return { support: codesOf(page, 'SUPPORT', false) };
}

function asRegistered(page: TaskPage): FieldValues {
  const { title, measures, deadlineRaw, target } = page.task;
  return { title, measures, deadline: deadlineRaw, target, ...parties(page) };
}

function twoParts(page: TaskPage): FieldValues {
  const { title } = page.task;
  const { lead, support } = parties(page);
  return { parts: [1, 2].map(() => ({ title, lead, support })) };
}

/** The offer names the department in dispute; the service wants its code. */
function disputing(page: TaskPage, { subject }: DeedOffer): FieldValues {
  const part = page.task.assignments.find(({ department }) => department.name === subject);
  return part ? { department: part.department.code } : {};
}
