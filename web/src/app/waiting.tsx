import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown while the page's own script comes; appears late, so a fast network never sees it. */
export function Waiting(): ReactNode {
  const { t } = useTranslation('components');
  return <output className="waiting">{t('state.loading')}</output>;
}
