import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { PageState } from '../components/page-state.js';

/** When a page breaks: mostly its script is gone because the service was updated meanwhile, and loading anew helps. */
export function Failed(): ReactNode {
  const { t } = useTranslation('app');
  const error = useRouteError();
  const isOutdated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <main className="failed">
      <PageState
        kind="error"
        title={isOutdated ? t('failed.outdated') : t('failed.text')}
        error={error}
        action={
          <Button type="primary" onClick={() => location.reload()}>
            {t('failed.reload')}
          </Button>
        }
      />
    </main>
  );
}
