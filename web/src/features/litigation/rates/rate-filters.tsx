import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateFilter } from '../litigation-queries.js';
import type { Choices } from '../use-choices.js';
import { REGISTERS, VARIANTS } from './rate-filter.js';

const QUARTERS = ['', '1', '2', '3', '4'] as const;

/** Period, way of counting and register. */
export function RateFilters({
  filter,
  today,
  choose,
}: {
  filter: RateFilter;
  today: string;
  choose: Choices['choose'];
}): ReactNode {
  const { t } = useTranslation('litigation');
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, back) => thisYear - back);
  return (
    <search className="panel court-filters no-print" aria-label={t('filter.name')}>
      <Select
        aria-label={t('rate.year')}
        value={filter.year}
        popupMatchSelectWidth={false}
        onChange={(year: number) => choose({ year: String(year) })}
        options={years.map((value) => ({ value, label: t('year', { year: value }) }))}
      />
      <Segmented
        aria-label={t('rate.quarter')}
        value={filter.quarter === undefined ? '' : String(filter.quarter)}
        onChange={(quarter) => choose({ quarter })}
        options={QUARTERS.map((value) => ({ value, label: t(`quarter.${value === '' ? 'all' : value}`) }))}
      />
      <Select
        aria-label={t('rate.variant')}
        className="rate-variant"
        popupMatchSelectWidth={false}
        value={filter.variant ?? 'R1'}
        onChange={(variant) => choose({ variant })}
        options={VARIANTS.map((value) => ({ value, label: t(`variant.${value}`) }))}
      />
      <Select
        aria-label={t('filter.register')}
        popupMatchSelectWidth={false}
        value={filter.register ?? 'ADMINISTRATIVE'}
        onChange={(register) => choose({ register })}
        options={REGISTERS.map((value) => ({ value, label: t(`choice.register.${value}`) }))}
      />
    </search>
  );
}
