import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, take } from '../api/client.js';

/** What a select needs to know of a department. */
export interface DepartmentChoice {
  code: string;
  name: string;
}

/** Which departments are wanted; all that one knows where nothing is said. */
export interface WantedDepartments {
  /** Those of one's own jurisdiction: a city knows its districts' departments too, but what is theirs they enter themselves. */
  own?: 'true';
  /** Those that exist on the day. */
  on?: string;
}

/** Page by page, since lists are at most a hundred long. */
async function allDepartments(wanted: WantedDepartments, signal: AbortSignal): Promise<DepartmentChoice[]> {
  const found: DepartmentChoice[] = [];
  let after: string | undefined;
  do {
    const query = { ...wanted, limit: 100, ...(after === undefined ? {} : { after }) };
    const page = await take(api.GET('/api/v1/departments', { params: { query }, signal }));
    found.push(...page.items.map(({ code, name }) => ({ code, name })));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** The departments wanted, by code and name. */
export function useDepartments(
  isWanted = true,
  wanted: WantedDepartments = {},
): UseQueryResult<DepartmentChoice[]> {
  return useQuery({
    queryKey: ['departments', 'choices', wanted],
    queryFn: ({ signal }) => allDepartments(wanted, signal),
    enabled: isWanted,
    staleTime: 300_000,
  });
}
