import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../../../api/session.js';
import { PageState } from '../../../components/page-state.js';
import { Page } from '../../../components/page.js';
import '../litigation.css';
import { boardQuery, type Board } from '../litigation-queries.js';
import { isOfDepartment } from '../roles.js';
import { useChoices } from '../use-choices.js';
import { RateBoard } from './rate-board.js';
import { RateFilters } from './rate-filters.js';
import { rateFilterOf } from './rate-filter.js';
import { RateLists } from './rate-lists.js';
import './rates.css';
import { Reconcile } from './reconcile.js';

const RateChart = lazy(() => import('./rate-chart.js').then((file) => ({ default: file.RateChart })));

/** 出庭率: by department, period and way of counting, every figure with the cases it is made of. */
export function RatePage(): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const isOwn = isOfDepartment(useRole());
  const { choices, choose } = useChoices();
  const filter = rateFilterOf(choices, today);
  const read = useQuery(boardQuery(filter));
  return (
    <Page
      title={t('rate.title')}
      actions={!isOwn && <Circulars year={filter.year} quarter={filter.quarter} />}
    >
      <RateFilters filter={filter} today={today} choose={choose} />
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && (
        <>
          <Whole board={read.data} isOwn={isOwn} />
          {!isOwn && read.data.items.length > 0 && (
            <div className="rate-columns">
              <RateBoard filter={filter} items={read.data.items} />
              <section className="panel no-print">
                <h2>{t('rate.chart')}</h2>
                <Suspense fallback={<PageState kind="loading" />}>
                  <RateChart items={read.data.items} none={t('rate.nothingDue')} />
                </Suspense>
              </section>
            </div>
          )}
        </>
      )}
      {!isOwn && <Reconcile year={filter.year} quarter={filter.quarter} />}
    </Page>
  );
}

/** The figure for the district, or for the department of the person, with its lists. */
function Whole({ board: { whole }, isOwn }: { board: Board; isOwn: boolean }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <section className="panel">
      <h2>{t(isOwn ? 'rate.own' : 'rate.whole')}</h2>
      <p className="rate-figure">{whole.label}</p>
      <p className="court-quiet">
        {whole.name} · {whole.definition}
      </p>
      <p className="court-quiet">{t('rate.span', { from: whole.from, to: whole.to, asOf: whole.asOf })}</p>
      <RateLists rate={whole} isOpen={isOwn} />
    </section>
  );
}

const FORMATS = ['docx', 'xlsx'] as const;

/** 季度通报; there is one for each quarter. */
function Circulars({ year, quarter }: { year: number; quarter: number | undefined }): ReactNode {
  const { t } = useTranslation('litigation');
  if (quarter === undefined) return null;
  return FORMATS.map((format) => (
    <a
      key={format}
      className="court-download"
      href={`/api/v1/court-appearance/circulars/${format}?year=${year}&quarter=${quarter}`}
      download
    >
      {t(`circular.${format}`)}
    </a>
  ));
}
