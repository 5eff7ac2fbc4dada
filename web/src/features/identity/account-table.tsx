import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { WideTable } from '../../components/wide-table.js';
import { AccountDeeds } from './account-deeds.js';
import type { Account, MadeAccount } from './account-queries.js';
import { GrantList } from './grant-list.js';

/** Accounts with what they may do and how they stand. */
export function AccountTable({
  accounts,
  onMade,
}: {
  accounts: readonly Account[];
  onMade: (made: MadeAccount) => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  const role = useRole();
  return (
    <WideTable<Account>
      label={t('list')}
      rowKey="id"
      dataSource={[...accounts]}
      columns={[
        { title: t('column.username'), dataIndex: 'username' },
        { title: t('column.name'), dataIndex: 'name' },
        {
          title: t('column.duty'),
          render: (_, account) =>
            account.dutyLabel === null ? <GrantList account={account} /> : <Tag>{account.dutyLabel}</Tag>,
        },
        { title: t('column.state'), render: (_, account) => <Standing account={account} /> },
        {
          title: t('column.lastSignIn'),
          render: (_, account) =>
            account.lastSignInAt === null ? t('never') : <InstantText at={account.lastSignInAt} />,
        },
        ...(role === 'SYSADMIN'
          ? [
              {
                title: t('column.deeds'),
                className: 'no-print',
                render: (_: unknown, account: Account) => <AccountDeeds account={account} onMade={onMade} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** How an account stands, in words and not by colour alone. */
function Standing({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <>
      <Tag color={account.state === 'ACTIVE' ? 'green' : 'red'}>{account.stateLabel}</Tag>
      {account.state === 'DISABLED' && <span className="accounts-note">{account.stateReason}</span>}
      {account.mustChange && <Tag>{t('mustChange')}</Tag>}
      {account.failedSince > 0 && <Tag color="orange">{t('failed', { count: account.failedSince })}</Tag>}
    </>
  );
}
