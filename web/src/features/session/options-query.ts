import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';

/** How this installation lets people in. */
export const optionsQuery = queryOptions({
  queryKey: ['session', 'options'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/session/options', { signal })),
  staleTime: 0,
});
