import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Groups = components['schemas']['GroupListResponse'];

/** The groups of departments. */
export function useGroups(): UseQueryResult<Groups> {
  return useQuery({
    queryKey: ['department-groups'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/department-groups', { signal })),
    staleTime: 300_000,
  });
}

/** What a group is called; its code until the names have come. */
export function useGroupNames(): (code: string) => string {
  const groups = useGroups().data?.items ?? [];
  return (code) => groups.find((group) => group.code === code)?.name ?? code;
}
