import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Account = components['schemas']['AccountResponse'];
export type MadeAccount = components['schemas']['MadeAccountResponse'];
export type OpenTerm = components['schemas']['OpenTermResponse'];
export type Duty = NonNullable<Account['duty']>;

/** Accounts whose user name or name holds a text, page by page. */
export const accountsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', { q }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(q === '' ? {} : { q }),
        ...(pageParam === '' ? {} : { after: pageParam }),
      };
      return take(api.GET('/api/v1/accounts', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Posts that are held and that nobody can sign in for yet. */
export const openTermsQuery = queryOptions({
  queryKey: ['open-terms'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/open-terms', { signal })),
});

/** What any change of accounts or grants makes untrue. */
export const TOUCHED = [['accounts'], ['open-terms']] as const;
