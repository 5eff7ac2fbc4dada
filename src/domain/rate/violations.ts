import type { Appearance, Hearing, Instance, Violation } from './court-case.js';
import { judgeAppearance } from './judge-appearance.js';
import type { RatePolicy } from './rate-policy.js';

/**
 * The matters of 第十二条 that the records of one department at one instance show, in the order of the article. They are
 * what a judicial suggestion may be expected for; whether the court makes one is recorded when it comes.
 */
export function violationsOf(instance: Instance, department: string, policy: RatePolicy): Violation[] {
  const found = new Set<Violation>();
  const held = instance.hearings.filter(({ state, kind }) => state === 'HELD' && kind === 'TRIAL');
  for (const hearing of held) {
    const seat = hearing.appearances.find((one) => one.department === department);
    if (seat) for (const violation of atHearing(instance, hearing, seat, policy)) found.add(violation);
  }
  return ORDER.filter((violation) => found.has(violation));
}

const ORDER: readonly Violation[] = [
  'NO_REASON',
  'ABSENT_AFTER_POSTPONEMENT',
  'NEITHER_HEAD_NOR_STAFF',
  'LEFT_WITHOUT_PERMISSION',
  'REFUSED_TO_EXPLAIN',
];

function atHearing(instance: Instance, hearing: Hearing, seat: Appearance, policy: RatePolicy): Violation[] {
  const { form } = seat;
  if (!form) return [];
  const nobody = form.official === null && form.staff === 0;
  const found: [Violation, boolean][] = [
    ...absences(instance, hearing, seat, policy),
    ['NEITHER_HEAD_NOR_STAFF', nobody],
    ['LEFT_WITHOUT_PERMISSION', form.leftWithoutPermission],
    ['REFUSED_TO_EXPLAIN', form.refusedToExplain],
  ];
  return found.filter(([, isSo]) => isSo).map(([violation]) => violation);
} // prettier-ignore

function absences(
  instance: Instance,
  hearing: Hearing,
  seat: Appearance,
  policy: RatePolicy,
): [Violation, boolean][] {
  const { attended, excused } = judgeAppearance(hearing, seat.department, {
    ...policy,
    leavingCountsAsAbsent: false,
  });
  const isAbsent = !attended && !excused;
  const isOpen = seat.absence !== null && seat.absenceAccepted === null;
  const postponed = isAbsent && wasPostponedFor(instance, hearing, seat.department);
  return [
    ['NO_REASON', isAbsent && !isOpen && !postponed],
    ['ABSENT_AFTER_POSTPONEMENT', postponed],
  ];
}

/** An earlier sitting was moved because the court accepted this department's reason. */
function wasPostponedFor(instance: Instance, hearing: Hearing, department: string): boolean {
  return instance.hearings.some(
    ({ state, day, appearances }) =>
      state === 'RESCHEDULED' &&
      day < hearing.day &&
      appearances.some((seat) => seat.department === department && seat.absenceAccepted === true),
  );
}
