import { Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import { TOUCHED, type Duty, type MadeAccount } from './account-queries.js';

const DUTIES: readonly Duty[] = ['SYSADMIN', 'SECADMIN', 'AUDITOR'];

/** A button and a small form for a new account. */
export function CreateAccount({ onMade }: { onMade: (made: MadeAccount) => void }): ReactNode {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [duty, setDuty] = useState<Duty | ''>('');
  const create = useDeed(
    (body: { username: string; name: string; duty?: Duty }, key) =>
      take(api.POST('/api/v1/accounts', { body, headers: once(key) })),
    {
      touches: TOUCHED,
      onDone: (made) => {
        setOpen(false);
        setUsername('');
        setName('');
        setDuty('');
        onMade(made);
      },
    },
  );
  const submit = (): void => create.mutate({ username, name, ...(duty === '' ? {} : { duty }) });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('create.label')}
      </Button>
      <Modal
        open={isOpen}
        title={t('create.label')}
        okText={t('create.submit')}
        okButtonProps={{ disabled: username.trim() === '' || name.trim() === '' }}
        confirmLoading={create.isPending}
        onOk={submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <FormFault error={create.error} />
        <TextField
          label={t('column.name')}
          autoFocus
          autoComplete="off"
          maxLength={50}
          value={name}
          onText={setName}
        />
        <TextField
          label={t('column.username')}
          hint={t('create.usernameHint')}
          autoComplete="off"
          maxLength={40}
          value={username}
          onText={setUsername}
          onPressEnter={submit}
        />
        <Field label={t('create.duty')} hint={t('create.dutyHint')}>
          {(ties) => (
            <Select
              {...ties}
              className="accounts-duty"
              value={duty}
              onChange={setDuty}
              options={[
                { value: '', label: t('create.noDuty') },
                ...DUTIES.map((value) => ({ value, label: t(`duty.${value}`) })),
              ]}
            />
          )}
        </Field>
      </Modal>
    </>
  );
}
