import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { PreviewWish } from './decision-types.js';

/** What any deed on a decision or a catalogue makes untrue. */
export const TOUCHED = [['decision'], ['decisions'], ['decision-catalogues'], ['workbench']] as const;

export const cataloguesQuery = queryOptions({
  queryKey: ['decision-catalogues'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/decision-catalogues', { signal })),
});

/** The board of a year, of one's own jurisdiction or one below; null where the year has no catalogue yet. */
export const boardQuery = (year: number, jurisdiction?: string) =>
  queryOptions({
    queryKey: ['decision-catalogues', year, jurisdiction ?? ''],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/decision-catalogues/{year}', {
          params: { path: { year }, query: jurisdiction === undefined ? {} : { jurisdiction } },
          signal,
        }),
      ).catch((error: unknown): null => {
        if (error instanceof Problem && error.code === 'CATALOGUE_NOT_FOUND') return null;
        throw error;
      }),
  });

export const decisionsQuery = (year: number) =>
  queryOptions({
    queryKey: ['decisions', { year }],
    queryFn: ({ signal }) => take(api.GET('/api/v1/decisions', { params: { query: { year } }, signal })),
  });

export const figuresQuery = (year: number, asOf: string) =>
  queryOptions({
    queryKey: ['decisions', 'statistics', { year, asOf }],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/decisions/statistics', { params: { query: { year, asOf } }, signal })),
  });

/** The definitions of procedures change with a release or a file of settings, not while a page is open. */
export const proceduresQuery = queryOptions({
  queryKey: ['decision-procedures'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/decisions/procedures', { signal })),
  staleTime: 600_000,
});

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/decisions/{id}', { params: { path: { id } }, signal })),
  });

/** What a deed would meet now; nothing is written. */
export const previewQuery = (id: string, wish: PreviewWish) =>
  queryOptions({
    queryKey: ['decision', id, 'preview', wish],
    queryFn: ({ signal }) =>
      take(api.POST('/api/v1/decisions/{id}/preview', { params: { path: { id } }, body: wish, signal })),
    gcTime: 0,
  });
