import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { deedsOn } from '../../components/task-deeds/deed-bar.js';
import { DeedButtons } from '../../components/task-deeds/deed-buttons.js';
import { Nothing, Panel } from './panel.js';
import type { TaskView } from './task-types.js';

/** Nodes and occurrences with when they were due and done. */
export function MilestonesPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { today } = useSession();
  const { milestones } = page.task;
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <Panel
      id="milestones"
      title={t('milestones.title')}
      note={milestones.length > 0 ? t('milestones.count', { done, total: milestones.length }) : undefined}
    >
      {milestones.length === 0 && <Nothing>{t('milestones.none')}</Nothing>}
      <ul className="task-list">
        {milestones.map((node) => (
          <li key={node.id}>
            <div className="task-line">
              <b>{node.label || node.period}</b>
              <span>
                <DayText day={node.dueOn} />
              </span>
              <span className="task-line-end">
                {node.doneOn !== null ? (
                  <span className="is-done">{t('milestones.done', { day: node.doneOn })}</span>
                ) : (
                  <span className={node.dueOn < today ? 'is-red' : undefined}>
                    {node.dueOn < today ? t('milestones.late') : t('milestones.open')}
                  </span>
                )}
              </span>
            </div>
            {node.originalDueOn !== node.dueOn && (
              <div className="task-note">{t('standing.original', { day: node.originalDueOn })}</div>
            )}
            {node.proof && <div className="task-note">{node.proof}</div>}
            <DeedButtons page={page} offers={deedsOn(page, 'milestones', node.id)} inRow />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
