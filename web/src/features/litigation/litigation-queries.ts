import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

type Schemas = components['schemas'];
type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

export type CaseLine = Schemas['CaseLineResponse'];
export type CourtCase = Schemas['CaseResponse'];
export type Instance = Schemas['InstanceResponse'];
export type Hearing = Schemas['HearingResponse'];
export type Seat = Schemas['SeatResponse'];
export type Official = Schemas['OfficialResponse'];
export type Duty = Schemas['DutyResponse'];
export type Sitting = Schemas['CalendarHearingResponse'];
export type Rate = Schemas['RateResponse'];
export type Board = Schemas['RateBoardResponse'];
export type Reconciliation = Schemas['ReconciliationResponse'];
export type CaseFilter = Omit<QueryOf<'/api/v1/court-cases'>, 'limit' | 'after'>;
export type RateFilter = QueryOf<'/api/v1/court-appearance/board'>;

/** What any deed about a case makes untrue. */
export const TOUCHED = [['court-cases'], ['court-case'], ['hearings'], ['court-appearance']] as const;

/** Cases, the latest filed first. */
export const casesQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['court-cases', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) };
      return take(api.GET('/api/v1/court-cases', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['court-case', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/court-cases/{id}', { params: { path: { id } }, signal })),
  });

/** Hearings of a month, also those that were cancelled or moved. */
export const calendarQuery = (month: string, department?: string) =>
  queryOptions({
    queryKey: ['hearings', { month, department }],
    queryFn: ({ signal }) => {
      const query = { month, ...(department === undefined ? {} : { department }) };
      return take(api.GET('/api/v1/hearings', { params: { query }, signal }));
    },
  });

export const boardQuery = (query: RateFilter) =>
  queryOptions({
    queryKey: ['court-appearance', 'board', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/court-appearance/board', { params: { query }, signal })),
  });

/** The rate of one department with its lists. */
export const rateQuery = (filter: RateFilter, department: string) =>
  queryOptions({
    queryKey: ['court-appearance', 'rate', filter, department],
    queryFn: ({ signal }) => {
      const query = { ...filter, department };
      return take(api.GET('/api/v1/court-appearance/rate', { params: { query }, signal }));
    },
  });

/** The court's list of a quarter held against the register. */
export const reconciliationQuery = (year: number, quarter: number) =>
  queryOptions({
    queryKey: ['court-appearance', 'reconciliation', { year, quarter }],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/court-appearance/reconciliation', { params: { query: { year, quarter } }, signal }),
      ),
    retry: false,
  });
