import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Panel } from './panel.js';
import type { TaskView } from './task-types.js';

/** What is to be done: as the program reads it, and word for word as it was issued. */
export function RequirementPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { task, source } = page;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['indicator', task.indicator],
    ['measures', task.measures],
    ['target', task.target === null ? '' : `${task.target.value}${task.target.unit}`],
    ['deadline', task.deadlineRaw],
    ['cadence', t(`cadence.${task.cadence}`)],
    ['startsOn', <DayText key="day" day={task.startsOn} />],
    ['assignedOn', task.assignedOn && <DayText key="day" day={task.assignedOn} />],
  ];
  return (
    <Panel id="requirement" title={t('requirement.title')}>
      <dl className="task-facts">
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`requirement.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {task.problems.length > 0 && (
        <ul className="task-problems" aria-label={t('requirement.problems')}>
          {task.problems.map((problem) => (
            <li key={`${problem.column} ${problem.code}`}>
              {problem.column && <b>{problem.column}</b>} {problem.message}
            </li>
          ))}
        </ul>
      )}
      {source ? (
        <details className="task-source" open={task.state === 'DRAFT'}>
          <summary>{t('requirement.source', { sheet: source.sheet, row: source.row })}</summary>
          <dl className="task-facts">
            {source.cells
              .filter(({ text }) => text !== '')
              .map(({ heading, text }) => (
                <div key={heading}>
                  <dt>{heading}</dt>
                  <dd className="task-raw">{text}</dd>
                </div>
              ))}
          </dl>
        </details>
      ) : (
        <p className="task-nothing">{t('requirement.byHand')}</p>
      )}
    </Panel>
  );
}
