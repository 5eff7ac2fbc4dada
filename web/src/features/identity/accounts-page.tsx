import { useInfiniteQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import { accountsQuery, type MadeAccount } from './account-queries.js';
import './accounts.css';
import { AccountTable } from './account-table.js';
import { CreateAccount } from './create-account.js';
import { FirstPassword } from './first-password.js';
import { OpenTerms } from './open-terms.js';

/** Accounts: the system administrator keeps them, the security administrator gives them posts, the auditor looks. */
export function AccountsPage(): ReactNode {
  const { t } = useTranslation('identity');
  const role = useRole();
  const [q, setQ] = useState('');
  const [made, setMade] = useState<MadeAccount | null>(null);
  const read = useInfiniteQuery(accountsQuery(q));
  const accounts = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('title')} actions={role === 'SYSADMIN' && <CreateAccount onMade={setMade} />}>
      <p className="page-lead">{t(`lead.${role ?? 'AUDITOR'}`)}</p>
      {role === 'SECADMIN' && <OpenTerms accounts={accounts} />}
      <section className="panel" aria-labelledby="accounts-heading">
        <h2 id="accounts-heading">{t('list')}</h2>
        <Input.Search
          className="no-print accounts-search"
          data-search
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          onSearch={(text) => setQ(text.trim())}
        />
        <LongList read={read} isEmpty={accounts.length === 0} none={t('none')}>
          {accounts.length > 0 && <AccountTable accounts={accounts} onMade={setMade} />}
        </LongList>
      </section>
      <FirstPassword made={made} onClose={() => setMade(null)} />
    </Page>
  );
}
