import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { ReminderDeeds } from './reminder-deeds.js';
import type { Reminder } from './reminder-queries.js';

const ROBOT_LIGHTS: Readonly<Record<NonNullable<Reminder['robot']>, LightValue>> = {
  QUEUED: 'GREY',
  SENT: 'DONE',
  FAILED: 'YELLOW',
  GIVEN_UP: 'RED',
};

/** One paper: what about, to whom, why, whether it arrived, whether it was answered. */
export function ReminderItem({ reminder }: { reminder: Reminder }): ReactNode {
  const { t } = useTranslation('reminders');
  return (
    <li>
      <div className="reminders-line">
        <Tag>{reminder.label}</Tag>
        <span>{reminder.number || t('noNumber')}</span>
        {reminder.taskId === null ? (
          <strong>{reminder.taskTitle}</strong>
        ) : (
          <Link to={`/tasks/${reminder.taskId}`}>
            {reminder.taskNumber}. {reminder.taskTitle}
            {reminder.node !== '' && ` · ${reminder.node}`}
          </Link>
        )}
        <span>
          {reminder.departmentName} {t(`recipient.${reminder.recipient}`)} {reminder.holder}
          {reminder.fallback && <Tag color="orange">{t('fallback')}</Tag>}
        </span>
        <Tag color={reminder.overdue ? 'red' : undefined}>{reminder.stateLabel}</Tag>
        {reminder.replyBy !== null && (
          <span className={reminder.overdue ? 'reminders-late' : 'reminders-quiet'}>
            {t('replyBy')} <DayText day={reminder.replyBy} />
            {reminder.overdue && t('overdue')}
          </span>
        )}
      </div>
      <p className="reminders-quiet">{reminder.explanation}</p>
      {reminder.stateReason !== '' && <p>{t('answer', { text: reminder.stateReason })}</p>}
      <div className="reminders-line reminders-quiet">
        <span>
          {t('sendOn')} <DayText day={reminder.sendOn} /> {reminder.deliveryLabel}{' '}
          {reminder.sentAt !== null && <InstantText at={reminder.sentAt} />}
        </span>
        {reminder.lastError !== '' && (
          <span className="reminders-late">
            {t('failed', { tries: reminder.tries, error: reminder.lastError })}
          </span>
        )}
        {reminder.robot !== null && (
          <span>
            {t('robot')} <Light value={ROBOT_LIGHTS[reminder.robot]} word={reminder.robotLabel} />
            {reminder.robotError !== '' && <span className="reminders-late"> {reminder.robotError}</span>}
          </span>
        )}
        {reminder.signature && (
          <span>
            {t('signed', { holder: reminder.signature.holder, how: reminder.signature.how })}{' '}
            {reminder.signature.at === null ? (
              <DayText day={reminder.signature.on} />
            ) : (
              <InstantText at={reminder.signature.at} />
            )}
          </span>
        )}
        <ReminderDeeds reminder={reminder} />
      </div>
    </li>
  );
}
