import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fact } from '../../components/fact.js';
import { DayText } from '../../components/day-text.js';
import { Pace, type PaceValue } from '../../components/pace.js';
import { ExplainedLight } from './explained-light.js';
import type { TaskView } from './task-types.js';

/** Where the task stands today, in one look: its light and why, its state, the day it is due, its progress. */
export function Standing({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { task, light } = page;
  const lead = page.parts.find(({ isFirstLead }) => isFirstLead);
  return (
    <section className="panel standing" aria-label={t('standing.title')}>
      <div className={`standing-light standing-${(light.light ?? 'none').toLowerCase()}`}>
        <ExplainedLight light={light.light} label={light.lightLabel} why={light.explanation} />
        {light.explanation && <p>{light.explanation}</p>}
        {light.redMonths > 1 && (
          <p className="is-red">{t('standing.redMonths', { count: light.redMonths })}</p>
        )}
      </div>
      <dl className="standing-facts">
        <Fact name={t('standing.state')}>
          {task.stateLabel}
          <span className="task-note">{t('standing.since', { day: task.stateSince })}</span>
          {task.stateReason && <span className="task-note">{task.stateReason}</span>}
        </Fact>
        <Fact name={t('standing.due')}>
          {task.dueOn === null ? task.deadlineRaw : <DayText day={task.dueOn} />}
          {task.originalDueOn !== task.dueOn && task.originalDueOn !== null && (
            <span className="task-note">{t('standing.original', { day: task.originalDueOn })}</span>
          )}
          {light.overdueDays > 0 && (
            <span className="task-note is-red">{t('standing.overdue', { count: light.overdueDays })}</span>
          )}
        </Fact>
        <Fact name={t('standing.lead')}>{lead?.department.name ?? '–'}</Fact>
        <Fact name={t('standing.progress')}>
          {light.verifiedProgress === null ? t('standing.notVerified') : `${light.verifiedProgress}%`}
          {light.timeProgress !== null && (
            <span className="task-note">{t('standing.time', { percent: light.timeProgress })}</span>
          )}
          {light.pace !== null && <Pace value={light.pace as PaceValue} />}
        </Fact>
        {light.reportState !== null && (
          <Fact name={t('standing.report')}>{t(`reportState.${light.reportState}`)}</Fact>
        )}
      </dl>
    </section>
  );
}
