import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRole } from '../../api/session.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import './reporting.css';
import { RequestItem } from './request-item.js';
import { requestsQuery, type RequestsFilter } from './reporting-queries.js';

type Box = NonNullable<RequestsFilter['box']>;
type Kind = NonNullable<RequestsFilter['kind']>;

/** 延期与办结: what is asked, who must answer, and the answers, in one list. */
export function RequestsPage(): ReactNode {
  const { t } = useTranslation('reporting');
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const isOfDepartment = role === 'LIAISON' || role === 'HEAD';
  const box = (search.get('box') ?? (isOfDepartment ? 'mine' : 'waiting')) as Box;
  const kind = (search.get('kind') ?? undefined) as Kind | undefined;
  const choose = (key: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const read = useInfiniteQuery(requestsQuery({ box, ...(kind === undefined ? {} : { kind }) }));
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  const boxes: Box[] = isOfDepartment ? ['mine', 'all'] : ['waiting', 'all'];
  return (
    <Page title={t('requests.title')}>
      <section className="panel">
        <div className="requests-filter no-print">
          <Segmented<Box>
            aria-label={t('requests.box')}
            value={box}
            onChange={(value) => choose('box', value)}
            options={boxes.map((value) => ({ value, label: t(`requests.${value}`) }))}
          />
          <Select
            aria-label={t('requests.kind')}
            allowClear
            placeholder={t('requests.anyKind')}
            value={kind}
            onChange={(value?: Kind) => choose('kind', value)}
            popupMatchSelectWidth={false}
            options={(['EXTENSION', 'CLOSE_OUT'] as const).map((value) => ({
              value,
              label: t(`requests.${value}`),
            }))}
          />
        </div>
        <LongList
          read={read}
          isEmpty={items.length === 0}
          none={t(box === 'waiting' ? 'requests.noneWaiting' : 'requests.none')}
        >
          <ul className="requests-list">
            {items.map((request) => (
              <RequestItem key={`${request.kind} ${request.id}`} request={request} />
            ))}
          </ul>
        </LongList>
      </section>
    </Page>
  );
}
