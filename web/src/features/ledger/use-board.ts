import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import { queryOf, type BoardFilters, type BoardSort } from './board-filters.js';
import type { BoardFacets, BoardItem, Ledger } from './board-types.js';

const PAGE = 100;

/** The list as it stands so far. */
export interface Board {
  items: readonly BoardItem[];
  isPending: boolean;
  /** Old lines are shown while new ones come. */
  isStale: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** Fetches the next page; true while there are more. */
  more: () => Promise<boolean>;
  retry: () => void;
}

/** The tasks that a filter leaves, page by page. */
export function useBoard(filters: BoardFilters, sort: BoardSort): Board {
  const query = queryOf(filters);
  const read = useInfiniteQuery({
    queryKey: ['task-board', query, sort],
    queryFn: ({ pageParam, signal }) => {
      const place = pageParam === null ? {} : { after: pageParam };
      return take(
        api.GET('/api/v1/task-board', {
          params: { query: { ...query, sort, limit: PAGE, ...place } },
          signal,
        }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    items: read.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: read.isPending,
    isStale: read.isPlaceholderData,
    error: read.data ? null : read.error,
    hasMore: read.hasNextPage,
    isLoadingMore: read.isFetchingNextPage,
    more: async () => (await read.fetchNextPage()).hasNextPage,
    retry: () => void read.refetch(),
  };
}

/** The numbers beside the filters. */
export function useFacets(filters: BoardFilters): UseQueryResult<BoardFacets> {
  const query = queryOf(filters);
  return useQuery({
    queryKey: ['task-board', 'facets', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/task-board/facets', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** All ledgers one may see, the latest first. */
export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/ledgers', { signal })),
  staleTime: 60_000,
});

/** The same; none while they are read. */
export function useLedgers(): readonly Ledger[] {
  return useQuery(ledgersQuery).data?.items ?? [];
}
