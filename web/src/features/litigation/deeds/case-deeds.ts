import type { CourtCase, Instance } from '../litigation-queries.js';
import { verdictText, type FieldSpec, type PartyInput, type Values } from './form-spec.js';
import type { OfferedDeed } from './offered-deed.js';

const CASE_FIELDS: readonly FieldSpec[] = [
  { name: 'register', kind: 'radio', list: 'register', isRequired: true },
  { name: 'plaintiff', kind: 'text', isRequired: true, maxLength: 200, hint: 'plaintiff' },
  { name: 'cause', kind: 'text', isRequired: true, maxLength: 200 },
  { name: 'actSued', kind: 'lines', maxLength: 500 },
  { name: 'publicInterest', kind: 'yes' },
];

const INSTANCE_FIELDS: readonly FieldSpec[] = [
  { name: 'level', kind: 'radio', list: 'level', isRequired: true },
  { name: 'number', kind: 'text', label: 'caseNumber', isRequired: true, maxLength: 60, hint: 'number' },
  { name: 'court', kind: 'text', isRequired: true, maxLength: 60 },
  { name: 'filedOn', kind: 'day', isRequired: true },
  { name: 'parties', kind: 'parties', isRequired: true, hint: 'parties' },
];

const INSTANCE_NAMES: ReadonlySet<string> = new Set(INSTANCE_FIELDS.map(({ name }) => name));

const PARTY: PartyInput = { department: '', name: '', role: 'DEFENDANT', designation: 'NONE' };

/** 登记案件: the case and its first instance on one form. */
export const registerDeed = (today: string): OfferedDeed => ({
  code: 'register',
  method: 'POST',
  path: '/court-cases',
  version: null,
  subject: '',
  fields: [...CASE_FIELDS, ...INSTANCE_FIELDS],
  initial: {
    register: 'ADMINISTRATIVE',
    publicInterest: false,
    level: 'FIRST',
    filedOn: today,
    parties: [PARTY],
  },
  shape: (body) => {
    const [instance, filing] = [true, false].map((isOf) =>
      Object.fromEntries(Object.entries(body).filter(([name]) => INSTANCE_NAMES.has(name) === isOf)),
    );
    return { ...filing, actSued: filing?.['actSued'] ?? '', instance };
  },
});

/** What the office may do about the case itself. */
export function caseDeeds(one: CourtCase, today: string): OfferedDeed[] {
  const path = `/court-cases/${one.id}`;
  const about = { version: one.version, subject: one.instances.at(-1)?.number ?? '' };
  const { register, plaintiff, cause, actSued, publicInterest } = one;
  const latest = one.instances.at(-1);
  return [
    {
      ...about,
      code: 'addInstance',
      method: 'POST',
      path: `${path}/instances`,
      fields: INSTANCE_FIELDS,
      initial: {
        level: latest?.level === 'FIRST' ? 'SECOND' : 'RETRIAL',
        filedOn: today,
        parties: latest ? partiesOf(latest).map((party) => ({ ...party, designation: 'NONE' })) : [PARTY],
      },
    },
    {
      ...about,
      code: 'correctCase',
      method: 'PATCH',
      path,
      fields: CASE_FIELDS,
      initial: { register, plaintiff, cause, actSued, publicInterest },
    },
  ];
}

/** What the office may do about one instance. */
export function instanceDeeds(one: CourtCase, instance: Instance, today: string): OfferedDeed[] {
  const path = `/court-cases/${one.id}/instances/${instance.id}`;
  const about = { version: one.version, subject: instance.number };
  const isOpen = instance.closedOn === null;
  const isHeard = instance.hearings.some(({ state }) => state === 'HELD');
  const deeds: OfferedDeed[] = [
    { ...about, code: 'schedule', method: 'POST', path: `${path}/hearings`, fields: SCHEDULE_FIELDS, initial: { time: '09:00', room: '', kind: 'TRIAL', online: false }, isNext: isOpen && instance.hearings.length === 0 },
    { ...about, code: isOpen ? 'close' : 'correctClosing', method: 'POST', path: `${path}/close`, fields: CLOSE_FIELDS, initial: closingOf(instance, today) },
    { ...about, code: 'correctInstance', method: 'PATCH', path, fields: INSTANCE_FIELDS, initial: { ...instance, parties: partiesOf(instance) } },
    { ...about, code: 'suggest', method: 'POST', path: `${path}/suggestions`, fields: suggestionFields(instance), initial: { department: instance.parties[0]?.department ?? '', violation: 'NO_REASON', receivedOn: today, number: '', content: '' } },
  ]; // prettier-ignore
  return deeds.filter(({ code }) => (code === 'suggest' ? isHeard : code === 'schedule' ? isOpen : true));
}

const SCHEDULE_FIELDS: readonly FieldSpec[] = [
  { name: 'day', kind: 'day', isRequired: true },
  { name: 'time', kind: 'text', maxLength: 5, hint: 'time' },
  { name: 'room', kind: 'text', maxLength: 60 },
  { name: 'kind', kind: 'radio', list: 'kind', label: 'hearingKind', isRequired: true },
  { name: 'online', kind: 'yes' },
  { name: 'sitting', kind: 'sitting', hint: 'sitting' },
];

const CLOSE_FIELDS: readonly FieldSpec[] = [
  { name: 'closedOn', kind: 'day', isRequired: true },
  { name: 'outcome', kind: 'choice', list: 'outcome', isRequired: true },
  { name: 'writtenTrial', kind: 'yes', hint: 'writtenTrial' },
  { name: 'disputeResolved', kind: 'radio', list: 'verdict' },
];

function suggestionFields(instance: Instance): FieldSpec[] {
  return [
    { name: 'department', kind: 'department', isRequired: true, departments: choicesOf(instance) },
    { name: 'violation', kind: 'choice', list: 'violation', isRequired: true },
    { name: 'number', kind: 'text', label: 'documentNumber', maxLength: 60 },
    { name: 'receivedOn', kind: 'day', isRequired: true },
    { name: 'content', kind: 'lines', maxLength: 2000 },
  ];
}

/** The parties whose heads must appear, to choose from. */
export function choicesOf({ parties }: Instance): { code: string; name: string }[] {
  return parties
    .filter(({ role }) => role !== 'THIRD_PARTY')
    .map(({ department, name }) => ({ code: department, name }));
}

function closingOf({ closedOn, outcome, writtenTrial, disputeResolved }: Instance, today: string): Values {
  return {
    closedOn: closedOn ?? today,
    outcome: outcome ?? undefined,
    writtenTrial,
    disputeResolved: verdictText(disputeResolved),
  };
}

function partiesOf({ parties }: Instance): PartyInput[] {
  return parties.map(({ department, name, role, designation }) => ({
    department,
    name,
    role,
    designation: designation ?? 'NONE',
  }));
}
