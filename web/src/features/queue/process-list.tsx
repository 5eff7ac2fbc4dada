import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import type { Process } from './queue-queries.js';

const LIGHTS: Readonly<Record<Process['standing'], LightValue>> = {
  ALIVE: 'GREEN',
  LOST: 'RED',
  REPLACED: 'GREY',
};
const MINUTE = 60_000;

/** 进程: who is there, since when, and who is not heard of any more. `at` is the instant of the answer. */
export function ProcessList({ processes, at }: { processes: readonly Process[]; at: number }): ReactNode {
  const { t } = useTranslation('queue');
  return (
    <section className="panel">
      <h2>{t('processes')}</h2>
      {processes.length === 0 && <PageState kind="empty" title={t('noProcess')} />}
      <ul className="queue-rows">
        {processes.map((process) => (
          <li key={process.id}>
            <div className="queue-line">
              <Light value={LIGHTS[process.standing]} word={process.standingLabel} />
              <strong>{process.roleLabel}</strong>
              <span>{t('place', { host: process.host, pid: process.pid })}</span>
              <span className="queue-quiet">{t(process.works ? 'works' : 'answersOnly')}</span>
              <Transport process={process} />
              <span className="queue-quiet">{t('version', { version: process.version })}</span>
            </div>
            <div className="queue-line queue-quiet">
              <span>
                {t('since')} <InstantText at={process.startedAt} />
              </span>
              <Seen ago={at - process.seenAt} />
            </div>
            {process.advice !== '' && <p className="queue-advice">{process.advice}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Transport({ process: { transport, transportLabel } }: { process: Process }): ReactNode {
  if (transport === 'REDIS_LOST') return <Light value="YELLOW" word={transportLabel} />;
  return <span className="queue-quiet">{transportLabel}</span>;
}

function Seen({ ago }: { ago: number }): ReactNode {
  const { t } = useTranslation('queue');
  const minutes = Math.floor(Math.max(0, ago) / MINUTE);
  if (minutes < 1) return <span>{t('seenNow')}</span>;
  return <span>{t('seen', { minutes })}</span>;
}
