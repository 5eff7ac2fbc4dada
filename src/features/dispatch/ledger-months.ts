import type { Day } from '../../domain/calendar/day.js';
import { addToMonth, monthOf, type Month } from '../../domain/calendar/month.js';
import { roundsOpened } from '../../domain/cycle/round-months.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { ledgerNotIssued, monthOutsideLedger } from './dispatch.errors.js';

/** The ledger's months up to and including one that has opened; refuses a ledger not issued and a month outside it. */
export function monthsUpTo(ledger: LedgerFacts, month: Month, today: Day): Month[] {
  if (ledger.issuedOn === null || ledger.state === 'DRAFT') throw ledgerNotIssued(ledger.code);
  const months = roundsOpened(ledger.issuedOn, today).map((round) => round.month);
  if (months.includes(month)) return months.filter((each) => each <= month);
  throw monthOutsideLedger(month, monthOf(ledger.issuedOn), months.at(-1) ?? monthOf(ledger.issuedOn));
}

/**
 * The months to be open before one is frozen by hand: those up to it, and the next one where it has begun. Opening stays a
 * month ahead of freezing, or after a long standstill one of them would still wait for a word that was given for the other.
 * A closed ledger has no further month: what is opened in it nobody would ever freeze.
 */
export function monthsToOpen(ledger: LedgerFacts, month: Month, today: Day): Month[] {
  const next = addToMonth(month, 1);
  const hasNext = ledger.state === 'ISSUED' && next <= monthOf(today);
  return [...monthsUpTo(ledger, month, today), ...(hasNext ? [next] : [])];
}
