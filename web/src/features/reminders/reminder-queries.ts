import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

export type Reminder = components['schemas']['ReminderLineView'];
export type Filter = Partial<NonNullable<paths['/api/v1/reminders']['get']['parameters']['query']>>;

/** What any deed with a reminder makes untrue. */
export const TOUCHED = [['reminders'], ['workbench'], ['task']] as const;

/** Reminders as narrowed by the page's address, newest first. */
export const remindersQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['reminders', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) };
      return take(api.GET('/api/v1/reminders', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const groupsQuery = queryOptions({
  queryKey: ['department-groups'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/department-groups', { signal })),
  staleTime: 300_000,
});

/** The day's reminders of a group of departments as one plain text. */
export const wechatQuery = (group: string, day: string) =>
  queryOptions({
    queryKey: ['digests', 'wechat', { group, day }],
    queryFn: async ({ signal }) =>
      take(api.GET('/api/v1/digests/wechat', { params: { query: { group, day } }, parseAs: 'text', signal })),
  });
