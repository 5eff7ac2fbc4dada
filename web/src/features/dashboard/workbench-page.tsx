import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { DepartmentDeskPanels } from './department-desk.js';
import { LightPanels } from './light-panels.js';
import { MonthStandings } from './month-standing.js';
import { OfficeDeskPanels } from './office-desk.js';
import './workbench.css';
import { workbenchQuery } from './workbench-types.js';

// Comes after the first paint; most departments have no hearing that waits.
const CourtWaiting = lazy(() =>
  import('../../components/court-waiting/court-waiting.js').then((file) => ({ default: file.CourtWaiting })),
);

/** 工作台: what the role one acts in has to do and to know today. */
export function WorkbenchPage(): ReactNode {
  const { t } = useTranslation('dashboard');
  const { post } = useSession();
  const { data, error, isPending, refetch } = useQuery(workbenchQuery);
  return (
    <Page
      title={t('title')}
      note={data && <DayText day={data.today} />}
      actions={data?.department && post && <Link to={`/hand-over/${post.code}`}>{t('handOver')}</Link>}
    >
      {isPending && <PageState kind="loading" />}
      {error && <PageState kind="error" error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="workbench">
          {data.department && <DepartmentDeskPanels desk={data.department} />}
          {data.department && (
            <Suspense fallback={null}>
              <CourtWaiting />
            </Suspense>
          )}
          <MonthStandings months={data.months} isOffice={data.office !== null} />
          {data.office && <OfficeDeskPanels desk={data.office} />}
          {data.lights && <LightPanels lights={data.lights} />}
        </div>
      )}
    </Page>
  );
}
