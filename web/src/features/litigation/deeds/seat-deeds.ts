import type { CourtCase, Hearing, Instance, Official, Seat } from '../litigation-queries.js';
import { verdictText, type FieldSpec, type OfficialInput, type Values } from './form-spec.js';
import type { OfferedDeed } from './offered-deed.js';

/** Where a department's place at a hearing is, and who looks at it. */
export interface SeatAt {
  one: CourtCase;
  instance: Instance;
  hearing: Hearing;
  seat: Seat;
  today: string;
  isOffice: boolean;
}

const isAbsent = ({ kind }: Values): boolean => kind === 'ABSENT';
const isPresent = ({ present }: Values): boolean => present === true;

const ABSENCE: readonly FieldSpec[] = [
  { name: 'absenceReason', kind: 'choice', list: 'absence', isRequired: true },
  { name: 'explanation', kind: 'lines', isRequired: true, maxLength: 500, hint: 'explanation' },
];

const REPLY_FIELDS: readonly FieldSpec[] = [
  { name: 'kind', kind: 'radio', list: 'reply', label: 'reply', isRequired: true },
  { name: 'official', kind: 'official', isRequired: true, when: (values) => !isAbsent(values) },
  ...ABSENCE.map((spec) => ({ ...spec, when: isAbsent })),
  { name: 'note', kind: 'lines', maxLength: 500 },
];

const PLAN_FIELDS: readonly FieldSpec[] = [
  { name: 'official', kind: 'official', isRequired: true },
  { name: 'reason', kind: 'lines', label: 'planReason', maxLength: 500, hint: 'planReason' },
];

const FORM_FIELDS: readonly FieldSpec[] = [
  { name: 'present', kind: 'yes' },
  { name: 'official', kind: 'official', isRequired: true, when: isPresent },
  { name: 'voice', kind: 'flags', list: 'voice', hint: 'voice', when: isPresent },
  { name: 'leftWithoutPermission', kind: 'yes', when: isPresent },
  { name: 'refusedToExplain', kind: 'yes', when: isPresent },
  { name: 'absenceReason', kind: 'choice', list: 'absence', hint: 'absenceReason', when: (values) => !isPresent(values) },
  { name: 'explanation', kind: 'lines', isRequired: true, maxLength: 500, when: (values) => !isPresent(values) && Boolean(values['absenceReason']) },
  { name: 'staff', kind: 'count', isRequired: true },
  { name: 'lawyers', kind: 'count', isRequired: true },
  { name: 'note', kind: 'lines', maxLength: 1000, hint: 'formNote' },
]; // prettier-ignore

const NOBODY: OfficialInput = { name: '', post: '', rank: 'PRINCIPAL', otherAgency: '' };

/** What may be done about a department's place: answer and plan before the hearing, the form on the day and after, rulings by the office. */
export function seatDeeds(at: SeatAt): OfferedDeed[] {
  const { hearing, today } = at;
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') return [];
  const isBefore = hearing.state === 'SCHEDULED' && today <= hearing.day;
  return [
    ...(isBefore ? [replyDeed(at), planDeed(at)] : []),
    ...(today >= hearing.day ? formDeed(at) : []),
    ...(at.isOffice ? rulingsDeed(at) : []),
  ];
}

function about({ one, instance, hearing, seat }: SeatAt) {
  return {
    version: one.version,
    subject: `${seat.departmentName} ${instance.number} ${hearing.day}`,
    fixed: { department: seat.department },
  };
}

function replyDeed(at: SeatAt): OfferedDeed {
  const { hearing, seat, isOffice } = at;
  return {
    ...about(at),
    code: seat.reply === null ? 'reply' : 'replyAnew',
    method: 'POST',
    path: `/hearings/${hearing.id}/reply`,
    fields: REPLY_FIELDS,
    initial: {
      kind: seat.reply === null ? 'ATTENDS' : seat.reply.kind,
      official: inputOf(seat.planned),
      absenceReason: seat.absence?.reason,
      explanation: seat.absence?.explanation ?? '',
      note: '',
    },
    shape: withAbsence,
    isNext: seat.reply === null && seat.mustAppear && !isOffice,
  };
}

function planDeed(at: SeatAt): OfferedDeed {
  const { hearing, seat } = at;
  return {
    ...about(at),
    code: seat.planned === null ? 'plan' : 'replace',
    method: 'PUT',
    path: `/hearings/${hearing.id}/planned-official`,
    fields: PLAN_FIELDS,
    initial: { official: inputOf(seat.planned), reason: '' },
  };
}

function formDeed(at: SeatAt): OfferedDeed[] {
  const { hearing, seat, isOffice } = at;
  const isReturned = seat.form !== null;
  if (isReturned && !isOffice) return [];
  const correction: FieldSpec = { name: 'reason', kind: 'lines', label: 'correction', isRequired: true, maxLength: 500, hint: 'correction' };
  return [
    {
      ...about(at),
      code: isReturned ? 'correctForm' : 'returnForm',
      method: 'PUT',
      path: `/hearings/${hearing.id}/attendance`,
      fields: isReturned ? [...FORM_FIELDS, correction] : FORM_FIELDS,
      initial: formOf(seat),
      shape: ({ present: _present, ...body }) => withAbsence(body),
      isNext: !isReturned && !isOffice,
    },
  ];
} // prettier-ignore

function rulingsDeed(at: SeatAt): OfferedDeed[] {
  const { hearing, seat } = at;
  const verdict = (name: string): FieldSpec => ({ name, kind: 'radio', list: 'verdict', hint: name });
  const hasHead = seat.form !== null && seat.form.official !== null;
  const fields = [
    ...(seat.absence === null ? [] : [verdict('absenceAccepted')]),
    ...(hasHead ? [verdict('identityAccepted'), verdict('rankConfirmed')] : []),
  ];
  if (fields.length === 0) return [];
  const initial = Object.fromEntries(
    (['absenceAccepted', 'identityAccepted', 'rankConfirmed'] as const).map((name) => [name, verdictText(seat[name])]),
  );
  return [{ ...about(at), code: 'rule', method: 'POST', path: `/hearings/${hearing.id}/rulings`, fields, initial }];
} // prettier-ignore

/** What stands in a form at first. */
const BLANK_FORM = {
  voice: [] as readonly string[],
  leftWithoutPermission: false,
  refusedToExplain: false,
  staff: 1,
  lawyers: 0,
  note: '',
};

/** A form as it was returned, or as it was planned. */
function formOf({ form, planned, absence }: Seat): Values {
  const official = form === null ? planned : form.official;
  const { voice, leftWithoutPermission, refusedToExplain, staff, lawyers, note } = form ?? BLANK_FORM;
  return {
    present: official !== null,
    official: inputOf(official),
    voice,
    leftWithoutPermission,
    refusedToExplain,
    absenceReason: absence?.reason,
    explanation: absence?.explanation ?? '',
    staff,
    lawyers,
    note,
  };
}

function withAbsence({ absenceReason, explanation, ...body }: Record<string, unknown>): Record<string, unknown> {
  const absence = absenceReason === undefined ? null : { reason: absenceReason, explanation };
  const seated = 'voice' in body ? {} : { voice: [], leftWithoutPermission: false, refusedToExplain: false };
  return { ...('staff' in body ? seated : {}), ...body, absence };
} // prettier-ignore

function inputOf(official: Official | null): OfficialInput {
  if (official === null) return NOBODY;
  const { name, post, rank, otherAgency } = official;
  return { name, post, rank, otherAgency: otherAgency ?? '' };
}
