import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session.js';
import { DayPicker } from '../../components/day-picker.js';
import { PageState } from '../../components/page-state.js';
import { figuresQuery } from './decision-queries.js';
import type { DecisionLine } from './decision-types.js';

const FIGURES = ['identified', 'finished', 'underWay', 'suspended', 'terminated'] as const;

/** How many decisions the year has and how they stood on a day; each number opens to the decisions it counts. */
export function FiguresPanel({
  year,
  decisions,
}: {
  year: number;
  decisions: readonly DecisionLine[];
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { today } = useSession();
  const [asOf, setAsOf] = useState(today);
  const { data, error, refetch } = useQuery(figuresQuery(year, asOf));
  const titles = new Map(decisions.map(({ id, title }) => [id, title]));
  return (
    <section className="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('figures.title')}</h2>
      <div className="catalogue-asked">
        <label htmlFor="figures-day">{t('figures.asOf')}</label>
        <DayPicker id="figures-day" value={asOf} max={today} onChange={(day) => setAsOf(day ?? today)} />
      </div>
      {error !== null && <PageState kind="error" error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="catalogue-figures">
          {FIGURES.filter((name, index) => index < 3 || data[name].count > 0).map((name) => (
            <details key={name}>
              <summary>
                {t(`figures.${name}`)} <strong>{data[name].count}</strong>
              </summary>
              <ul className="decision-rows">
                {data[name].decisions.map((id) => (
                  <li key={id}>
                    <Link to={`/decisions/${id}`}>{titles.get(id) ?? id}</Link>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      )}
    </section>
  );
}
