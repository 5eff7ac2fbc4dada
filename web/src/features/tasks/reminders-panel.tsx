import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Nothing, Panel } from './panel.js';
import type { TaskView } from './task-types.js';

type Reminder = TaskView['reminders'][number];

const AT_FIRST = 6;

/** What was sent about the task, to whom, and the proof that it arrived. */
export function RemindersPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { reminders } = page;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? reminders : reminders.slice(0, AT_FIRST);
  return (
    <Panel
      id="reminders"
      title={t('reminders.title')}
      note={reminders.length > 0 ? t('reminders.count', { count: reminders.length }) : undefined}
    >
      {reminders.length === 0 && <Nothing>{t('reminders.none')}</Nothing>}
      <ul className="task-list">
        {shown.map((reminder) => (
          <li key={reminder.id}>
            <div className="task-line">
              <b>{reminder.label}</b>
              <span>{reminder.department.name}</span>
              <span>{t(`recipient.${reminder.recipient}`)}</span>
              {reminder.node && <span>{reminder.node}</span>}
              {reminder.number && <span className="task-note">{reminder.number}</span>}
              <span className="task-line-end task-note">
                <DayText day={reminder.sendOn} />
              </span>
            </div>
            <div className="task-note">{reminder.explanation}</div>
            <div className="task-note">
              <Proof reminder={reminder} />
            </div>
          </li>
        ))}
      </ul>
      {reminders.length > shown.length && (
        <Button className="no-print" onClick={() => setWhole(true)}>
          {t('reminders.all', { count: reminders.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

function Proof({ reminder: { proof, state, replyBy } }: { reminder: Reminder }): ReactNode {
  const { t } = useTranslation('tasks');
  const said = [
    proof === null
      ? t('reminders.unsent')
      : t('reminders.proof', { status: proof.status, holder: proof.holder || t('reminders.vacant') }),
    proof?.signedOn ? t('reminders.signed', { day: proof.signedOn, who: proof.signedBy }) : '',
    replyBy === null ? '' : t('reminders.replyBy', { day: replyBy }),
    state === 'ISSUED' ? '' : t(`reminderState.${state}`),
  ];
  return said.filter(Boolean).join(t('reminders.and'));
}
