import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.js';
import { cataloguesQuery } from './decision-queries.js';

/** The years that have a catalogue, this one and the next. */
export function YearSelect({ year }: { year: number }): ReactNode {
  const { t } = useTranslation('decisions');
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery(cataloguesQuery);
  const thisYear = Number(today.slice(0, 4));
  const years = new Set([thisYear + 1, thisYear, year, ...(data?.items ?? []).map((one) => one.year)]);
  return (
    <Select
      aria-label={t('year')}
      value={year}
      popupMatchSelectWidth={false}
      onChange={(value) => setSearch({ ...Object.fromEntries(search), year: String(value) })}
      options={[...years]
        .toSorted((a, b) => b - a)
        .map((value) => ({ value, label: t('ofYear', { year: value }) }))}
    />
  );
}
