import { App, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { TOUCHED, type Account, type MadeAccount } from './account-queries.js';

/** What the system administrator does with somebody else's account. */
export function AccountDeeds({
  account,
  onMade,
}: {
  account: Account;
  onMade: (made: MadeAccount) => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  const { message } = App.useApp();
  const own = useSession().account.id === account.id;
  const path = { id: account.id };
  const headers = ifMatch(account.version);
  const reset = useDeed(
    () => take(api.POST('/api/v1/accounts/{id}/reset-password', { params: { path }, headers })),
    { touches: TOUCHED, onDone: (made: MadeAccount) => onMade(made) },
  );
  const unlock = useDeed(() => take(api.POST('/api/v1/accounts/{id}/unlock', { params: { path } })), {
    touches: TOUCHED,
    onDone: () => void message.success(t('unlocked', { name: account.name })),
  });
  const change = useDeed(
    ({ to, reason }: { to: 'disable' | 'enable'; reason: string }) =>
      take(
        to === 'disable'
          ? api.POST('/api/v1/accounts/{id}/disable', {
              params: { path },
              body: { reason },
              headers,
            } as never)
          : api.POST('/api/v1/accounts/{id}/enable', {
              params: { path },
              body: { reason },
              headers,
            } as never),
      ),
    { touches: TOUCHED },
  );
  if (own) return <span className="accounts-note">{t('own')}</span>;
  const to = account.state === 'ACTIVE' ? 'disable' : 'enable';
  return (
    <Space size={4} wrap>
      <ConfirmDeed
        label={t('reset.label')}
        title={t('reset.title', { name: account.name })}
        button={{ size: 'small' }}
        onConfirm={() => reset.mutateAsync(undefined)}
      >
        <p>{t('reset.text')}</p>
      </ConfirmDeed>
      {account.failedSince > 0 && (
        <ConfirmDeed
          label={t('unlock.label')}
          title={t('unlock.title', { name: account.name })}
          button={{ size: 'small' }}
          onConfirm={() => unlock.mutateAsync(undefined)}
        />
      )}
      <ConfirmDeed
        label={t(`${to}.label`)}
        title={t(`${to}.title`, { name: account.name })}
        reason="required"
        danger={to === 'disable'}
        button={{ size: 'small' }}
        onConfirm={(reason) => change.mutateAsync({ to, reason })}
      >
        <p>{t(`${to}.text`)}</p>
      </ConfirmDeed>
    </Space>
  );
}
