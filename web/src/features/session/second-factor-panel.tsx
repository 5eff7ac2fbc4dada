import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { sessionQuery } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';
import { BindAuthenticator } from './bind-authenticator.js';
import { CodeForm } from './code-form.js';
import { RecoveryCodes } from './recovery-codes.js';

type Bound = components['schemas']['BoundSecondFactorResponse'];

/** Whether an authenticator is bound, and binding or unbinding one. */
export function SecondFactorPanel(): ReactNode {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const factor = useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/session/second-factor', { signal })),
  });
  const begin = useDeed(() => take(api.POST('/api/v1/session/second-factor')));
  const unbind = useDeed(
    (code: string) => take(api.POST('/api/v1/session/second-factor/unbind', { body: { code } })),
    {
      touches: [['second-factor']],
      onDone: (session) => {
        begin.reset();
        client.setQueryData(sessionQuery.queryKey, session);
      },
    },
  );
  const bound = async ({ recoveryCodes, session }: Bound): Promise<void> => {
    setCodes(recoveryCodes);
    await client.invalidateQueries({ queryKey: ['second-factor'] });
    client.setQueryData(sessionQuery.queryKey, session);
  };
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />;
  if (factor.isPending) return <PageState kind="loading" />;
  if (factor.error)
    return <PageState kind="error" error={factor.error} onRetry={() => void factor.refetch()} />;
  return (
    <section className="security-part">
      <h2>{t('factor.title')}</h2>
      {factor.data.bound ? (
        <>
          <p>{t('factor.bound', { left: factor.data.recoveryCodesLeft })}</p>
          <CodeForm submit={t('factor.unbind')} deed={unbind} danger />
        </>
      ) : begin.data ? (
        <BindAuthenticator authenticator={begin.data} onBound={bound} />
      ) : (
        <>
          <p>{t('factor.what')}</p>
          <FormFault error={begin.error} />
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
            {t('factor.begin')}
          </Button>
        </>
      )}
    </section>
  );
}
