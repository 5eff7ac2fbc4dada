import { queryOptions } from '@tanstack/react-query';
import { api, take } from './client.js';

/** Issued ledgers, the newest first: one of them is what a month belongs to. */
export const ledgersQuery = queryOptions({
  queryKey: ['ledgers', { state: 'ISSUED' }],
  queryFn: async ({ signal }) => {
    const page = await take(api.GET('/api/v1/ledgers', { params: { query: { state: 'ISSUED' } }, signal }));
    return page.items.toSorted((one, other) => other.year - one.year);
  },
  staleTime: 300_000,
});
