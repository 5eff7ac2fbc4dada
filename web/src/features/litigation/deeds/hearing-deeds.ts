import type { CourtCase, Hearing, Instance } from '../litigation-queries.js';
import { choicesOf } from './case-deeds.js';
import type { FieldSpec } from './form-spec.js';
import type { OfferedDeed } from './offered-deed.js';

const MOVE_FIELDS: readonly FieldSpec[] = [
  { name: 'day', kind: 'day', isRequired: true },
  { name: 'time', kind: 'text', maxLength: 5, hint: 'time' },
  { name: 'room', kind: 'text', maxLength: 60 },
  { name: 'reason', kind: 'lines', label: 'stateReason', isRequired: true, maxLength: 500 },
];

const CANCEL_FIELDS: readonly FieldSpec[] = [
  { name: 'reason', kind: 'lines', label: 'stateReason', isRequired: true, maxLength: 500 },
];

/** What the office may do about a hearing as a whole. */
export function hearingDeeds(
  one: CourtCase,
  instance: Instance,
  hearing: Hearing,
  today: string,
): OfferedDeed[] {
  const path = `/hearings/${hearing.id}`;
  const about = { version: one.version, subject: `${instance.number} ${hearing.day}` };
  const { day, time, room, state } = hearing;
  const notice: OfferedDeed = {
    ...about,
    code: 'notify',
    method: 'POST',
    path: `${path}/notices`,
    fields: noticeFields(instance),
    initial: {
      department: choicesOf(instance)[0]?.code ?? '',
      servedOn: today < day ? today : day,
      mandatory: true,
      reason: one.publicInterest ? 'PUBLIC_INTEREST' : 'PUBLIC_SAFETY',
      again: instance.hearings.some(
        (other) => other.state === 'HELD' && other.kind === 'TRIAL' && other.day < day,
      ),
    },
  };
  if (state === 'HELD') return [notice];
  if (state !== 'SCHEDULED') return [];
  return [
    ...(today >= day
      ? [{ ...about, code: 'hold', method: 'POST' as const, path: `${path}/hold`, fields: [], isNext: true }]
      : []),
    notice,
    { ...about, code: 'reschedule', method: 'POST', path: `${path}/reschedule`, fields: MOVE_FIELDS, initial: { day, time, room } },
    { ...about, code: 'cancel', method: 'POST', path: `${path}/cancel`, fields: CANCEL_FIELDS, isDanger: true },
  ]; // prettier-ignore
}

function noticeFields(instance: Instance): FieldSpec[] {
  return [
    { name: 'department', kind: 'department', isRequired: true, departments: choicesOf(instance) },
    { name: 'servedOn', kind: 'day', isRequired: true, hint: 'servedOn' },
    { name: 'mandatory', kind: 'yes', hint: 'mandatory' },
    { name: 'reason', kind: 'choice', list: 'noticeReason', label: 'noticeReason', isRequired: true },
    { name: 'again', kind: 'yes', hint: 'again' },
  ];
}
