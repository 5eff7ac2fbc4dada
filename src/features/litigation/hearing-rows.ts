import { daysBetween, type Day } from '../../domain/calendar/day.js';
import { firstDayOf, lastDayOf, type Month } from '../../domain/calendar/month.js';
import type { CourtCase, Hearing, Instance, Party } from '../../domain/rate/court-case.js';
import { hearingRung } from '../../domain/rate/hearing-rung.js';
import { hearingStanding } from '../../domain/rate/hearing-standing.js';
import { levelWords } from '../../domain/rate/case-words.js';
import type { HearingRules } from '../../domain/rate/rate-policy.js';
import { mustAppear } from '../../domain/rate/relieved.js';
import type { RegisterNotice, RegisterRow } from '../../domain/snapshot/register-row.js';

/** A department whose head is owed at a hearing. */
interface Seat {
  readonly courtCase: CourtCase;
  readonly instance: Instance;
  readonly hearing: Hearing;
  readonly party: Party;
}

/** How long a form that is missing is asked for, in days. */
const CHASED_DAYS = 365;

/**
 * Hearings of a month, one row for each head that is owed there, and those of earlier months whose form is still
 * missing. Decided by the records as they stood on the day asked about.
 */
export function hearingRows(
  cases: readonly CourtCase[],
  month: Month,
  asOf: Day,
  rules: HearingRules,
): RegisterRow[] {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  return seatsOf(cases, rules)
    .filter(({ hearing }) => hearing.day <= to)
    .map((seat) => ({ seat, stands: hearingStanding(seat.hearing, seat.party.department, asOf, rules) }))
    .filter(({ seat, stands }) => seat.hearing.day >= from || stands.rule === 'FORM_MISSING')
    .map(({ seat, stands }): RegisterRow => ({
      register: 'HEARINGS',
      sortKey: `${seat.hearing.day} ${seat.hearing.time} ${seat.instance.number} ${seat.party.department}`,
      number: `${seat.instance.number} ${seat.hearing.day}${seat.hearing.time === '' ? '' : ` ${seat.hearing.time}`}`,
      title: titleOf(seat),
      departmentCode: seat.party.department,
      departmentName: seat.party.name,
      ...stands,
    }))
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}

/** What departments are to be told about hearings on a day; `idOf` gives the id of a department's code. */
export function hearingNotices(
  cases: readonly CourtCase[],
  asOf: Day,
  rules: HearingRules,
  idOf: (code: string) => string | undefined,
): RegisterNotice[] {
  return seatsOf(cases, rules).flatMap((seat) => {
    const { hearing, party, instance } = seat;
    const departmentId = idOf(party.department);
    const rung = hearingRung(hearing, party.department, asOf, rules);
    if (!rung || departmentId === undefined || isLongAgo(hearing.day, asOf)) return [];
    return [
      {
        register: 'HEARINGS' as const,
        subjectId: hearing.id,
        number: instance.number,
        title: titleOf(seat),
        departmentId,
        recipients: rung.rung === 'HEARING_FORM' ? (['LIAISON'] as const) : (['HEAD', 'LIAISON'] as const),
        rung: rung.rung,
        label: rung.label,
        version: hearing.dayVersion,
        dueOn: rung.dueOn,
        explanation: rung.explanation,
      },
    ];
  });
}

/** 询问、谈话 is no hearing, and a head who is relieved owes nothing there. */
function seatsOf(cases: readonly CourtCase[], rules: HearingRules): Seat[] {
  return cases.flatMap((courtCase) =>
    courtCase.instances.flatMap((instance) =>
      instance.hearings
        .filter(({ kind }) => kind === 'TRIAL' || rules.rate.countInquiries)
        .flatMap((hearing) =>
          instance.parties
            .filter((party) => mustAppear(instance, party, rules.rate))
            .map((party) => ({ courtCase, instance, hearing, party })),
        ),
    ),
  );
}

function titleOf({ courtCase, instance }: Seat): string {
  return `${courtCase.plaintiff}诉${courtCase.actSued || courtCase.cause}（${levelWords[instance.level]}）`;
}

function isLongAgo(day: Day, asOf: Day): boolean {
  return daysBetween(day, asOf) > CHASED_DAYS;
}
