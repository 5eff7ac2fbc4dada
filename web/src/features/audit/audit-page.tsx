import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import './audit.css';
import { AuditEventItem } from './audit-event.js';
import { AuditFilter, NOTHING, type Filter } from './audit-filter.js';
import { VerifyChain } from './verify-chain.js';

const given = (filter: Filter): Partial<Filter> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));

const eventsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['audit-events', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...given(filter), limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) };
      return take(api.GET('/api/v1/audit-events', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** 审计日志: who did what when, newest first; for the auditor alone. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation('audit');
  const [filter, setFilter] = useState(NOTHING);
  const read = useInfiniteQuery(eventsQuery(filter));
  const events = read.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (changes: Partial<Filter>): void => setFilter({ ...filter, ...changes });
  const query = new URLSearchParams({ ...given(filter), limit: '100' }).toString();
  return (
    <Page title={t('title')} actions={<a href={`/api/v1/audit-events/export?${query}`}>{t('export')}</a>}>
      <VerifyChain />
      <p className="audit-quiet no-print">
        {t('archive.lead')} <a href="/api/v1/audit-archive">{t('archive.label')}</a>
      </p>
      <section className="panel">
        <AuditFilter filter={filter} change={change} />
        <LongList read={read} isEmpty={events.length === 0} none={t('none')}>
          <ol className="audit-events">
            {events.map((event) => (
              <AuditEventItem key={event.seq} event={event} />
            ))}
          </ol>
        </LongList>
      </section>
    </Page>
  );
}
