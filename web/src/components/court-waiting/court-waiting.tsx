import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { addToMonth, monthOf } from '../../lib/month.js';
import { DayText } from '../day-text.js';
import { Light } from '../light.js';
import './court-waiting.css';
import { waitingOf } from './waiting-of.js';

/** Months looked at: forms that are still missing lie behind, hearings to answer for ahead. */
const MONTHS = [-2, -1, 0, 1] as const;

/** A department's hearings that wait for its answer or its form; nothing where none waits. */
export function CourtWaiting(): ReactNode {
  const { t } = useTranslation('court-waiting');
  const { today } = useSession();
  const reads = useQueries({
    queries: MONTHS.map((count) => {
      const month = addToMonth(monthOf(today), count);
      return {
        queryKey: ['hearings', { month, department: undefined }],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          take(api.GET('/api/v1/hearings', { params: { query: { month } }, signal })),
      };
    }),
  });
  const waiting = waitingOf(
    reads.flatMap(({ data }) => data?.items ?? []),
    today,
  );
  if (waiting.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('title', { count: waiting.length })}</h2>
      <ul className="court-waiting">
        {waiting.map(({ item, seat, deed }) => (
          <li key={`${item.hearing.id} ${seat.department}`}>
            <Link to={`/court-cases/${item.caseId}#${item.hearing.id}`}>
              {t(deed)}
              {t('about', { number: item.number, cause: item.cause })}
            </Link>
            <span>
              <DayText day={item.hearing.day} /> {item.hearing.time} {item.court} {item.hearing.room}
            </span>
            <Light value={seat.light} why={seat.explanation} word={seat.standing} />
          </li>
        ))}
      </ul>
    </section>
  );
}
