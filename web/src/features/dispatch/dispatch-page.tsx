import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { MonthBar } from '../../components/month-bar.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { useMonth } from '../../components/use-month.js';
import './dispatch.css';
import { timelineQuery, type Timeline } from './dispatch-queries.js';
import { FrozenMonth } from './frozen-month.js';
import { OpenMonth } from './open-month.js';
import { Stages } from './stages.js';

const FROZEN: readonly Timeline['state'][] = ['FROZEN', 'MET', 'PUBLISHED'];

/** 月调度: one month of one ledger, from its opening to its bulletin. */
export function DispatchPage(): ReactNode {
  const { t } = useTranslation('dispatch');
  const chosen = useMonth();
  const isOffice = ['CLERK', 'DIRECTOR'].includes(useRole() ?? '');
  const read = useQuery({
    ...timelineQuery(chosen.ledger ?? '', chosen.month),
    enabled: chosen.ledger !== undefined,
  });
  const timeline = read.data;
  return (
    <Page title={t('title')} note={timeline?.stateLabel} actions={<MonthBar chosen={chosen} />}>
      {chosen.error !== null && <PageState kind="error" error={chosen.error} onRetry={chosen.retry} />}
      {!chosen.isPending && chosen.ledger === undefined && <PageState kind="empty" title={t('noLedger')} />}
      {read.isLoading && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {timeline && (
        <>
          <Stages timeline={timeline} />
          {FROZEN.includes(timeline.state) && timeline.roundId !== null && (
            <FrozenMonth timeline={timeline} roundId={timeline.roundId} />
          )}
          {!FROZEN.includes(timeline.state) &&
            (isOffice ? (
              <OpenMonth ledger={timeline.ledgerId} month={timeline.month} />
            ) : (
              <PageState kind="empty" title={t('notFrozen')} />
            ))}
        </>
      )}
    </Page>
  );
}
