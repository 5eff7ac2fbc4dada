import { Segmented, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../components/day-picker.js';
import { useWide } from '../../../lib/use-wide.js';
import type { RateFilter } from '../litigation-queries.js';
import type { Choices } from '../use-choices.js';
import { REGISTERS, VARIANTS } from './rate-filter.js';

const PERIODS = ['all', '1', '2', '3', '4', 'own'] as const;
type PeriodName = (typeof PERIODS)[number];

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
        onChange={(year: number) => choose({ year: String(year), from: undefined, to: undefined })}
        options={years.map((value) => ({ value, label: t('year', { year: value }) }))}
      />
      <Period value={periodOf(filter)} onChange={(name) => choose(chosen(name, filter.year, today))} />
      {filter.from !== undefined && filter.to !== undefined && (
        <OwnPeriod from={filter.from} to={filter.to} choose={choose} />
      )}
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

/** Side by side where there is room, behind one box on a phone. */
function Period({ value, onChange }: { value: PeriodName; onChange: (name: PeriodName) => void }): ReactNode {
  const { t } = useTranslation('litigation');
  const shared = {
    'aria-label': t('rate.quarter'),
    value,
    onChange,
    options: PERIODS.map((name) => ({ value: name, label: t(`quarter.${name}`) })),
  };
  return useWide() ? (
    <Segmented<PeriodName> {...shared} />
  ) : (
    <Select<PeriodName> {...shared} popupMatchSelectWidth={false} />
  );
}

function OwnPeriod({ from, to, choose }: { from: string; to: string; choose: Choices['choose'] }): ReactNode {
  const { t } = useTranslation('litigation');
  const [fromId, toId] = [useId(), useId()];
  return (
    <span className="rate-own">
      <label htmlFor={fromId}>{t('rate.from')}</label>
      <DayPicker id={fromId} value={from} max={to} onChange={(day) => choose({ from: day ?? from })} />
      <label htmlFor={toId}>{t('rate.to')}</label>
      <DayPicker id={toId} value={to} min={from} onChange={(day) => choose({ to: day ?? to })} />
    </span>
  );
}

function periodOf({ quarter, from }: RateFilter): PeriodName {
  if (from !== undefined) return 'own';
  return PERIODS.find((name) => name === String(quarter)) ?? 'all';
}

/** One's own period begins as the year up to today, or as the whole of an earlier year. */
function chosen(name: PeriodName, year: number, today: string): Record<string, string | undefined> {
  const end = today.startsWith(String(year)) ? today : `${year}-12-31`;
  if (name === 'own') return { quarter: undefined, from: `${year}-01-01`, to: end };
  return { quarter: name === 'all' ? undefined : name, from: undefined, to: undefined };
}
