import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { TOUCHED, type Reminder } from './reminder-queries.js';

/** What one's role may do with a paper as it stands; the service decides all the same. */
export function ReminderDeeds({ reminder }: { reminder: Reminder }): ReactNode {
  const { t } = useTranslation('reminders');
  const role = useRole();
  const isOffice = role === 'CLERK' || role === 'DIRECTOR';
  const isOfDepartment = role === 'LIAISON' || role === 'HEAD';
  const { approve, answer, dismiss } = useReminderDeeds(reminder.id);
  return (
    <Space size={6} wrap className="no-print reminders-deeds">
      {reminder.state === 'PROPOSED' && reminder.approver === role && (
        <ConfirmDeed
          label={t('approve.label')}
          title={t('approve.title', { paper: reminder.paper, department: reminder.departmentName })}
          button={{ type: 'primary', size: 'small' }}
          onConfirm={() => approve.mutateAsync(undefined)}
        />
      )}
      {isOfDepartment && reminder.state === 'ISSUED' && reminder.replyBy !== null && (
        <ConfirmDeed
          label={t('reply.label')}
          title={t('reply.title', { number: reminder.number })}
          reason="required"
          reasonLabel={t('reply.text')}
          button={{ size: 'small' }}
          onConfirm={(text) => answer.mutateAsync(text)}
        />
      )}
      {isOffice && (reminder.state === 'PROPOSED' || reminder.state === 'ISSUED') && (
        <ConfirmDeed
          label={t('dismiss.label')}
          title={t('dismiss.title', { label: reminder.label })}
          reason="required"
          button={{ size: 'small' }}
          onConfirm={(text) => dismiss.mutateAsync(text)}
        />
      )}
      {isOffice && reminder.delivery === 'GIVEN_UP' && reminder.digestId !== null && (
        <Resend digestId={reminder.digestId} />
      )}
    </Space>
  );
}

function useReminderDeeds(id: string) {
  const params = { path: { id } };
  const approve = useDeed(() => take(api.POST('/api/v1/reminders/{id}/approve', { params })), {
    touches: TOUCHED,
  });
  const answer = useDeed(
    (text: string) => take(api.POST('/api/v1/reminders/{id}/reply', { params, body: { text } })),
    { touches: TOUCHED },
  );
  const dismiss = useDeed(
    (text: string) => take(api.POST('/api/v1/reminders/{id}/dismiss', { params, body: { text } })),
    { touches: TOUCHED },
  );
  return { approve, answer, dismiss };
}

/** Sends a day's digest again that could not be delivered. */
function Resend({ digestId }: { digestId: string }): ReactNode {
  const { t } = useTranslation('reminders');
  const params = { path: { id: digestId } };
  const resend = useDeed(
    async () => {
      const digest = await take(api.GET('/api/v1/digests/{id}', { params }));
      return take(api.POST('/api/v1/digests/{id}/resend', { params, headers: ifMatch(digest.version) }));
    },
    { touches: TOUCHED },
  );
  return (
    <>
      <Button size="small" loading={resend.isPending} onClick={() => resend.mutate(undefined)}>
        {t('resend')}
      </Button>
      <FormFault error={resend.error} />
    </>
  );
}
