import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light, type LightValue } from '../../components/light.js';
import type { Overview } from './queue-queries.js';

const TRANSPORT_LIGHTS: Readonly<Record<Overview['transport']['kind'], LightValue>> = {
  IN_PROCESS: 'GREEN',
  REDIS: 'GREEN',
  REDIS_LOST: 'YELLOW',
};

/** The top: what somebody has to see to, how news of work travels, and the counters that should be 0. */
export function Standing({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('queue');
  const { problems, counters, transport } = overview;
  return (
    <section className="panel">
      <h2>{t('standing')}</h2>
      {problems.map((problem) => (
        <p key={problem} className="queue-problem" role="alert">
          <Light value="RED" word={problem} />
        </p>
      ))}
      <p>
        <Light value={TRANSPORT_LIGHTS[transport.kind]} word={transport.sentence} />
        {transport.reason !== '' && (
          <span className="queue-quiet"> {t('because', { reason: transport.reason })}</span>
        )}
      </p>
      <ul className="queue-counters" aria-label={t('counters')}>
        {counters.map(({ key, label, count, advice }) => (
          <li key={key} className={count === 0 ? undefined : 'queue-counter-bad'}>
            <span>{label}</span>
            <Light value={count === 0 ? 'GREEN' : 'RED'} word={String(count)} />
            {advice !== '' && <p>{advice}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
