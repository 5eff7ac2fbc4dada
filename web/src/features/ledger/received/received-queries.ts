import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

export type Handed = components['schemas']['BreakdownResponse'];
export type Side = 'RECEIVED' | 'GIVEN';
export type HandedState = Handed['state'];

/** The states in the order of their life. */
export const STATES: readonly HandedState[] = ['PENDING', 'ACCEPTED', 'ASSIGNED', 'RETURNED', 'WITHDRAWN'];

/** Everything that an answer to a handed-down task may change. */
export const TOUCHED = [
  ['task-breakdowns'],
  ['workbench'],
  ['ledgers'],
  ['task-board'],
  ['tasks'],
  ['task'],
] as const;

/** What was handed down to the office or by it, latest first. */
export function useHanded(side: Side, state: HandedState | undefined) {
  return useInfiniteQuery({
    queryKey: ['task-breakdowns', side, state ?? ''],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        side,
        limit: 50,
        ...(state === undefined ? {} : { state }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return take(api.GET('/api/v1/task-breakdowns', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}
