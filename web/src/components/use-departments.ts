import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, take } from '../api/client.js';

/** What a select needs to know of a department. */
export interface DepartmentChoice {
  code: string;
  name: string;
}

/** Every department, page by page, since lists are at most a hundred long. */
async function allDepartments(signal: AbortSignal): Promise<DepartmentChoice[]> {
  const found: DepartmentChoice[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const page = await take(api.GET('/api/v1/departments', { params: { query }, signal }));
    found.push(...page.items.map(({ code, name }) => ({ code, name })));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** All departments by code and name. */
export function useDepartments(isWanted = true): UseQueryResult<DepartmentChoice[]> {
  return useQuery({
    queryKey: ['departments', 'choices'],
    queryFn: ({ signal }) => allDepartments(signal),
    enabled: isWanted,
    staleTime: 300_000,
  });
}
