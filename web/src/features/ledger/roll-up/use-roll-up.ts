import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useSession } from '../../../api/session.js';
import type { Ledger } from '../board-types.js';
import { ledgersQuery } from '../use-board.js';
import { ledgerRollUpQuery, type LedgerRollUp } from './roll-up-queries.js';

/** The board that is looked at, and the ledgers there are to choose from. */
export interface ShownRollUp {
  ledgers: readonly Ledger[];
  /** Code of the ledger; empty where there is none. */
  ledger: string;
  choose: (code: string) => void;
  board: LedgerRollUp | undefined;
  error: Error | null;
  isLoading: boolean;
  retry: () => void;
}

/** The ledger the address names; else the latest of one's own jurisdiction. */
export function useRollUp(): ShownRollUp {
  const [search, setSearch] = useSearchParams();
  const { jurisdiction } = useSession();
  const known = useQuery(ledgersQuery);
  const ledgers = known.data?.items ?? [];
  const ledger = search.get('ledger') ?? latestOf(ledgers, jurisdiction?.code)?.code ?? '';
  const read = useQuery(ledgerRollUpQuery(ledger));
  return {
    ledgers,
    ledger,
    choose: (code) => setSearch({ ledger: code }, { replace: true }),
    board: read.data,
    error: known.error ?? read.error,
    isLoading: known.isPending || (ledger !== '' && read.isPending),
    retry: () => void Promise.all([known.refetch(), read.refetch()]),
  };
}

function latestOf(ledgers: readonly Ledger[], jurisdiction: string | undefined): Ledger | undefined {
  return ledgers.find(({ owner }) => owner?.jurisdiction?.code === jurisdiction) ?? ledgers[0];
}
