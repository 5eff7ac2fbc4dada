import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { LinkButton } from '../../components/link-button.js';
import { Page } from '../../components/page.js';
import { BoardCards } from './board-cards.js';
import { narrowings, useBoardFilters, type FilterChange } from './board-filters.js';
import { BoardList } from './board-list.js';
import { BoardTable } from './board-table.js';
import type { BoardItem } from './board-types.js';
import { ColumnChoice, rememberColumns, rememberedColumns } from './column-choice.js';
import type { ColumnName } from './columns.js';
import { exportAddress } from './export-address.js';
import { FilterBar } from './filter-bar.js';
import { useHandDown } from './hand-down/use-hand-down.js';
import { IssueButton } from './issue-button.js';
import './ledger.css';
import { SavedViews } from './saved-views.js';
import { useRowKeys } from './row-keys.js';
import { useBoard, useFacets, useLedgers, type Board } from './use-board.js';

const SEE_ALL: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR', 'LEADER']);
const OFFICE: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR']);
const NewTaskDialog = lazy(() =>
  import('../../components/task-deeds/new-task-dialog.js').then((file) => ({ default: file.NewTaskDialog })),
);
const RowDeeds = lazy(() =>
  import('../../components/task-deeds/row-deeds.js').then((file) => ({ default: file.RowDeeds })),
);
const NOTHING: FilterChange = {
  light: [], state: [], cadence: [], department: '', indicator: '', dueFrom: '', dueTo: '', overdue: false, mine: false, q: '',
}; // prettier-ignore

/** The ledger: its tasks with today's lights, narrowed, sorted, printed. */
export function LedgerPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const role = useRole() ?? '';
  const isOffice = OFFICE.has(role);
  const [isNew, setNew] = useState(false);
  const { filters, sort, change, goTo } = useBoardFilters();
  const board = useBoard(filters, sort);
  const facets = useFacets(filters);
  const ledgers = useLedgers();
  const [columns, setColumns] = useState(rememberedColumns);
  const choose = (names: readonly ColumnName[]): void => {
    setColumns(names);
    rememberColumns(names);
  };
  const actions =
    role === 'LEADER'
      ? undefined
      : ({ id, number }: BoardItem): ReactNode => <RowDeeds id={id} number={number} />;
  const handing = useHandDown(board.items, filters.ledger);
  useRowKeys();
  const print = (): void => void allOf(board).then(() => window.print());
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button href={exportAddress(filters, sort, columns)} download>
            {t('export')}
          </Button>
          <Button onClick={print}>{t('print')}</Button>
          {handing.buttons}
          {isOffice && <IssueButton ledgers={ledgers} chosen={filters.ledger} facets={facets.data} />}
          {isOffice && <Button onClick={() => setNew(true)}>{t('newTask')}</Button>}
          {isOffice && <LinkButton to="/ledger/import">{t('import.open')}</LinkButton>}
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
        <SavedViews
          now={{ filters, sort, columns }}
          onChoose={(view) => {
            choose(view.columns);
            goTo(view.address);
          }}
        />
      </FilterBar>
      <Suspense fallback={null}>
        <BoardList board={board} isNarrowed={narrowings(filters) > 0} onClear={() => change(NOTHING)}>
          {(isWide) =>
            isWide ? (
              <BoardTable
                items={board.items}
                columns={columns}
                sort={sort}
                onSort={(by) => change({ sort: by })}
                actions={actions}
                ticks={handing.ticks}
              />
            ) : (
              <BoardCards items={board.items} actions={actions} ticks={handing.ticks} />
            )
          }
        </BoardList>
        {handing.bar}
        {isNew && <NewTaskDialog ledgers={ledgers} ledger={filters.ledger} onClose={() => setNew(false)} />}
      </Suspense>
    </Page>
  );
}

/** On paper the whole list stands, so what has not come yet is fetched first. */
async function allOf(board: Board): Promise<void> {
  for (let hasMore = board.hasMore; hasMore;) hasMore = await board.more();
}
