import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { selfCheckQuery } from './self-check-query.js';

/** Above every page of the system administrator, while something must be looked at; nothing otherwise. */
export function SelfCheckNotice(): ReactNode {
  const { t } = useTranslation('app');
  const { data } = useQuery(selfCheckQuery);
  const count = data?.counters.filter(({ state }) => state === 'ALARM').length ?? 0;
  if (count === 0) return null;
  return (
    <output className="shell-notices">
      {t('selfCheck', { count })} <Link to="/system/self-check">{t('selfCheckGo')}</Link>
    </output>
  );
}
