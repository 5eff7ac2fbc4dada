import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];

export type LedgerRollUp = Schemas['LedgerRollUpView'];
export type HandedTask = Schemas['HandedTask'];
export type HandedCell = Schemas['HandedCell'];
export type Counts = Schemas['HandedCounts'];

/** The tasks of a ledger that were handed down, against the districts they went to. */
export function ledgerRollUpQuery(ledger: string) {
  return queryOptions({
    queryKey: ['task-breakdowns', 'ledger', ledger],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/ledgers/{id}/roll-up', { params: { path: { id: ledger } }, signal })),
    enabled: ledger !== '',
  });
}

/** What somebody should look at: not accepted, not assigned, returned, overdue, or on a yellow or red light. */
export function wantsAttention({ state, today }: HandedCell): boolean {
  if (state !== 'ASSIGNED') return true;
  return today !== null && (today.light === 'RED' || today.light === 'YELLOW' || today.overdueDays > 0);
}
