import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { useDeed } from '../../api/use-deed.js';
import { DayText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';
import { openTermsQuery, TOUCHED, type Account, type OpenTerm } from './account-queries.js';

/** Posts somebody is appointed to and cannot sign in for yet: the security administrator's daily list. */
export function OpenTerms({ accounts }: { accounts: readonly Account[] }): ReactNode {
  const { t } = useTranslation('identity');
  const read = useQuery(openTermsQuery);
  return (
    <section className="panel" aria-labelledby="open-terms-heading">
      <h2 id="open-terms-heading">{t('open.title', { count: read.data?.items.length ?? 0 })}</h2>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.data?.items.length === 0 && <PageState kind="empty" title={t('open.none')} />}
      <ul className="accounts-terms">
        {read.data?.items.map((term) => (
          <Term key={`${term.post} ${term.from}`} term={term} accounts={accounts} />
        ))}
      </ul>
    </section>
  );
}

function Term({ term, accounts }: { term: OpenTerm; accounts: readonly Account[] }): ReactNode {
  const { t } = useTranslation('identity');
  const { message } = App.useApp();
  const [picked, setPicked] = useState<string>();
  // Whoever bears the name of the one appointed is meant, as a rule; the accounts may be read after the terms.
  const chosen = picked ?? accounts.find(({ name }) => name === term.holder)?.id;
  const grant = useDeed(
    (id: string) =>
      take(api.POST('/api/v1/accounts/{id}/grants', { params: { path: { id } }, body: { post: term.post } })),
    { touches: TOUCHED, onDone: () => void message.success(t('open.done', { post: term.post })) },
  );
  const label = `${term.department?.name ?? ''} ${term.roleLabel} ${term.holder}`;
  return (
    <li>
      <span className="accounts-term">
        {label}
        <span className="accounts-note">
          {t('open.from')} <DayText day={term.from} />
        </span>
      </span>
      <Select
        aria-label={t('open.choose', { post: label })}
        placeholder={t('open.placeholder')}
        value={chosen}
        onChange={setPicked}
        showSearch={{ optionFilterProp: 'label' }}
        options={accounts
          .filter(({ duty, state }) => duty === null && state === 'ACTIVE')
          .map(({ id, username, name }) => ({ value: id, label: `${name}（${username}）` }))}
      />
      <Button
        disabled={chosen === undefined}
        loading={grant.isPending}
        onClick={() => chosen !== undefined && grant.mutate(chosen)}
      >
        {t('open.grant')}
      </Button>
      <FormFault error={grant.error} />
    </li>
  );
}
