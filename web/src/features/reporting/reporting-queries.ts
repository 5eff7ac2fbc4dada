import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Sheet = Schemas['ReportSheetView'];
export type SheetLine = Schemas['SheetLineView'];
export type SheetReport = NonNullable<SheetLine['report']>;
export type Queued = Schemas['QueuedReportView'];
export type Asked = Schemas['RequestView'];
export type QueueFilter = NonNullable<paths['/api/v1/reports/review-queue']['get']['parameters']['query']>;
export type RequestsFilter = NonNullable<paths['/api/v1/requests']['get']['parameters']['query']>;

/** A department's month on one sheet. */
export const sheetQuery = (ledger: string, month: string) =>
  queryOptions({
    queryKey: ['reports', 'sheet', { ledger, month }],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/reports/sheet', { params: { query: { ledger, month } }, signal })),
    // A draft is being typed into it; it is read anew after a deed, not behind one's back.
    refetchOnWindowFocus: false,
  });

/** Reports that wait for the office, the oldest first. */
export const queueQuery = (filter: Partial<QueueFilter>) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'queue', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...filter,
        limit: 100,
        ...(pageParam === '' ? {} : { after: pageParam }),
      } as QueueFilter;
      return take(api.GET('/api/v1/reports/review-queue', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Extensions and close-outs in one list. */
export const requestsQuery = (filter: Partial<RequestsFilter>) =>
  infiniteQueryOptions({
    queryKey: ['requests', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...filter,
        limit: 50,
        ...(pageParam === '' ? {} : { after: pageParam }),
      } as RequestsFilter;
      return take(api.GET('/api/v1/requests', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
