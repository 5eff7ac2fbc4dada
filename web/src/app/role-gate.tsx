import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api/session-types.js';
import { useSession } from '../api/session.js';
import { PageState } from '../components/page-state.js';
import { Page } from '../components/page.js';

/** 三员: whoever administers can be given no post of the office, so he is not told to ask for one. */
const ADMINISTRATORS: ReadonlySet<Role> = new Set<Role>(['SYSADMIN', 'SECADMIN', 'AUDITOR']);

/** Shows a page to those who may open it and says to others whom to ask. The service guards the data all the same. */
export function RoleGate({ roles, children }: { roles: readonly Role[]; children: ReactNode }): ReactNode {
  const { t } = useTranslation('app');
  const { post } = useSession();
  if (post && roles.includes(post.role)) return children;
  return (
    <Page title={t('noPermission.title')}>
      <PageState kind="no-permission" title={t(textFor(post?.role), { role: post?.roleLabel })} />
    </Page>
  );
}

function textFor(role: Role | undefined): string {
  if (role === undefined) return 'noPermission.noPost';
  return ADMINISTRATORS.has(role) ? 'noPermission.administrator' : 'noPermission.text';
}
