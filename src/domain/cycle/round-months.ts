import { addToMonth, firstDayOf, monthOf, monthsFromTo, type Month } from '../calendar/month.js';
import type { Day } from '../calendar/day.js';

/** One month of a ledger and the day on which something of it falls due. */
export interface RoundDue {
  month: Month;
  dueOn: Day;
}

/**
 * The rounds that have opened up to today: the first in the month of the ledger's issue date, on that date, then one on
 * the 1st of every month until the ledger is closed. Empty for a ledger that is not issued.
 */
export function roundsOpened(issuedOn: Day | null, today: Day): RoundDue[] {
  if (issuedOn === null) return [];
  const first = monthOf(issuedOn);
  return monthsFromTo(first, monthOf(today))
    .map((month) => ({ month, dueOn: month === first ? issuedOn : firstDayOf(month) }))
    .filter((round) => round.dueOn <= today);
}

/** The rounds whose freeze has fallen due up to today: on the day after the month's last, as of that last day. */
export function roundsToFreeze(issuedOn: Day | null, today: Day): RoundDue[] {
  return roundsOpened(issuedOn, today)
    .map(({ month }) => ({ month, dueOn: firstDayOf(addToMonth(month, 1)) }))
    .filter((round) => round.dueOn <= today);
}
