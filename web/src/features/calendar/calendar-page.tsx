import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client.js';
import { useRole, useSession } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import './calendar.css';
import { Notice } from './notice.js';

/** 工作日历: the holidays of a year as published; next year's notice is pasted here. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation('calendar');
  const { today } = useSession();
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? today.slice(0, 4));
  const read = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/calendar/{year}', { params: { path: { year: String(year) } }, signal })),
  });
  const { data } = read;
  const go = (to: number): void => setSearch({ year: String(to) }, { replace: true });
  const isKeeper = role === 'CLERK' || role === 'DIRECTOR';
  return (
    <Page
      title={t('title', { year })}
      actions={
        <>
          <Button onClick={() => go(year - 1)}>{year - 1}</Button>
          <Button onClick={() => go(year + 1)}>{year + 1}</Button>
        </>
      }
    >
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <section className="panel">
          <p>
            <Tag color={data.status === 'FINAL' ? 'green' : 'orange'}>{t(`status.${data.status}`)}</Tag>
            {t('workingDays', { count: data.workingDays })} {data.noticeNumber}
          </p>
          {data.status === 'PROVISIONAL' && <p className="calendar-quiet">{t('provisional')}</p>}
          <ul className="calendar-days">
            {data.days.map(({ day, kind, name }) => (
              <li key={day}>
                <DayText day={day} /> <strong>{kind}</strong> {name}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isKeeper && data && <Notice key={year} year={year} version={data.version} />}
    </Page>
  );
}
