import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import { ReminderItem } from './reminder-item.js';
import './reminders.css';
import { remindersQuery } from './reminder-queries.js';
import { useFilter } from './use-filter.js';
import { WechatText } from './wechat-text.js';

const STATES = ['PROPOSED', 'ISSUED', 'REPLIED', 'DISMISSED'] as const;
const DELIVERIES = ['QUEUED', 'SENT', 'FAILED', 'GIVEN_UP', 'IN_PERSON'] as const;

/** 提醒台账: every paper that went out or waits for approval, with the proof that it arrived. */
export function RemindersPage(): ReactNode {
  const { t } = useTranslation('reminders');
  const role = useRole();
  const isOffice = role === 'CLERK' || role === 'DIRECTOR';
  const { filter, choose } = useFilter();
  const read = useInfiniteQuery(remindersQuery(filter));
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('title')}>
      {isOffice && <WechatText />}
      <section className="panel">
        <div className="reminders-filter no-print">
          {role !== 'LIAISON' && role !== 'HEAD' && (
            <DepartmentSelect
              value={filter.department}
              onChange={(department) => choose('department', department)}
            />
          )}
          <Choice name="state" values={STATES} value={filter.state} onChange={(v) => choose('state', v)} />
          <Choice
            name="delivery"
            values={DELIVERIES}
            value={filter.delivery}
            onChange={(v) => choose('delivery', v)}
          />
          <Checkbox
            checked={filter.overdue !== undefined}
            onChange={({ target }) => choose('overdue', target.checked ? 'true' : undefined)}
          >
            {t('overdueOnly')}
          </Checkbox>
          <Checkbox
            checked={filter.unsigned !== undefined}
            onChange={({ target }) => choose('unsigned', target.checked ? 'true' : undefined)}
          >
            {t('unsignedOnly')}
          </Checkbox>
        </div>
        <LongList read={read} isEmpty={items.length === 0} none={t('none')}>
          <ul className="reminders-list">
            {items.map((reminder) => (
              <ReminderItem key={reminder.id} reminder={reminder} />
            ))}
          </ul>
        </LongList>
      </section>
    </Page>
  );
}

function Choice({
  name,
  values,
  value,
  onChange,
}: {
  name: 'state' | 'delivery';
  values: readonly string[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('reminders');
  return (
    <Select
      aria-label={t(`${name}.name`)}
      placeholder={t(`${name}.name`)}
      allowClear
      value={value}
      onChange={(chosen?: string) => onChange(chosen)}
      popupMatchSelectWidth={false}
      options={values.map((one) => ({ value: one, label: t(`${name}.${one}`) }))}
    />
  );
}
