import { useSearchParams } from 'react-router';
import type { Filter } from './reminder-queries.js';

const TEXTS = ['month', 'department', 'rung', 'state', 'delivery', 'task'] as const;
const SWITCHES = ['overdue', 'unsigned'] as const;
type Name = (typeof TEXTS)[number] | (typeof SWITCHES)[number];

/** What the list is narrowed by, kept in the address so that a figure of the workbench can lead straight to its records. */
export function useFilter(): { filter: Filter; choose: (name: Name, value: string | undefined) => void } {
  const [search, setSearch] = useSearchParams();
  const given = [...TEXTS, ...SWITCHES].flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value]];
  });
  return {
    filter: Object.fromEntries(given) as Filter,
    choose: (name, value) => {
      const next = new URLSearchParams(search);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}
