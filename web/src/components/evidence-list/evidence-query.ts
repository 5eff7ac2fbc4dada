import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Evidence } from './evidence-types.js';

const PAGE = 50;

/** What was read of a task's evidence. */
export interface EvidenceRead {
  items: readonly Evidence[];
  isPending: boolean;
  error: unknown;
  retry: () => void;
  hasMore: boolean;
  more: () => void;
}

/** The evidence of a task, the newest first. */
export function useTaskEvidence(taskId: string, withPast: boolean): EvidenceRead {
  const read = useInfiniteQuery({
    queryKey: ['task', taskId, 'evidence', withPast],
    queryFn: ({ pageParam, signal }) => {
      const query = { withPast, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) };
      return take(
        api.GET('/api/v1/tasks/{taskId}/evidence', { params: { path: { taskId }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return {
    items: read.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: read.isPending,
    error: read.data ? null : read.error,
    retry: () => void read.refetch(),
    hasMore: read.hasNextPage,
    more: () => void read.fetchNextPage(),
  };
}

/** Kinds, sizes and the warning that is shown before anything is chosen. */
export function useEvidenceRules(): UseQueryResult<components['schemas']['EvidenceRulesResponse']> {
  return useQuery({
    queryKey: ['evidence', 'rules'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/evidence/rules', { signal })),
    staleTime: 600_000,
  });
}

/** A piece with all its versions and links, those that ended too. */
export function useEvidenceSheet(id: string): UseQueryResult<components['schemas']['EvidenceSheetResponse']> {
  return useQuery({
    queryKey: ['evidence', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/evidence/{id}', { params: { path: { id } }, signal })),
  });
}

/** An address for one piece that is good for a minute, for this session alone. */
export async function linkTo(id: string): Promise<string> {
  const { url } = await take(api.POST('/api/v1/evidence/{id}/download-link', { params: { path: { id } } }));
  return url;
}
