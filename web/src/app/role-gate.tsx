import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api/session-types.js';
import { useSession } from '../api/session.js';
import { PageState } from '../components/page-state.js';
import { Page } from '../components/page.js';

/** Shows a page to those who may open it and says to others whom to ask. The service guards the data all the same. */
export function RoleGate({ roles, children }: { roles: readonly Role[]; children: ReactNode }): ReactNode {
  const { t } = useTranslation('app');
  const { post } = useSession();
  if (post && roles.includes(post.role)) return children;
  return (
    <Page title={t('noPermission.title')}>
      <PageState
        kind="no-permission"
        title={post ? t('noPermission.text', { role: post.roleLabel }) : t('noPermission.noPost')}
      />
    </Page>
  );
}
