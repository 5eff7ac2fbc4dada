import type { Day } from '../calendar/day.js';
import { addToMonth, firstDayOf, lastDayOf, type Month } from '../calendar/month.js';
import type { Duty, SeatAtHearing } from './duties.js';
import type { RatePolicy } from './rate-policy.js';

/** Both days included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The hearings by which a duty is judged, and those of them that lie in the period. */
export interface Placed {
  readonly seats: readonly SeatAtHearing[];
  readonly inPeriod: readonly SeatAtHearing[];
}

/** A calendar year. */
export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A quarter, 1 … 4. */
export function quarterPeriod(year: number, quarter: number): Period {
  const first: Month = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}`;
  return { from: firstDayOf(first), to: lastDayOf(addToMonth(first, 2)) };
}

/** True where a day lies in a period. */
export function isWithin(day: Day | null, period: Period): boolean {
  return day !== null && period.from <= day && day <= period.to;
}

/**
 * Puts a duty into a period by the basis of the policy; null where it is of another one. By hearing, a duty belongs to
 * every period in which one of its hearings was held, and an appearance before the period counts on（第七条: 到庭参加一次
 * 庭审）; so periods need not add up to the year. What was never heard belongs to the period of its end, or while it is
 * open to each period from its filing on.
 */
export function placeInPeriod(duty: Duty, period: Period, basis: RatePolicy['periodBasis']): Placed | null {
  const { filedOn, closedOn } = duty.instance;
  const inPeriod = duty.seats.filter(({ hearing }) => isWithin(hearing.day, period));
  if (duty.seats.length === 0) {
    const there = closedOn === null || closedOn > period.to ? filedOn <= period.to : isWithin(closedOn, period);
    return duty.ordinal === 1 && there ? { seats: [], inPeriod: [] } : null;
  }
  if (basis === 'HEARING') return inPeriod.length > 0 ? { seats: duty.seats, inPeriod } : null;
  const there = isWithin(basis === 'CLOSING' ? closedOn : filedOn, period);
  return there ? { seats: duty.seats, inPeriod: duty.seats } : null;
} // prettier-ignore
