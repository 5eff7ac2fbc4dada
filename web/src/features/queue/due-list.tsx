import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import { dueQuery, type DueSlot } from './queue-queries.js';
import { QueueTable } from './queue-table.js';

/** 到期未开始: what the next look works, and what waits for somebody. */
export function DueList(): ReactNode {
  const { t } = useTranslation('queue');
  const read = useQuery(dueQuery);
  const { data } = read;
  return (
    <>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data?.total === 0 && <PageState kind="empty" title={t('none.due')} />}
      {data && data.total > data.items.length && (
        <p className="queue-quiet">{t('dueTotal', { total: data.total })}</p>
      )}
      <QueueTable<DueSlot>
        label={t('lists.due')}
        rows={data?.items ?? []}
        keyOf={({ job, slot }) => `${job} ${slot}`}
        columns={[
          {
            title: t('columns.standing'),
            cell: (due) => (
              <Light value={due.standing === 'HELD' ? 'RED' : 'YELLOW'} word={due.standingLabel} />
            ),
          },
          { title: t('columns.job'), cell: (due) => <strong>{due.jobLabel}</strong> },
          { title: t('columns.slot'), cell: (due) => due.slotLabel },
          { title: t('columns.dueOn'), cell: (due) => <DayText day={due.dueOn} /> },
          {
            title: t('columns.advice'),
            cell: (due) => <span className="queue-advice">{due.advice || '–'}</span>,
          },
        ]}
      />
    </>
  );
}
