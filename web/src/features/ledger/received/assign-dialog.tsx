import { App, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { ifMatch, once } from '../../../api/headers.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { DepartmentsSelect } from '../../../components/departments-select.js';
import { Field } from '../../../components/field.js';
import { FormFault } from '../../../components/form-fault.js';
import { TextField } from '../../../components/text-field.js';
import { TOUCHED, type Handed } from './received-queries.js';

type Wish = components['schemas']['AssignReceivedRequest'];

/** Gives a handed-down task to departments of one's own: who leads, who supports, and an earlier deadline if one likes. */
export function AssignDialog({ handed, onClose }: { handed: Handed; onClose: () => void }): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const [lead, setLead] = useState<string[]>([]);
  const [support, setSupport] = useState<string[]>([]);
  const [deadline, setDeadline] = useState('');
  const deed = useDeed(
    (body: Wish, key) =>
      take(
        api.POST('/api/v1/task-breakdowns/{id}/assign', {
          params: { path: { id: handed.id } },
          body,
          headers: { ...ifMatch(handed.version), ...once(key) },
        }),
      ),
    {
      touches: TOUCHED,
      onDone: ({ received }) => {
        void message.success(
          t('received.assigned', { ledger: received?.ledgerCode, number: received?.number }),
        );
        onClose();
      },
    },
  );
  const submit = (): void =>
    deed.mutate({ lead, support, ...(deadline.trim() === '' ? {} : { deadline: deadline.trim() }) });
  return (
    <Modal
      open
      title={t('received.assignTitle', { title: handed.title })}
      okText={t('received.assign')}
      okButtonProps={{ disabled: lead.length === 0 }}
      confirmLoading={deed.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <FormFault error={deed.error} />
      <p>{t('received.kept')}</p>
      <Field label={t('received.lead')} hint={t('received.leadHint')}>
        {({ id }) => <DepartmentsSelect id={id} value={lead} onChange={setLead} />}
      </Field>
      <Field label={t('received.support')}>
        {({ id }) => <DepartmentsSelect id={id} value={support} onChange={setSupport} />}
      </Field>
      <TextField
        label={t('received.deadline')}
        hint={t('received.deadlineHint', { due: handed.dueOn ?? handed.deadlineRaw })}
        maxLength={300}
        value={deadline}
        onText={setDeadline}
      />
    </Modal>
  );
}
