import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import type { Asked } from './reporting-queries.js';

const TOUCHED = [['requests'], ['tasks'], ['task'], ['workbench'], ['reports']] as const;

/** What can be done with a request of either kind, each against the version that is shown. */
export function useRequestDeeds(request: Asked) {
  const headers = (key: string) => ({ ...ifMatch(request.version), ...once(key) });
  const extension = { path: { id: request.taskId, requestId: request.id } };
  const closeOut = { path: { taskId: request.taskId, id: request.id } };
  const isExtension = request.kind === 'EXTENSION';
  const approve = useDeed(
    async ({ dueOn, reason }: { dueOn: string | null; reason: string }, key): Promise<unknown> => {
      if (isExtension) {
        const body = { ...(dueOn === null ? {} : { dueOn }), ...(reason === '' ? {} : { reason }) };
        const url = '/api/v1/tasks/{id}/extension-requests/{requestId}/approve' as const;
        return take(api.POST(url, { params: extension, body, headers: headers(key) }));
      }
      const url =
        request.waitsFor === 'CLERK'
          ? ('/api/v1/tasks/{taskId}/close-out-requests/{id}/verify' as const)
          : ('/api/v1/tasks/{taskId}/close-out-requests/{id}/approve' as const);
      return take(api.POST(url, { params: closeOut, headers: headers(key) }));
    },
    { touches: TOUCHED },
  );
  const refuse = useDeed(
    async (reason: string, key): Promise<unknown> =>
      isExtension
        ? take(
            api.POST('/api/v1/tasks/{id}/extension-requests/{requestId}/reject', {
              params: extension,
              body: { reason },
              headers: headers(key),
            }),
          )
        : take(
            api.POST('/api/v1/tasks/{taskId}/close-out-requests/{id}/return', {
              params: closeOut,
              body: { reason },
              headers: headers(key),
            }),
          ),
    { touches: TOUCHED },
  );
  const withdraw = useDeed(
    async (_: string, key): Promise<unknown> =>
      isExtension
        ? take(
            api.POST('/api/v1/tasks/{id}/extension-requests/{requestId}/withdraw', {
              params: extension,
              headers: headers(key),
            }),
          )
        : take(
            api.POST('/api/v1/tasks/{taskId}/close-out-requests/{id}/withdraw', {
              params: closeOut,
              headers: headers(key),
            }),
          ),
    { touches: TOUCHED },
  );
  return { approve, refuse, withdraw };
}
