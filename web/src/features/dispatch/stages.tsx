import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import type { Stage, Timeline } from './dispatch-queries.js';

/** A sign beside the word, so that the state is not told by colour alone. */
const SIGNS: Readonly<Record<Stage['state'], string>> = {
  DONE: '✓',
  NOW: '▶',
  AHEAD: '○',
  LATE: '!',
  UNKNOWN: '–',
};

/** The month's steps with their planned and real days, and what stands in the way of each. */
export function Stages({ timeline }: { timeline: Timeline }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <section className="panel keep-together" aria-label={t('stages')}>
      <ol className="round-stages">
        {timeline.stages.map((stage) => (
          <li
            key={stage.stage}
            className={`round-${stage.state.toLowerCase()}`}
            aria-current={stage.state === 'NOW' ? 'step' : undefined}
          >
            <strong>
              <span aria-hidden="true">{SIGNS[stage.state]}</span> {stage.label}
            </strong>
            <span>
              {stage.doneOn === null ? (
                <>
                  {t('planned')} <DayText day={stage.plannedOn} />
                </>
              ) : (
                <>
                  {t('done')} <DayText day={stage.doneOn} />
                </>
              )}
            </span>
            <span className="round-quiet">{stage.stateLabel}</span>
            {stage.state !== 'DONE' &&
              stage.blocks.map((block) => (
                <span key={block.text} className="round-quiet">
                  {block.text}
                </span>
              ))}
          </li>
        ))}
      </ol>
      {timeline.provisional && <p className="round-quiet">{t('provisional')}</p>}
      {timeline.madeUp && <Tag>{t('madeUp')}</Tag>}
    </section>
  );
}
