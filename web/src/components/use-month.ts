import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useSession } from '../api/session.js';
import type { ChoosableLedger } from '../lib/ledger-options.js';
import { ledgersQuery } from '../api/ledgers.js';

/** The month a page is about, kept in the address so that it can be sent to somebody. */
export interface ChosenMonth {
  ledger: string | undefined;
  ledgers: readonly (ChoosableLedger & { id: string; issuedOn: string | null })[];
  month: string;
  /** First and last month that can be chosen. */
  first: string;
  last: string;
  choose: (changes: { ledger?: string; month?: string }) => void;
  isPending: boolean;
  error: unknown;
  retry: () => void;
}

/** The newest issued ledger and this month, until something else is chosen. */
export function useMonth(): ChosenMonth {
  const { today, jurisdiction } = useSession();
  const [search, setSearch] = useSearchParams();
  const read = useQuery(ledgersQuery);
  const ledgers = read.data ?? [];
  // A city sees its districts' ledgers too; its own is what its month is about.
  const own = ledgers.find(({ owner }) => owner?.jurisdiction?.code === jurisdiction?.code);
  const chosen = ledgers.find(({ id }) => id === search.get('ledger')) ?? own ?? ledgers[0];
  const last = today.slice(0, 7);
  return {
    ledger: chosen?.id,
    ledgers,
    month: search.get('month') ?? last,
    first: chosen?.issuedOn?.slice(0, 7) ?? last,
    last,
    choose: (changes) => {
      const next = new URLSearchParams(search);
      for (const [key, value] of Object.entries(changes)) next.set(key, value);
      setSearch(next, { replace: true });
    },
    isPending: read.isPending,
    error: read.error,
    retry: () => void read.refetch(),
  };
}
