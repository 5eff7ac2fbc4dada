import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../api/client.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayText } from '../../components/day-text.js';
import type { DepartmentDesk } from './workbench-types.js';

/** A paper that asks for an answer by a day, answered here. */
export function AnswerReminder({ reminder }: { reminder: DepartmentDesk['toAnswer'][number] }): ReactNode {
  const { t } = useTranslation('dashboard');
  const answer = useDeed(
    (text: string) =>
      take(
        api.POST('/api/v1/reminders/{id}/reply', { params: { path: { id: reminder.id } }, body: { text } }),
      ),
    { touches: [['workbench'], ['reminders']] },
  );
  return (
    <li>
      <span>
        <Tag>{reminder.label}</Tag>
        {reminder.number}{' '}
        {reminder.taskId === null ? (
          reminder.taskTitle
        ) : (
          <Link to={`/tasks/${reminder.taskId}`}>
            {reminder.taskNumber}. {reminder.taskTitle}
          </Link>
        )}
      </span>
      <span className={reminder.overdue ? 'workbench-reason' : 'workbench-quiet'}>
        {t('desk.replyBy')} <DayText day={reminder.replyBy} />
        {reminder.overdue && t('desk.replyOverdue')}
      </span>
      <ConfirmDeed
        label={t('desk.reply')}
        title={t('desk.replyTitle', { number: reminder.number })}
        reason="required"
        reasonLabel={t('desk.replyText')}
        button={{ size: 'small' }}
        onConfirm={(text) => answer.mutateAsync(text)}
      />
    </li>
  );
}
