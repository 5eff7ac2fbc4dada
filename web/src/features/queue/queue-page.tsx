import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { DeliveryList } from './delivery-list.js';
import { DueList } from './due-list.js';
import { EventList } from './event-list.js';
import { ProcessList } from './process-list.js';
import './queue.css';
import { overviewQuery, type Overview } from './queue-queries.js';
import { RobotList } from './robot-list.js';
import { RunList } from './run-list.js';
import { Standing } from './standing.js';

const LISTS = { runs: RunList, due: DueList, events: EventList, deliveries: DeliveryList, robots: RobotList };
type ListName = keyof typeof LISTS;

const NAMES = Object.keys(LISTS) as ListName[];

/** 后台任务: what the program does by itself, whether it goes well, and what to do where it does not. */
export function QueuePage(): ReactNode {
  const { t } = useTranslation('queue');
  const read = useQuery(overviewQuery);
  const { data } = read;
  return (
    <Page title={t('title')} note={t('note')}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <>
          <Standing overview={data} />
          <ProcessList processes={data.processes} at={data.at} />
        </>
      )}
      <Lists overview={data} />
    </Page>
  );
}

/** One list at a time, named in the address; only that one is asked for. */
function Lists({ overview }: { overview: Overview | undefined }): ReactNode {
  const { t } = useTranslation('queue');
  const [search] = useSearchParams();
  const wanted = search.get('list');
  const chosen = NAMES.find((name) => name === wanted) ?? 'runs';
  const List = LISTS[chosen];
  const counts: Partial<Record<ListName, number>> = overview
    ? { runs: overview.runsUnderWay, events: overview.eventsWaiting, deliveries: overview.deliveriesWaiting }
    : {};
  return (
    <section className="panel">
      <nav className="queue-lists no-print" aria-label={t('which')}>
        {NAMES.map((name) => {
          const word = t(`lists.${name}`);
          const count = counts[name] ?? 0;
          return (
            <Link
              key={name}
              to={name === 'runs' ? '?' : `?list=${name}`}
              replace
              aria-current={name === chosen ? 'page' : undefined}
            >
              {count > 0 ? t('counted', { name: word, count }) : word}
            </Link>
          );
        })}
      </nav>
      <List />
    </section>
  );
}
