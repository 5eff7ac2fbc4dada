import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

export type RollUp = components['schemas']['RollUpView'];
export type RollUpLine = components['schemas']['RollUpLine'];
export type Handed = components['schemas']['BreakdownResponse'];

/** Everything that handing down or taking back a task may change. */
export const TOUCHED = [['task'], ['task-breakdowns'], ['workbench']] as const;

/** What a task came from, what it was handed down as, and to whom it still may be. */
export function rollUpQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id, 'roll-up'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/tasks/{id}/roll-up', { params: { path: { id } }, signal })),
  });
}
