import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { useWide } from '../../lib/use-wide.js';
import { BoardCards } from './board-cards.js';
import { narrowings, useBoardFilters, type FilterChange } from './board-filters.js';
import { BoardTable } from './board-table.js';
import { ColumnChoice, rememberColumns, rememberedColumns } from './column-choice.js';
import type { ColumnName } from './columns.js';
import { FilterBar } from './filter-bar.js';
import './ledger.css';
import { useRowKeys } from './row-keys.js';
import { useBoard, useFacets, useLedgers, type Board } from './use-board.js';

const SEE_ALL: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR', 'LEADER']);
const NOTHING: FilterChange = {
  light: [], state: [], cadence: [], department: '', indicator: '', dueFrom: '', dueTo: '', overdue: false, mine: false, q: '',
}; // prettier-ignore

/** The ledger: its tasks with today's lights, narrowed, sorted, printed. */
export function LedgerPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const role = useRole() ?? '';
  const { filters, sort, change } = useBoardFilters();
  const board = useBoard(filters, sort);
  const facets = useFacets(filters);
  const ledgers = useLedgers();
  const [columns, setColumns] = useState(rememberedColumns);
  const choose = (names: readonly ColumnName[]): void => {
    setColumns(names);
    rememberColumns(names);
  };
  useRowKeys();
  const print = (): void => void allOf(board).then(() => window.print());
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button onClick={print}>{t('print')}</Button>
        </>
      }
    >
      <FilterBar
        filters={filters}
        facets={facets.data}
        ledgers={ledgers}
        byDepartment={SEE_ALL.has(role)}
        change={change}
        onClear={() => change(NOTHING)}
      >
        <ColumnChoice value={columns} onChange={choose} />
      </FilterBar>
      <BoardList board={board} isNarrowed={narrowings(filters) > 0} onClear={() => change(NOTHING)}>
        {(isWide) =>
          isWide ? (
            <BoardTable
              items={board.items}
              columns={columns}
              sort={sort}
              onSort={(by) => change({ sort: by })}
            />
          ) : (
            <BoardCards items={board.items} />
          )
        }
      </BoardList>
    </Page>
  );
}

/** The list in each of its states. */
function BoardList({
  board,
  isNarrowed,
  onClear,
  children,
}: {
  board: Board;
  isNarrowed: boolean;
  onClear: () => void;
  children: (isWide: boolean) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const isWide = useWide();
  if (board.isPending) return <PageState kind="loading" />;
  if (board.error) return <PageState kind="error" error={board.error} onRetry={board.retry} />;
  if (board.items.length === 0)
    return (
      <PageState
        kind="empty"
        title={isNarrowed ? t('empty.narrowed') : t('empty.none')}
        action={isNarrowed ? <Button onClick={onClear}>{t('empty.clear')}</Button> : undefined}
      />
    );
  return (
    <div className={board.isStale ? 'board-list is-stale' : 'board-list'} aria-busy={board.isStale}>
      {children(isWide)}
      {board.hasMore && (
        <div className="board-more no-print">
          <Button loading={board.isLoadingMore} onClick={() => void board.more()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** On paper the whole list stands, so what has not come yet is fetched first. */
async function allOf(board: Board): Promise<void> {
  for (let hasMore = board.hasMore; hasMore;) hasMore = await board.more();
}
