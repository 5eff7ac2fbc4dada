import { Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { TOUCHED, type Account } from './account-queries.js';

/** The posts an account stands for, and how long. */
export function GrantList({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation('identity');
  const mayRevoke = useRole() === 'SECADMIN';
  const revoke = useDeed(
    (grantId: string) =>
      take(
        api.POST('/api/v1/accounts/{id}/grants/{grantId}/revoke', {
          params: { path: { id: account.id, grantId } },
        }),
      ),
    { touches: TOUCHED },
  );
  if (account.grants.length === 0) return <span className="accounts-note">{t('noPost')}</span>;
  return (
    <ul className="accounts-grants">
      {account.grants.map((grant) => (
        <li key={grant.id}>
          <Space size={6} wrap>
            <span>
              {grant.department?.name} {grant.roleLabel}
            </span>
            <span className="accounts-note">
              {grant.to === null
                ? t('since', { from: grant.from })
                : t('until', { from: grant.from, to: grant.to })}
            </span>
            {grant.holder !== account.name && (
              <Tag color="orange">{t('heldBy', { holder: grant.holder })}</Tag>
            )}
            {mayRevoke && (
              <ConfirmDeed
                label={t('revoke.label')}
                title={t('revoke.title', { name: account.name, post: grant.post })}
                danger
                button={{ size: 'small' }}
                onConfirm={() => revoke.mutateAsync(grant.id)}
              >
                <p>{t('revoke.text')}</p>
              </ConfirmDeed>
            )}
          </Space>
        </li>
      ))}
    </ul>
  );
}
