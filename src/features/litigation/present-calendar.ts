import { levelWords } from '../../domain/rate/case-words.js';
import type { CourtCase } from '../../domain/rate/court-case.js';
import type { Period } from '../../domain/rate/period.js';
import { isWithin } from '../../domain/rate/period.js';
import { HearingResponse, presentHearing, type HearingView } from './present-hearing.js';

/** 开庭日历的一次开庭 */
export class CalendarHearingResponse {
  caseId!: string;
  /** 案号 */
  number!: string;
  levelLabel!: string;
  court!: string;
  /** 隐名后的原告 */
  plaintiff!: string;
  cause!: string;
  hearing!: HearingResponse;
}

/** 一个月的开庭 */
export class CalendarResponse {
  items!: CalendarHearingResponse[];
}

/** Hearings of a period by day, time and case number. */
export function presentCalendar(
  cases: readonly CourtCase[],
  period: Period,
  view: HearingView,
): CalendarHearingResponse[] {
  const items = cases.flatMap((courtCase) =>
    courtCase.instances.flatMap((instance) =>
      instance.hearings
        .filter(({ day }) => isWithin(day, period))
        .map((hearing) => ({
          caseId: courtCase.id,
          number: instance.number,
          levelLabel: levelWords[instance.level],
          court: instance.court,
          plaintiff: courtCase.plaintiff,
          cause: courtCase.cause,
          hearing: presentHearing(hearing, instance, view),
        })),
    ),
  );
  const key = ({ number, hearing: { day, time, id } }: CalendarHearingResponse) => `${day} ${time} ${number} ${id}`;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
} // prettier-ignore
