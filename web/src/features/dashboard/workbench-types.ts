import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type MonthStanding = Schemas['MonthStandingView'];
export type OfficeDesk = Schemas['OfficeDeskView'];
export type DepartmentDesk = Schemas['DepartmentDeskView'];
export type Lights = Schemas['LightsView'];
export type LightCounts = Schemas['LightCountsView'];

/** Everything of the front page in one answer, for the role one acts in. */
export const workbenchQuery = queryOptions({
  queryKey: ['workbench'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/workbench', { signal })),
  refetchInterval: 120_000,
});
