import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Panel } from './panel.js';
import type { TaskView } from './task-types.js';

/** The deadline from the first on; the original one always stays to be seen. */
export function DeadlinesPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { originalDueOn, deadlineRaw, deadlineHistory } = page.task;
  return (
    <Panel id="deadlines" title={t('deadlines.title')}>
      <ol className="task-list">
        <li>
          <div className="task-line">
            <b>{originalDueOn === null ? deadlineRaw : <DayText day={originalDueOn} />}</b>
            <span>{t('deadlines.original')}</span>
          </div>
          <div className="task-note">{t('deadlines.raw', { text: deadlineRaw })}</div>
        </li>
        {deadlineHistory.map((change) => (
          <li key={change.deadlineVersion}>
            <div className="task-line">
              <b>
                <DayText day={change.toDueOn} />
              </b>
              <span>{t('deadlines.changed', { ordinal: change.deadlineVersion })}</span>
              <span className="task-line-end task-note">
                <DayText day={change.changedOn} />
              </span>
            </div>
            <div className="task-note">
              {t('deadlines.from', { day: change.fromDueOn ?? t('deadlines.tbd') })}
              {change.beforeMeeting && t('deadlines.beforeMeeting')}
            </div>
            {change.reason && <div className="task-note">{change.reason}</div>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
