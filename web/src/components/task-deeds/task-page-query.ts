import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { OtherChange } from '../stale-dialog.js';
import type { TaskPage } from './deed-types.js';

/** Everything about one task, with what may be done with it. */
export function taskPageQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id, 'page'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/task-pages/{id}', { params: { path: { id } }, signal })),
  });
}

/** What others did between two readings of a task, newest first. */
export function changesSince(before: TaskPage, now: TaskPage): OtherChange[] {
  const known = Math.max(0, ...before.audit.map(({ seq }) => seq));
  return now.audit
    .filter(({ seq }) => seq > known)
    .map(({ at, who, subject, sentence }) => ({
      at,
      who,
      what: subject ? `${subject}：${sentence}` : sentence,
    }));
}
