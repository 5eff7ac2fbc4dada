import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What the list can be narrowed by; the names are those of the service, so an address says what was asked. */
const TEXTS = ['ledger', 'department', 'indicator', 'dueFrom', 'dueTo', 'q'] as const;
const LISTS = ['light', 'state', 'cadence'] as const;
const FLAGS = ['overdue', 'mine'] as const;
export const SORTS = [
  'number',
  '-number',
  'due',
  '-due',
  'light',
  '-light',
  'department',
  '-department',
] as const;

export type BoardSort = (typeof SORTS)[number];
type TextKey = (typeof TEXTS)[number];
type ListKey = (typeof LISTS)[number];
type FlagKey = (typeof FLAGS)[number];

/** The filters as the page works with them; what is absent does not narrow. */
export type BoardFilters = Partial<Record<TextKey, string>> &
  Partial<Record<ListKey, readonly string[]>> &
  Partial<Record<FlagKey, boolean>> & { part: 'ANY' | 'LEAD' };

/** The filters as the service is asked. */
export type BoardQuery = Partial<Record<TextKey | ListKey, string>> &
  Partial<Record<FlagKey, boolean>> & { part: 'ANY' | 'LEAD' };

/** Reads the filters out of an address. */
export function filtersOf(search: URLSearchParams): BoardFilters {
  const filters: BoardFilters = { part: search.get('part') === 'LEAD' ? 'LEAD' : 'ANY' };
  for (const key of TEXTS) if (search.get(key)) filters[key] = search.get(key)!;
  for (const key of LISTS) if (search.get(key)) filters[key] = search.get(key)!.split(',');
  for (const key of FLAGS) if (search.get(key) === 'true') filters[key] = true;
  return filters;
}

/** The order out of an address; the ledger's own where none is named. */
export function sortOf(search: URLSearchParams): BoardSort {
  const named = search.get('sort');
  return SORTS.find((sort) => sort === named) ?? 'number';
}

/** What the service is asked for these filters. */
export function queryOf(filters: BoardFilters): BoardQuery {
  const { light, state, cadence, ...rest } = filters;
  const lists = Object.entries({ light, state, cadence }).filter(([, values]) => values && values.length > 0);
  return { ...rest, ...Object.fromEntries(lists.map(([key, values]) => [key, values!.join(',')])) };
}

/** How many filters narrow the list, the choice of a ledger aside. */
export function narrowings({ ledger: _ledger, part: _part, ...filters }: BoardFilters): number {
  return Object.values(filters).filter((value) => value !== undefined && value !== '').length;
}

/** A change of filters: `undefined`, an empty text or list takes one away. */
export type FilterChange = Partial<BoardFilters> & { sort?: BoardSort };

/** Writes a change into an address. */
export function withChange(search: URLSearchParams, change: FilterChange): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(change)) {
    const text = textOf(value);
    const isUsual = (key === 'part' && text === 'ANY') || (key === 'sort' && text === 'number');
    if (text === '' || isUsual) next.delete(key);
    else next.set(key, text);
  }
  return next;
}

/** The filters of this page's address and how to change them; typing replaces the address, so that Back leaves the page. */
export function useBoardFilters(): {
  filters: BoardFilters;
  sort: BoardSort;
  address: string;
  change: (change: FilterChange) => void;
  goTo: (address: string) => void;
} {
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const filters = useMemo(() => filtersOf(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (wish: FilterChange) => setSearch((now) => withChange(now, wish), { replace: true }),
    [setSearch],
  );
  const goTo = useCallback((wish: string) => setSearch(new URLSearchParams(wish)), [setSearch]);
  return { filters, sort: sortOf(search), address, change, goTo };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : value === true ? 'true' : '';
}
