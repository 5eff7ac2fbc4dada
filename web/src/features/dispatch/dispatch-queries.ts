import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Timeline = Schemas['RoundTimelineView'];
export type Stage = Schemas['StageView'];
export type Result = Schemas['MonthResultResponse'];
export type Round = Schemas['RoundResponse'];
export type Row = Schemas['SnapshotRowResponse'];
export type Plan = Schemas['FreezePlanView'];
export type Registers = Schemas['RegistersResponse'];
export type RegisterRow = Schemas['RegisterRowResponse'];
export type RegisterLights = Schemas['RegisterLightsResponse'];
export type LightName = Row['light'];

/** What any deed of a round makes untrue. */
export const TOUCHED = [['rounds'], ['workbench'], ['reminders'], ['reports'], ['bulletins']] as const;

const of = (ledger: string, month: string) => ({ params: { query: { ledger, month } } });

export const timelineQuery = (ledger: string, month: string) =>
  queryOptions({
    queryKey: ['rounds', 'timeline', { ledger, month }],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rounds/timeline', { ...of(ledger, month), signal })),
  });

/** What a freeze would find today; nothing is written. */
export const previewQuery = (ledger: string, month: string) =>
  queryOptions({
    queryKey: ['rounds', 'preview', { ledger, month }],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rounds/preview', { ...of(ledger, month), signal })),
  });

/** Whom a freeze would tell what. */
export const planQuery = (ledger: string, month: string) =>
  queryOptions({
    queryKey: ['rounds', 'plan', { ledger, month }],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/rounds/preview/digests', { ...of(ledger, month), signal })),
  });

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rounds/{id}', { params: { path: { id } }, signal })),
  });

/** Rows of a frozen month, of one light or of all. */
export const rowsQuery = (id: string, light: LightName | null) =>
  infiniteQueryOptions({
    queryKey: ['rounds', id, 'rows', { light }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(light === null ? {} : { light }),
        ...(pageParam === '' ? {} : { after: pageParam }),
      };
      return take(api.GET('/api/v1/rounds/{id}/rows', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Decisions and hearings of a frozen month. */
export const registersQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id, 'registers'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/rounds/{id}/registers', { params: { path: { id } }, signal })),
  });

/** Decisions and hearings as a freeze would find them today. */
export const previewRegistersQuery = (ledger: string, month: string) =>
  queryOptions({
    queryKey: ['rounds', 'preview', 'registers', { ledger, month }],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/rounds/preview/registers', { ...of(ledger, month), signal })),
  });

export const correctionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id, 'corrections'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/rounds/{id}/corrections', { params: { path: { id } }, signal })),
  });

export const bulletinsQuery = (ledger: string) =>
  queryOptions({
    queryKey: ['bulletins', { ledger }],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/bulletins', { params: { query: { ledger, limit: 100 } }, signal })),
  });
