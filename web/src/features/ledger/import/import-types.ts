import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];

/** A file that was read and is not yet in the ledger. */
export type LedgerImport = Schemas['ImportResponse'];
export type ImportRow = Schemas['ImportRowResponse'];
export type ImportColumn = Schemas['ImportColumnResponse'];
export type CellProblem = Schemas['CellProblemResponse'];
export type RowStatus = ImportRow['status'];

/** One import with its rows and what it would change. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['ledger-import', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/ledger-imports/{id}', { params: { path: { id } }, signal })),
  });
}
