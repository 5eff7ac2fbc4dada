import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../../api/client.js';

/** The cities or districts right below one's own; none for an office that has none. */
export const receiversQuery = queryOptions({
  queryKey: ['task-breakdowns', 'receivers'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/task-breakdowns/receivers', { signal })),
  staleTime: 600_000,
});
