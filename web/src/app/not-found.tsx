import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageState } from '../components/page-state.js';
import { Page } from '../components/page.js';

/** For an address that leads nowhere. */
export function NotFound(): ReactNode {
  const { t } = useTranslation('app');
  return (
    <Page title={t('notFound.title')}>
      <PageState kind="empty" title={t('notFound.text')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </Page>
  );
}
