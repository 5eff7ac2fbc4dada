import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import './hand-over.css';
import { HandOverForm } from './hand-over-form.js';
import { OpenItems } from './open-items.js';

type HandOver = components['schemas']['HandOverView'];

/** 交接: what is open on a post, its change of hands, and the successor's confirmation. */
export function HandOverPage(): ReactNode {
  const { t } = useTranslation('hand-over');
  const { post = '' } = useParams();
  const session = useSession();
  const role = session.post?.role;
  const read = useQuery({
    queryKey: ['hand-overs', post],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/hand-overs/{postCode}', { params: { path: { postCode: post } }, signal })),
  });
  const { data } = read;
  const isOffice = role === 'CLERK' || role === 'DIRECTOR';
  return (
    <Page title={t('title')} note={post} actions={data && isOffice && <HandOverForm post={post} />}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <>
          <section className="panel">
            <p>
              {data.holder === ''
                ? t('vacant', { fallback: data.fallbackHolder || t('nobody') })
                : t('holder', { department: data.sheet.departmentName, holder: data.holder })}
            </p>
            {data.handOvers.length > 0 && (
              <ul className="hand-over-list">
                {data.handOvers.map((one) => (
                  <Record
                    key={one.id}
                    record={one}
                    post={post}
                    mayConfirm={session.post?.code === post && one.from <= session.today}
                  />
                ))}
              </ul>
            )}
          </section>
          <OpenItems sheet={data.sheet} />
        </>
      )}
    </Page>
  );
}

function Record({
  record,
  post,
  mayConfirm,
}: {
  record: HandOver;
  post: string;
  mayConfirm: boolean;
}): ReactNode {
  const { t } = useTranslation('hand-over');
  const path = { postCode: post, id: record.id };
  const confirm = useDeed(
    () => take(api.POST('/api/v1/hand-overs/{postCode}/{id}/confirm', { params: { path } })),
    { touches: [['hand-overs'], ['workbench']] },
  );
  return (
    <li>
      <span>
        {t('record', { former: record.former, successor: record.successor })} <DayText day={record.from} />
      </span>
      {record.note !== '' && <span className="hand-over-quiet">{record.note}</span>}
      <a className="no-print" href={`/api/v1/hand-overs/${post}/${record.id}/document`} download>
        {t('document')}
      </a>
      {record.confirmedOn === null ? (
        <>
          <strong>{t('unconfirmed')}</strong>
          {mayConfirm && (
            <ConfirmDeed
              label={t('confirm.label')}
              title={t('confirm.title')}
              button={{ type: 'primary', size: 'small' }}
              onConfirm={() => confirm.mutateAsync(undefined)}
            />
          )}
        </>
      ) : (
        <span>
          {t('confirmed')} <DayText day={record.confirmedOn} />
        </span>
      )}
    </li>
  );
}
