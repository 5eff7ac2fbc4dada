import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import { useWide } from '../../lib/use-wide.js';
import type { Board, CatalogueItem } from './decision-types.js';
import { RemoveItem } from './remove-item.js';

/** What stands in the catalogue, and below it what stood there once; a table on a desk, cards on a phone. */
export function CatalogueItems({ board }: { board: Board }): ReactNode {
  const { t } = useTranslation('decisions');
  const isWide = useWide();
  const standing = board.items.filter(({ removedOn }) => removedOn === null);
  const past = board.items.filter(({ removedOn }) => removedOn !== null);
  return (
    <section className="panel" aria-labelledby="items-title">
      <h2 id="items-title">{t('items.heading', { count: standing.length })}</h2>
      {standing.length === 0 && <PageState kind="empty" title={t('items.none')} />}
      {standing.length > 0 && isWide && <ItemTable board={board} items={standing} />}
      {!isWide && (
        <ul className="decision-rows">
          {standing.map((item) => (
            <ItemCard key={item.id} board={board} item={item} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className="decision-past">
          <summary>{t('items.past', { count: past.length })}</summary>
          <ul className="decision-rows">
            {past.map((item) => (
              <li key={item.id} className="is-past">
                <Link to={`/decisions/${item.decision.id}`}>{item.decision.title}</Link>
                <span className="decision-quiet">
                  {t('items.wasIn', { from: item.addedOn, to: item.removedOn ?? '' })}
                </span>
                <p>{t('items.removedWhy', { reason: item.removeReason })}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const COLUMNS = ['number', 'title', 'department', 'leader', 'finishOn', 'light', 'standing'] as const;

function ItemTable({ board, items }: { board: Board; items: readonly CatalogueItem[] }): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <div className="catalogue-table">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`items.${column}`)}
              </th>
            ))}
            <th scope="col">{t('items.added')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.decision.number}</td>
              <td>
                <Link to={`/decisions/${item.decision.id}`}>{item.decision.title}</Link>
                <div className="decision-quiet">{item.decision.categoryLabel}</div>
              </td>
              <td>{item.decision.department.name}</td>
              <td>{item.decision.supervisingLeader || '–'}</td>
              <td>
                <DayText day={item.decision.finishOn} />
              </td>
              <td>
                <Light value={item.decision.light} why={item.decision.explanation} />
              </td>
              <td>{item.decision.standing}</td>
              <td>
                <DayText day={item.addedOn} />
                <div className="decision-quiet">{item.addReason}</div>
                <RemoveItem board={board} item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemCard({ board, item }: { board: Board; item: CatalogueItem }): ReactNode {
  const { t } = useTranslation('decisions');
  const { decision } = item;
  return (
    <li className="catalogue-item">
      <Light value={decision.light} why={decision.explanation} />
      <h3>
        <Link to={`/decisions/${decision.id}`}>
          {t('heading', { number: decision.number, title: decision.title })}
        </Link>
      </h3>
      <p>{decision.standing}</p>
      <dl className="decision-facts">
        <dt>{t('items.department')}</dt>
        <dd>{decision.department.name}</dd>
        <dt>{t('items.leader')}</dt>
        <dd>{decision.supervisingLeader || '–'}</dd>
        <dt>{t('items.finishOn')}</dt>
        <dd>
          <DayText day={decision.finishOn} />
        </dd>
        <dt>{t('items.added')}</dt>
        <dd>
          <DayText day={item.addedOn} /> {item.addReason}
        </dd>
      </dl>
      <RemoveItem board={board} item={item} />
    </li>
  );
}
