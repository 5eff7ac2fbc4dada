import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../../api/client.js';
import { DayText } from '../../../components/day-text.js';

/** Imports that were begun and neither taken over nor given up; one press goes on where one stopped. */
export function WaitingImports(): ReactNode {
  const { t } = useTranslation('ledger');
  const read = useQuery({
    queryKey: ['ledger-imports'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/ledger-imports', { signal })),
  });
  const items = read.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="panel import-waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('import.waiting.title')}</h2>
      <ul>
        {items.map(({ id, fileName, ledger, createdOn, summary }) => (
          <li key={id}>
            <Link to={`/ledger/import/${id}`}>{t('import.of', { file: fileName, ledger })}</Link>
            <span>
              <DayText day={createdOn} />{' '}
              {t('import.waiting.counts', {
                rows: summary.rows,
                open: summary.needsReview + summary.rejected,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
