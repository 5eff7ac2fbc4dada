import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MonthText } from '../../components/day-text.js';
import { correctionsQuery } from './dispatch-queries.js';

/** 追溯更正: what turned out otherwise after earlier months were frozen; told in this month's bulletin. */
export function Corrections({ roundId }: { roundId: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { data } = useQuery(correctionsQuery(roundId));
  if (!data || data.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('corrections', { count: data.length })}</h2>
      <ul className="round-rows">
        {data.map((one) => (
          <li key={`${one.month} ${one.taskId} ${one.departmentCode} ${one.field}`}>
            <MonthText month={one.month} />
            <Link to={`/tasks/${one.taskId}`}>
              {t('corrected', { field: one.field, was: one.was, now: one.now })}
            </Link>
            <span>{one.departmentCode}</span>
            <p className="round-quiet">{one.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
