import { App, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../field.js';
import { FormFault } from '../form-fault.js';
import { DeedFields } from './deed-fields.js';
import { NEW_TASK_FIELDS } from './deed-forms.js';
import './deeds.css';
import { fieldFaults } from './field-faults.js';
import { bodyOf, missingIn, type FieldValues } from './field-spec.js';

type NewTask = components['schemas']['CreateTaskRequest'];
type Ledger = Pick<components['schemas']['LedgerResponse'], 'id' | 'code' | 'title' | 'state'>;

/** A task that no file brings: written by hand into a ledger that is not closed. */
export function NewTaskDialog({
  ledgers,
  ledger,
  onClose,
}: {
  ledgers: readonly Ledger[];
  /** Code of the ledger that is looked at. */
  ledger: string | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const open = ledgers.filter(({ state }) => state !== 'CLOSED');
  const [code, setCode] = useState(ledger ?? open[0]?.code);
  const [values, setValues] = useState<FieldValues>({});
  const [isTried, setTried] = useState(false);
  const missing = missingIn(NEW_TASK_FIELDS, values);
  const create = useDeed(
    (body: NewTask, key) => take(api.POST('/api/v1/tasks', { body, headers: once(key) })),
    {
      touches: [['task-board'], ['tasks'], ['ledgers'], ['ledger'], ['workbench']],
      onDone: async ({ id, number }) => {
        void message.success(t('new.done', { number }));
        onClose();
        await navigate(`/tasks/${id}`);
      },
    },
  );
  const submit = (): void => {
    setTried(true);
    if (missing.length > 0 || code === undefined || create.isPending) return;
    create.mutate({ ledger: code, ...bodyOf(NEW_TASK_FIELDS, values) } as NewTask);
  };
  return (
    <Modal
      open
      width={720}
      title={t('new.title')}
      okText={t('new.confirm')}
      confirmLoading={create.isPending}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <FormFault error={create.error} />
      <Field label={t('new.ledger')}>
        {({ id }) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            value={code}
            onChange={setCode}
            options={open.map((each) => ({ value: each.code, label: each.title }))}
          />
        )}
      </Field>
      <DeedFields
        fields={NEW_TASK_FIELDS}
        values={values}
        faults={{
          ...(isTried ? Object.fromEntries(missing.map((name) => [name, t('missing')])) : {}),
          ...fieldFaults(create.error),
        }}
        ledgerId={open.find((each) => each.code === code)?.id ?? ''}
        onChange={setValues}
      />
    </Modal>
  );
}
