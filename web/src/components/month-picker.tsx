import { Button, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addToMonth, monthsBetween } from '../lib/month.js';
import { useMonthInWords } from './day-text.js';

/** A month out of a span, as text YYYY-MM; the latest stands first, and the arrows go one month back or on. */
export function MonthPicker({
  value,
  first,
  last,
  onChange,
}: {
  value: string;
  first: string;
  last: string;
  onChange: (month: string) => void;
}): ReactNode {
  const { t } = useTranslation('components');
  const inWords = useMonthInWords();
  const step = (count: number): void => onChange(addToMonth(value, count));
  return (
    <Space.Compact className="month-picker">
      <Button aria-label={t('monthPicker.before')} disabled={value <= first} onClick={() => step(-1)}>
        ‹
      </Button>
      <Select
        aria-label={t('monthPicker.name')}
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={false}
        options={monthsBetween(first, last)
          .reverse()
          .map((month) => ({ value: month, label: inWords(month) }))}
      />
      <Button aria-label={t('monthPicker.after')} disabled={value >= last} onClick={() => step(1)}>
        ›
      </Button>
    </Space.Compact>
  );
}
