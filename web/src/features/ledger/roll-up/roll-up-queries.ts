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
