import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { cataloguesQuery } from './decision-queries.js';
import { useJurisdiction } from './use-year.js';

/** Whose catalogue is shown: one's own, or that of a city or district below. Nothing where there is no choice. */
export function JurisdictionSelect(): ReactNode {
  const { t } = useTranslation('decisions');
  const asked = useJurisdiction();
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery(cataloguesQuery);
  const below = new Map<string, string>();
  for (const { isOwn, jurisdiction } of data?.items ?? [])
    if (!isOwn && jurisdiction !== null) below.set(jurisdiction.code, jurisdiction.name);
  if (below.size === 0) return null;
  const choose = (code: string): void => {
    const next = new URLSearchParams(search);
    if (code === '') next.delete('jurisdiction');
    else next.set('jurisdiction', code);
    setSearch(next);
  };
  return (
    <Select
      aria-label={t('jurisdiction')}
      value={asked ?? ''}
      popupMatchSelectWidth={false}
      onChange={choose}
      options={[
        { value: '', label: t('ownJurisdiction') },
        ...[...below].map(([value, label]) => ({ value, label })),
      ]}
    />
  );
}
