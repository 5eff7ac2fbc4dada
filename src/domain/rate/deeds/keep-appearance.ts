import type { Day } from '../../calendar/day.js';
import { hearingStateWords } from '../case-words.js';
import type {
  AbsenceReason,
  Appearance,
  AttendanceForm,
  CourtCase,
  Hearing,
  Official,
} from '../court-case.js';
import { hearingOf, seatOf, withHearing, withSeat } from './edit-case.js';
import {
  absenceReasonMissing,
  correctionReasonMissing,
  formNoteMissing,
  formReturned,
  hearingOver,
  hearingState,
  officialMissing,
  rulingWithoutSubject,
  voiceWithoutHead,
} from './hearing.errors.js';
import { held, requireDuty } from './keep-hearing.js'; // prettier-ignore

/** Which department's seat at which hearing a deed is about, and when it is done. */
export interface SeatDeed {
  readonly hearingId: string;
  readonly department: string;
  readonly today: Day;
}

/** What a department answers before a hearing. */
export interface ReplyWish {
  readonly kind: 'ATTENDS' | 'REPLACED' | 'ABSENT';
  /** Who will sit there; for 换人 the new one. */
  readonly official: Official | null;
  readonly absence: { readonly reason: AbsenceReason; readonly explanation: string } | null;
  readonly note: string;
  readonly by: string;
}

/**
 * 庭前答复: the head appears, another appears in his place（第五条）, or nobody can, with the reason（第八条）. Up to and on
 * the day; every change of person is kept.
 */
export function replyToHearing(courtCase: CourtCase, deed: SeatDeed, wish: ReplyWish): CourtCase {
  const { hearing } = hearingOf(courtCase, deed.hearingId);
  if (deed.today > hearing.day) throw hearingOver(hearing.day);
  const seat = openSeat(courtCase, deed, '答复');
  const reply = { kind: wish.kind, on: deed.today, by: wish.by, note: wish.note.trim() };
  if (wish.kind === 'ABSENT') {
    if (!wish.absence || wish.absence.explanation.trim() === '') throw absenceReasonMissing();
    const absence = { ...wish.absence, on: deed.today };
    return put(courtCase, deed, { ...seat, reply, absence, absenceAccepted: null, planned: null });
  }
  const planned = wish.official ?? seat.planned;
  if (!planned || planned.name.trim() === '' || (wish.kind === 'REPLACED' && !wish.official)) throw officialMissing();
  const replacements = [...seat.replacements, ...replacement(seat.planned, planned, deed.today, wish.note)];
  return put(courtCase, deed, { ...seat, reply, planned, replacements, absence: null, absenceAccepted: null });
} // prettier-ignore

/** 拟出庭负责人, as the office or the department plans; replaces the one planned before and keeps that. */
export function planOfficial(
  courtCase: CourtCase,
  deed: SeatDeed,
  official: Official,
  reason: string,
): CourtCase {
  const { hearing } = hearingOf(courtCase, deed.hearingId);
  if (deed.today > hearing.day) throw hearingOver(hearing.day);
  const seat = openSeat(courtCase, deed, '安排出庭负责人');
  if (official.name.trim() === '') throw officialMissing();
  const replacements = [...seat.replacements, ...replacement(seat.planned, official, deed.today, reason)];
  return put(courtCase, deed, { ...seat, planned: official, replacements });
}

/** A form as it is handed in. */
export type FormWish = Omit<AttendanceForm, 'returnedOn'> & {
  readonly absence: { readonly reason: AbsenceReason; readonly explanation: string } | null;
};

/**
 * 出庭情况回执: who sat there and what was said; with it the hearing was held. A department hands it in once; the office
 * sets it right with a reason.
 */
export function returnForm(
  courtCase: CourtCase,
  deed: SeatDeed,
  wish: FormWish,
  by: { office: boolean; reason: string },
): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, deed.hearingId);
  requireDuty(instance, deed.department);
  requireOn(hearing, '报送回执');
  const seat = seatOf(hearing, deed.department);
  if (seat.form && !by.office) throw formReturned(seat.form.returnedOn);
  if (seat.form && by.reason.trim() === '') throw correctionReasonMissing();
  const after = hearing.state === 'SCHEDULED' ? held(hearing, deed.today) : hearing;
  return withHearing(courtCase, instance, withSeat(after, seatWithForm(seat, checkedForm(wish, seat), deed.today)));
} // prettier-ignore

/** What was found of another person, or of an absence that was none, does not hold for this form. */
function seatWithForm(seat: Appearance, { absence, ...form }: FormWish, today: Day): Appearance {
  const kept = { ...form, returnedOn: seat.form?.returnedOn ?? today };
  if (form.official) {
    const same = form.official.name === seat.form?.official?.name;
    const found = same ? {} : { identityAccepted: null, rankConfirmed: null };
    return { ...seat, ...found, absence: null, absenceAccepted: null, form: kept };
  }
  const stated = absence ? { ...absence, on: today } : seat.absence;
  return { ...seat, absence: stated, identityAccepted: null, rankConfirmed: null, form: kept };
}

/** What the court or the office has found; what is not given stays as it was. */
export interface Rulings {
  readonly absenceAccepted?: boolean | null;
  readonly identityAccepted?: boolean | null;
  readonly rankConfirmed?: boolean | null;
}

/** 认定: of the reason of an absence（第九条）, of the identity paper（第六条）, of the rank（第二条）. */
export function recordRulings(courtCase: CourtCase, deed: SeatDeed, rulings: Rulings): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, deed.hearingId);
  requireDuty(instance, deed.department);
  const seat = seatOf(hearing, deed.department);
  const told = Object.fromEntries(Object.entries(rulings).filter(([, value]) => value !== undefined)) as Rulings;
  if (typeof told.absenceAccepted === 'boolean' && !seat.absence) throw rulingWithoutSubject('负责人不能出庭的理由');
  const aboutOfficial = [told.identityAccepted, told.rankConfirmed].some((value) => typeof value === 'boolean');
  if (aboutOfficial && !seat.form?.official) throw rulingWithoutSubject('出庭负责人的记录');
  return put(courtCase, deed, { ...seat, ...told });
} // prettier-ignore

function openSeat(courtCase: CourtCase, deed: SeatDeed, what: string): Appearance {
  const { instance, hearing } = hearingOf(courtCase, deed.hearingId);
  requireDuty(instance, deed.department);
  if (hearing.state !== 'SCHEDULED') throw hearingState(hearing.day, hearingStateWords[hearing.state], what);
  return seatOf(hearing, deed.department);
}

function requireOn(hearing: Hearing, deed: string): void {
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') {
    throw hearingState(hearing.day, hearingStateWords[hearing.state], deed);
  }
}

function checkedForm(wish: FormWish, seat: Appearance): FormWish {
  if (wish.official) {
    if (wish.official.name.trim() === '') throw officialMissing();
    return { ...wish, note: wish.note.trim() };
  }
  if (wish.voice.length > 0 || wish.leftWithoutPermission || wish.refusedToExplain) throw voiceWithoutHead();
  if (!wish.absence && !seat.absence && wish.note.trim() === '') throw formNoteMissing();
  return { ...wish, note: wish.note.trim() };
}

function replacement(before: Official | null, after: Official, on: Day, reason: string) {
  if (!before || before.name === after.name) return [];
  return [{ from: `${before.name}（${before.post}）`, to: `${after.name}（${after.post}）`, on, reason: reason.trim() }];
} // prettier-ignore

function put(courtCase: CourtCase, deed: SeatDeed, seat: Appearance): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, deed.hearingId);
  return withHearing(courtCase, instance, withSeat(hearing, seat));
}
