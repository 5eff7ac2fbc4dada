import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../../api/session.js';
import { CourtWaiting } from '../../components/court-waiting/court-waiting.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { MonthPicker } from '../../components/month-picker.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { addToMonth, monthOf } from '../../lib/month.js';
import { useWide } from '../../lib/use-wide.js';
import './calendar.css';
import { HearingDays } from './hearing-days.js';
import './litigation.css';
import { calendarQuery } from './litigation-queries.js';
import { MonthGrid } from './month-grid.js';
import { isOfDepartment } from './roles.js';
import { useChoices } from './use-choices.js';

/** 开庭日历: a month of hearings, and what of it waits for an answer or a form. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const isOwn = isOfDepartment(useRole());
  const { choices, choose } = useChoices();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(choices['month'] ?? '') ? choices['month']! : monthOf(today);
  const department = isOwn ? undefined : choices['department'];
  const read = useQuery(calendarQuery(month, department));
  const isWide = useWide();
  const address = new URLSearchParams({ month, ...(department === undefined ? {} : { department }) });
  return (
    <Page
      title={t('calendar.title')}
      actions={
        <>
          {!isOwn && (
            <DepartmentSelect
              value={department}
              onChange={(code) => choose({ department: code })}
              placeholder={t('filter.department')}
            />
          )}
          <MonthPicker
            value={month}
            first={addToMonth(monthOf(today), -36)}
            last={addToMonth(monthOf(today), 12)}
            onChange={(chosen) => choose({ month: chosen })}
          />
          <a className="court-download" href={`/api/v1/hearings/calendar.ics?${address.toString()}`} download>
            {t('calendar.ics')}
          </a>
        </>
      }
    >
      {isOwn && <CourtWaiting />}
      <section className="panel" aria-label={t('calendar.title')}>
        {read.isPending && <PageState kind="loading" />}
        {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
        {read.data && read.data.items.length === 0 && <PageState kind="empty" title={t('calendar.none')} />}
        {read.data && isWide && <MonthGrid month={month} today={today} items={read.data.items} />}
        {read.data && !isWide && <HearingDays items={read.data.items} />}
      </section>
    </Page>
  );
}
