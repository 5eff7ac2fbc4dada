import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';

/** What the installation says of itself; the page and the notice above all pages read it. */
export const selfCheckQuery = queryOptions({
  queryKey: ['self-check'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/self-check', { signal })),
});
