import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { InstantText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { Light } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { AnchorPlaces } from './anchor-places.js';
import { selfCheckQuery } from './self-check-query.js';
import './self-check.css';

type Counter = components['schemas']['CounterResponse'];
type SelfCheck = components['schemas']['SelfCheckResponse'];

const LIGHTS = { OK: 'GREEN', ALARM: 'RED', NOTE: 'YELLOW', UNKNOWN: 'GREY' } as const;

/** 运行自检: every counter that must be 0, what to do when it is not, and whether anchors arrive. */
export function SelfCheckPage(): ReactNode {
  const { t } = useTranslation('self-check');
  const isKeeper = useRole() === 'SYSADMIN';
  const read = useQuery(selfCheckQuery);
  const { data } = read;
  return (
    <Page title={t('title')} actions={isKeeper && <LookNow />}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <>
          <Standing check={data} />
          <section className="panel">
            <h2>{t('counters')}</h2>
            <ul className="self-check-list">
              {data.counters.map((counter) => (
                <CounterLine key={counter.key} counter={counter} />
              ))}
            </ul>
          </section>
          <AnchorPlaces check={data} />
        </>
      )}
    </Page>
  );
}

function Standing({ check }: { check: SelfCheck }): ReactNode {
  const { t } = useTranslation('self-check');
  const { checkedAt, seconds, problems, isStale, hasAlertMail } = check;
  return (
    <section className="panel">
      {checkedAt === null ? (
        <p>{t('never')}</p>
      ) : (
        <p>
          {t('last')} <InstantText at={checkedAt} /> {t('took', { seconds })}
        </p>
      )}
      {isStale && checkedAt !== null && <p className="self-check-alarm">{t('stale')}</p>}
      {checkedAt !== null && problems.length === 0 && (
        <p>
          <Light value="GREEN" word={t('allGood')} />
        </p>
      )}
      {problems.length > 0 && (
        <ul className="self-check-problems" aria-label={t('problems')}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {!hasAlertMail && <p className="self-check-quiet">{t('noMail')}</p>}
    </section>
  );
}

function CounterLine({ counter }: { counter: Counter }): ReactNode {
  const { t } = useTranslation('self-check');
  const { title, value, state, advice } = counter;
  return (
    <li>
      <div className="self-check-line">
        <Light value={LIGHTS[state]} word={t(`state.${state}`)} />
        <span>{title}</span>
        <strong>{value ?? t('unknown')}</strong>
      </div>
      {(state === 'ALARM' || state === 'NOTE') && <p className="self-check-quiet">{advice}</p>}
    </li>
  );
}

function LookNow(): ReactNode {
  const { t } = useTranslation('self-check');
  const { message } = App.useApp();
  const look = useDeed(() => take(api.POST('/api/v1/self-check')), {
    touches: [selfCheckQuery.queryKey],
    onDone: ({ problems }) => void message.info(t('looked', { count: problems.length })),
  });
  return (
    <>
      <Button type="primary" loading={look.isPending} onClick={() => look.mutate(undefined)}>
        {t('look')}
      </Button>
      <FormFault error={look.error} />
    </>
  );
}
