import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, take } from './client.js';
import { Problem } from './problem.js';
import type { Role, Session } from './session-types.js';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) =>
    take(api.GET('/api/v1/session', { signal })).catch((error: unknown): null => {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }),
  staleTime: 60_000,
});

/** The session inside the shell, where somebody is signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is for pages inside the shell');
  return data;
}

/** The role of the post one acts in; null for an account without a post. */
export function useRole(): Role | null {
  return useSession().post?.role ?? null;
}
