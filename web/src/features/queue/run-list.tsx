import { Progress, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { runsQuery, type Run, type RunState } from './queue-queries.js';
import { QueueList } from './queue-list.js';
import { RetryButton } from './retry-button.js';
import { StateSelect } from './state-select.js';

const LIGHTS: Readonly<Record<Run['standing'], LightValue>> = {
  RUNNING: 'GREEN',
  STALLED: 'YELLOW',
  FAILED: 'RED',
  DONE: 'DONE',
  COLLAPSED: 'GREY',
};
const STATES = ['OPEN', 'RUNNING', 'STALLED', 'FAILED', 'DONE', 'COLLAPSED'] as const;

/** 定时任务: slots under way, failed and done. */
export function RunList(): ReactNode {
  const { t } = useTranslation('queue');
  const [state, setState] = useState<RunState>('OPEN');
  return (
    <QueueList
      query={runsQuery(state)}
      label={t('lists.runs')}
      none={t('none.runs')}
      filters={
        <StateSelect
          label={t('state')}
          value={state}
          states={STATES.map((value) => ({ value, label: t(`runStates.${value}`) }))}
          onChange={setState}
        />
      }
      keyOf={({ job, slot }) => `${job} ${slot}`}
      columns={[
        { title: t('columns.standing'), cell: (run) => <Standing run={run} /> },
        { title: t('columns.job'), cell: (run) => <strong>{run.jobLabel}</strong> },
        { title: t('columns.slot'), cell: (run) => run.slotLabel },
        { title: t('columns.process'), cell: ({ host, pid }) => t('place', { host, pid }) },
        { title: t('columns.started'), cell: (run) => <InstantText at={run.startedAt} /> },
        { title: t('columns.tries'), cell: (run) => run.attempts },
        { title: t('columns.outcome'), cell: (run) => <Outcome run={run} /> },
        { title: t('columns.deed'), cell: (run) => <Retry run={run} /> },
      ]}
    />
  );
}

function Standing({ run }: { run: Run }): ReactNode {
  const { t } = useTranslation('queue');
  return (
    <>
      <Light value={LIGHTS[run.standing]} word={run.standingLabel} />{' '}
      {run.isMadeUp && <Tag>{t('madeUp')}</Tag>}
    </>
  );
}

/** How far it has come, why it failed, or when it was done. */
function Outcome({ run }: { run: Run }): ReactNode {
  const { t } = useTranslation('queue');
  const { progress, error, finishedAt, standing } = run;
  if (progress) {
    const { done, total } = progress;
    return (
      <div className="queue-progress">
        <Progress
          percent={Math.floor((done / total) * 100)}
          size="small"
          aria-label={t('progress', { done, total })}
        />
        <span className="queue-quiet">{t('progress', { done, total })}</span>
      </div>
    );
  }
  if (standing === 'STALLED') return <span className="queue-advice">{t('stalled')}</span>;
  if (error !== '') return <span className="queue-error">{error}</span>;
  return finishedAt === null ? null : <InstantText at={finishedAt} />;
}

function Retry({ run: { job, slot, version, canRetry, jobLabel, slotLabel } }: { run: Run }): ReactNode {
  if (!canRetry) return null;
  return (
    <RetryButton
      what={`${jobLabel} ${slotLabel}`}
      run={(key) =>
        take(
          api.POST('/api/v1/queue/runs/retry', {
            body: { job, slot },
            headers: { ...ifMatch(version), ...once(key) },
          }),
        )
      }
    />
  );
}
