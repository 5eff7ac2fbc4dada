import type { Appearance, CourtCase, Hearing, Instance } from '../court-case.js';
import { hearingNotFound, instanceNotFound } from './court-case.errors.js';

/** A hearing with the instance it stands in. */
export interface FoundHearing {
  readonly instance: Instance;
  readonly hearing: Hearing;
}

/** Looks up an instance of a case; refuses (NOT_FOUND) another's. */
export function instanceOf(courtCase: CourtCase, id: string): Instance {
  const instance = courtCase.instances.find((one) => one.id === id);
  if (!instance) throw instanceNotFound();
  return instance;
}

/** Looks up a hearing of a case; refuses (NOT_FOUND) another's. */
export function hearingOf(courtCase: CourtCase, id: string): FoundHearing {
  for (const instance of courtCase.instances) {
    const hearing = instance.hearings.find((one) => one.id === id);
    if (hearing) return { instance, hearing };
  }
  throw hearingNotFound();
}

/** The case with one instance replaced. */
export function withInstance(courtCase: CourtCase, changed: Instance): CourtCase {
  const instances = courtCase.instances.map((one) => (one.id === changed.id ? changed : one));
  return { ...courtCase, instances };
}

/** The case with one hearing replaced. */
export function withHearing(courtCase: CourtCase, instance: Instance, changed: Hearing): CourtCase {
  const hearings = instance.hearings.map((one) => (one.id === changed.id ? changed : one));
  return withInstance(courtCase, { ...instance, hearings });
}

/** A department's seat at a hearing; an empty one where nothing is recorded yet. */
export function seatOf(hearing: Hearing, department: string): Appearance {
  return hearing.appearances.find((seat) => seat.department === department) ?? emptySeat(department);
}

/** The hearing with one department's seat replaced or added. */
export function withSeat(hearing: Hearing, changed: Appearance): Hearing {
  const others = hearing.appearances.filter(({ department }) => department !== changed.department);
  const appearances = [...others, changed].toSorted((a, b) => (a.department < b.department ? -1 : 1));
  return { ...hearing, appearances };
}

function emptySeat(department: string): Appearance {
  return {
    department,
    planned: null,
    replacements: [],
    reply: null,
    absence: null,
    absenceAccepted: null,
    identityAccepted: null,
    rankConfirmed: null,
    form: null,
  };
}
