import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardSort } from './board-filters.js';
import { groupsOf } from './board-groups.js';
import type { BoardItem } from './board-types.js';
import { CELLS, SORTED_BY, type ColumnName } from './columns.js';
import type { Ticks } from './hand-down/use-ticks.js';
import { TaskTick } from './hand-down/task-tick.js';

interface BoardTableProps {
  items: readonly BoardItem[];
  columns: readonly ColumnName[];
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
  /** What stands at the end of a row; nothing where the person has nothing to do there. */
  actions?: ((item: BoardItem) => ReactNode) | undefined;
  /** Ticks before the rows; null while nobody ticks. */
  ticks?: Ticks | null;
}

/** Columns that fit a desk without scrolling sideways. */
const FITS = 8;

/** The ledger as a table; in its own order the tasks stand under their indicators. */
export function BoardTable({
  items,
  columns,
  sort,
  onSort,
  actions,
  ticks = null,
}: BoardTableProps): ReactNode {
  const { t } = useTranslation('ledger');
  const isGrouped = sort === 'number' || sort === '-number';
  const shown = isGrouped ? columns.filter((name) => name !== 'indicator') : columns;
  const width = shown.length + 2 + (actions ? 1 : 0) + (ticks ? 1 : 0);
  const groups = isGrouped ? groupsOf(items) : [{ indicator: null, items }];
  return (
    <div className={shown.length > FITS ? 'board-box is-wide' : 'board-box'}>
      <table className="board">
        <caption className="hidden-text">{t('title')}</caption>
        <thead>
          <tr>
            {ticks && <TickAll items={items} ticks={ticks} />}
            <Head name="number" sort={sort} onSort={onSort} />
            <th scope="col" className="col-title">
              {t('column.title')}
            </th>
            {shown.map((name) => (
              <Head key={name} name={name} sort={sort} onSort={onSort} />
            ))}
            {actions && (
              <th scope="col" className="col-actions no-print">
                <span className="hidden-text">{t('column.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.indicator}>
            {group.indicator !== null && (
              <tr className="board-group">
                <th scope="rowgroup" colSpan={width}>
                  {group.indicator || t('noIndicator')}
                  <span className="board-group-count">{t('tasks', { count: group.items.length })}</span>
                </th>
              </tr>
            )}
            {group.items.map((item) => (
              <tr key={item.id} className="board-row">
                {ticks && (
                  <td className="col-tick no-print">
                    <TaskTick item={item} ticks={ticks} />
                  </td>
                )}
                <td className="col-number">{item.number}</td>
                <th scope="row" className="col-title">
                  <Link to={`/tasks/${item.id}`} data-row>
                    {item.title}
                  </Link>
                </th>
                {shown.map((name) => (
                  <td key={name} className={`col-${name}`}>
                    {CELLS[name](item, t)}
                  </td>
                ))}
                {actions && <td className="col-actions no-print">{actions(item)}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Ticks all that the list has so far, or none of it. */
function TickAll({ items, ticks }: { items: readonly BoardItem[]; ticks: Ticks }): ReactNode {
  const { t } = useTranslation('ledger');
  const ticked = items.filter(({ id }) => ticks.has(id)).length;
  return (
    <th scope="col" className="col-tick no-print">
      <Checkbox
        aria-label={t('handDown.tickAll', { count: items.length })}
        checked={items.length > 0 && ticked === items.length}
        indeterminate={ticked > 0 && ticked < items.length}
        onChange={(event) => ticks.set(items, event.target.checked)}
      />
    </th>
  );
}

/** A heading; pressing it sorts, pressing again turns the order round. */
function Head({
  name,
  sort,
  onSort,
}: {
  name: ColumnName | 'number';
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const by = SORTED_BY[name];
  if (!by)
    return (
      <th scope="col" className={`col-${name}`}>
        {t(`column.${name}`)}
      </th>
    );
  const order = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none';
  return (
    <th scope="col" className={`col-${name}`} aria-sort={order}>
      <button type="button" className="board-sort" onClick={() => onSort(sort === by ? `-${by}` : by)}>
        {t(`column.${name}`)}
        <span aria-hidden="true" className="board-sort-sign">
          {{ ascending: '↑', descending: '↓', none: '↕' }[order]}
        </span>
      </button>
    </th>
  );
}
