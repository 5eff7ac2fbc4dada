import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldTies } from '../../../components/field.js';
import { monthOf } from '../../../lib/month.js';
import { calendarQuery } from '../litigation-queries.js';

/** 并案审理: with which other hearing of the same day this one is held together. */
export function SittingSelect({
  ties,
  day,
  value,
  onChange,
}: {
  ties: FieldTies;
  day: unknown;
  value: string;
  onChange: (sitting: string) => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const on = typeof day === 'string' ? day : '';
  const read = useQuery({ ...calendarQuery(monthOf(on)), enabled: on !== '' });
  const others = (read.data?.items ?? []).filter(
    ({ hearing }) => hearing.day === on && ['SCHEDULED', 'HELD'].includes(hearing.state),
  );
  return (
    <Select
      {...ties}
      className="court-choice"
      allowClear
      disabled={others.length === 0}
      placeholder={t(others.length === 0 ? 'sitting.none' : 'sitting.alone')}
      value={value || undefined}
      onChange={(sitting?: string) => onChange(sitting ?? '')}
      options={others.map(({ number, plaintiff, hearing }) => ({
        value: hearing.sitting,
        label: `${hearing.time} ${number} ${plaintiff}`,
      }))}
    />
  );
}
