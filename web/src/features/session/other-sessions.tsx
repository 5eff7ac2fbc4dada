import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { useDeed } from '../../api/use-deed.js';
import { InstantText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';

/** Where else one is signed in, and signing out there. */
export function OtherSessions(): ReactNode {
  const { t } = useTranslation('session');
  const others = useQuery({
    queryKey: ['other-sessions'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/session/others', { signal })),
  });
  const end = useDeed(
    (id: string) => take(api.DELETE('/api/v1/session/others/{id}', { params: { path: { id } } })),
    {
      touches: [['other-sessions']],
    },
  );
  return (
    <section className="security-part">
      <h2>{t('others.title')}</h2>
      <FormFault error={end.error} />
      {others.isPending && <PageState kind="loading" />}
      {others.error && <PageState kind="error" error={others.error} onRetry={() => void others.refetch()} />}
      {others.data?.items.length === 0 && <p>{t('others.none')}</p>}
      <ul className="other-sessions">
        {others.data?.items.map(({ id, address, userAgent, seenAt }) => (
          <li key={id}>
            <span>
              {address} · <InstantText at={seenAt} />
              <br />
              <small>{userAgent}</small>
            </span>
            <Button
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
              aria-label={t('others.endOf', { address })}
            >
              {t('others.end')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
