import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardItem } from './board-types.js';
import { TaskTick } from './hand-down/task-tick.js';
import type { Ticks } from './hand-down/use-ticks.js';
import { ItemDue, ItemLight } from './columns.js';

/** The list on a phone: a card for each task. */
export function BoardCards({
  items,
  actions,
  ticks = null,
}: {
  items: readonly BoardItem[];
  actions?: ((item: BoardItem) => ReactNode) | undefined;
  ticks?: Ticks | null;
}): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <ul className="board-cards">
      {items.map((item) => (
        <li key={item.id} className="board-card">
          <div className="board-card-head">
            {ticks && <TaskTick item={item} ticks={ticks} />}
            <ItemLight item={item} />
            <span className="board-card-number">{item.number}</span>
            <span className="board-card-state">{item.stateLabel}</span>
          </div>
          <Link to={`/tasks/${item.id}`} data-row className="board-card-title">
            {item.title}
          </Link>
          <div className="board-card-facts">
            <span>{item.lead?.name ?? t('noLead')}</span>
            <span className="board-card-due">
              <ItemDue item={item} t={t} />
            </span>
          </div>
          {item.explanation && item.light !== 'GREEN' && item.light !== 'DONE' && (
            <p className="board-card-why">{item.explanation}</p>
          )}
          {actions?.(item)}
        </li>
      ))}
    </ul>
  );
}
