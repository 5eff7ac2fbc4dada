import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { DayPicker } from '../../components/day-picker.js';
import { CopyText } from '../../components/copy-text.js';
import { PageState } from '../../components/page-state.js';
import { groupsQuery, wechatQuery } from './reminder-queries.js';

/** A day's reminders as plain text for a WeChat group, one text per group of departments. */
export function WechatText(): ReactNode {
  const { t } = useTranslation('reminders');
  const { today } = useSession();
  const [group, setGroup] = useState('ALL_UNITS');
  const [day, setDay] = useState(today);
  const groups = useQuery(groupsQuery);
  const read = useQuery(wechatQuery(group, day));
  return (
    <section className="panel no-print">
      <h2>{t('wechat.title')}</h2>
      <div className="reminders-filter">
        <Select
          aria-label={t('wechat.group')}
          value={group}
          onChange={setGroup}
          popupMatchSelectWidth={false}
          options={(groups.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <DayPicker value={day} max={today} onChange={(chosen) => setDay(chosen ?? today)} />
        {read.data && <CopyText text={read.data} />}
      </div>
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && !read.data && <p className="reminders-quiet">{t('wechat.none')}</p>}
      {read.data && (
        <details>
          <summary>{t('wechat.show')}</summary>
          <pre className="reminders-text">{read.data}</pre>
        </details>
      )}
    </section>
  );
}
