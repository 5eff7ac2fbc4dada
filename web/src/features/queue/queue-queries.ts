import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Overview = Schemas['QueueOverviewResponse'];
export type Process = Schemas['QueueProcessResponse'];
export type Run = Schemas['QueueRunResponse'];
export type DueSlot = Schemas['QueueDueSlotResponse'];
export type QueueEvent = Schemas['QueueEventResponse'];
export type Delivery = Schemas['QueueDeliveryResponse'];
export type Robot = Schemas['QueueRobotResponse'];

type QueryOf<Path extends keyof paths> = NonNullable<
  paths[Path] extends { get: { parameters: { query?: infer Query } } } ? Query : never
>;
export type RunState = QueryOf<'/api/v1/queue/runs'>['state'];
export type EventState = QueryOf<'/api/v1/queue/events'>['state'];
export type DeliveryFilter = Pick<QueryOf<'/api/v1/queue/deliveries'>, 'state' | 'means'>;

/** Everything on this page; read anew after each deed. */
export const QUEUE = ['queue'] as const;

/** What is under way changes while one looks; a hidden window does not ask. */
const OFTEN = { refetchInterval: 5_000, staleTime: 2_000, placeholderData: keepPreviousData } as const;
/** Asks every job what is due, as the schedule itself does twice a minute. */
const SELDOM = { ...OFTEN, refetchInterval: 30_000 } as const;
const PAGE = 50;

const paged = {
  initialPageParam: '',
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};

const from = (after: string): { limit: number; after?: string } => ({
  limit: PAGE,
  ...(after === '' ? {} : { after }),
});

export const overviewQuery = queryOptions({
  ...OFTEN,
  queryKey: [...QUEUE, 'overview'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/queue', { signal })),
});

export const runsQuery = (state: RunState) =>
  infiniteQueryOptions({
    ...OFTEN,
    ...paged,
    queryKey: [...QUEUE, 'runs', state],
    queryFn: ({ pageParam, signal }) =>
      take(api.GET('/api/v1/queue/runs', { params: { query: { state, ...from(pageParam) } }, signal })),
  });

export const dueQuery = queryOptions({
  ...SELDOM,
  queryKey: [...QUEUE, 'due'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/queue/due', { signal })),
});

export const eventsQuery = (state: EventState) =>
  infiniteQueryOptions({
    ...OFTEN,
    ...paged,
    queryKey: [...QUEUE, 'events', state],
    queryFn: ({ pageParam, signal }) =>
      take(api.GET('/api/v1/queue/events', { params: { query: { state, ...from(pageParam) } }, signal })),
  });

export const deliveriesQuery = (filter: DeliveryFilter) =>
  infiniteQueryOptions({
    ...OFTEN,
    ...paged,
    queryKey: [...QUEUE, 'deliveries', filter],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/queue/deliveries', { params: { query: { ...filter, ...from(pageParam) } }, signal }),
      ),
  });

export const robotsQuery = queryOptions({
  ...OFTEN,
  queryKey: [...QUEUE, 'robots'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/queue/robots', { signal })),
});
