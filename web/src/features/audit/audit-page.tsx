import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { DayPicker } from '../../components/day-picker.js';
import { InstantText } from '../../components/day-text.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import './audit.css';
import { VerifyChain } from './verify-chain.js';

type AuditEvent = components['schemas']['AuditEventResponse'];

/** What the list is narrowed by; empty parts narrow nothing. */
interface Filter {
  from: string;
  to: string;
  actor: string;
  operation: string;
  q: string;
}

const NOTHING: Filter = { from: '', to: '', actor: '', operation: '', q: '' };

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
        <div className="audit-filter no-print">
          <label>
            {t('from')}
            <DayPicker value={filter.from || null} onChange={(day) => change({ from: day ?? '' })} />
          </label>
          <label>
            {t('to')}
            <DayPicker value={filter.to || null} onChange={(day) => change({ to: day ?? '' })} />
          </label>
          {(['actor', 'operation', 'q'] as const).map((name) => (
            <Input.Search
              key={name}
              allowClear
              aria-label={t(`filter.${name}`)}
              placeholder={t(`filter.${name}`)}
              onSearch={(text) => change({ [name]: text.trim() })}
            />
          ))}
        </div>
        <LongList read={read} isEmpty={events.length === 0} none={t('none')}>
          <ol className="audit-events">
            {events.map((event) => (
              <Event key={event.seq} event={event} />
            ))}
          </ol>
        </LongList>
      </section>
    </Page>
  );
}

function Event({ event }: { event: AuditEvent }): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <li>
      <div className="audit-line">
        <span className="audit-quiet">#{event.seq}</span>
        <InstantText at={event.at} />
        <strong>{event.holder || event.actor}</strong>
        <span className="audit-quiet">
          {event.actor} · {event.address}
        </span>
        <code>{event.operation}</code>
        <span className="audit-quiet">
          {event.objectKind} {event.objectId}
        </span>
      </div>
      {event.changes.length > 0 && (
        <details>
          <summary>{t('content')}</summary>
          <table className="audit-content">
            <tbody>
              {event.changes.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  <td>{before ?? t('nothing')}</td>
                  <td>{after ?? t('nothing')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </li>
  );
}
