import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import type { CaseLine } from './litigation-queries.js';

const COLUMNS = [
  'number',
  'level',
  'plaintiff',
  'cause',
  'parties',
  'filedOn',
  'hearing',
  'outcome',
] as const;

/** Cases as a table. */
export function CaseTable({ items }: { items: readonly CaseLine[] }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <table className="court-table">
      <caption className="hidden-text">{t('cases.title')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link to={`/court-cases/${item.id}`} data-row>
                {item.number}
              </Link>
            </th>
            <td>
              {item.levelLabel}
              <Register item={item} />
            </td>
            <td>{item.plaintiff}</td>
            <td>{item.cause}</td>
            <td>{partiesOf(item)}</td>
            <td>
              <DayText day={item.filedOn} />
            </td>
            <td>
              <HearingDay item={item} />
            </td>
            <td>{item.outcomeLabel ?? t('pending')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cases on a phone. */
export function CaseCards({ items }: { items: readonly CaseLine[] }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <ul className="court-cards">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={`/court-cases/${item.id}`} data-row>
            <strong>{item.number}</strong>
          </Link>
          <p>
            {item.levelLabel} · {item.cause} · {item.plaintiff} <Register item={item} />
          </p>
          <p>{partiesOf(item)}</p>
          <p className="court-quiet">
            <HearingDay item={item} /> · {item.outcomeLabel ?? t('pending')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The register, where it is not the usual one. */
function Register({ item }: { item: CaseLine }): ReactNode {
  if (item.register === 'ADMINISTRATIVE') return null;
  return <Tag>{item.registerLabel}</Tag>;
}

function HearingDay({ item: { nextHearingOn, lastHearingOn } }: { item: CaseLine }): ReactNode {
  const { t } = useTranslation('litigation');
  if (nextHearingOn !== null)
    return (
      <strong>
        {t('hearing.next')} <DayText day={nextHearingOn} />
      </strong>
    );
  if (lastHearingOn === null) return <>{t('hearing.none')}</>;
  return (
    <>
      {t('hearing.held')} <DayText day={lastHearingOn} />
    </>
  );
}

function partiesOf({ parties }: CaseLine): string {
  return parties.map(({ name }) => name).join('、');
}
