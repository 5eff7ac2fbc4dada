import { Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { ifMatch, once } from '../../../api/headers.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { DepartmentSelect } from '../../../components/department-select.js';
import { Field } from '../../../components/field.js';
import { FormFault } from '../../../components/form-fault.js';
import { TextField } from '../../../components/text-field.js';

type Robot = components['schemas']['RobotResponse'];
type Wish = components['schemas']['AddRobotRequest'] & { secret: string };

/** Enters the robot of a department's group, or another key for one; what was saved is never shown again. */
export function RobotForm({ label, robot }: { label: string; robot?: Robot }): ReactNode {
  const { t } = useTranslation('reminders');
  const [isOpen, setOpen] = useState(false);
  const empty: Wish = {
    department: robot?.department ?? '',
    kind: robot?.kind ?? 'WECOM',
    key: '',
    secret: '',
  };
  const [wish, setWish] = useState(empty);
  const change = (changes: Partial<Wish>): void => setWish({ ...wish, ...changes });
  const close = (): void => {
    setWish(empty);
    setOpen(false);
  };
  const save = useDeed(send(robot), { touches: [['robots']], onDone: close });
  return (
    <>
      <Button
        size={robot ? 'small' : 'middle'}
        type={robot ? 'default' : 'primary'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={t('robots.save')}
        okButtonProps={{ disabled: wish.department === '' || wish.key.trim() === '' }}
        confirmLoading={save.isPending}
        onOk={() => save.mutate(wish)}
        onCancel={close}
        destroyOnHidden
      >
        <FormFault error={save.error} />
        {!robot && <Whose wish={wish} change={change} />}
        <TextField
          label={t('robots.key')}
          hint={t('robots.keyHint')}
          autoComplete="off"
          value={wish.key}
          onText={(key) => change({ key })}
        />
        {wish.kind === 'DINGTALK' && (
          <TextField
            label={t('robots.secret')}
            hint={t('robots.secretHint')}
            autoComplete="off"
            value={wish.secret}
            onText={(secret) => change({ secret })}
          />
        )}
      </Modal>
    </>
  );
}

function Whose({ wish, change }: { wish: Wish; change: (changes: Partial<Wish>) => void }): ReactNode {
  const { t } = useTranslation('reminders');
  return (
    <>
      <Field label={t('robots.department')}>
        {({ id }) => (
          <DepartmentSelect
            id={id}
            value={wish.department || undefined}
            onChange={(department) => change({ department: department ?? '' })}
          />
        )}
      </Field>
      <Field label={t('robots.kind')}>
        {({ id }) => (
          <Select
            id={id}
            value={wish.kind}
            onChange={(kind) => change({ kind, secret: '' })}
            options={[
              { value: 'WECOM', label: t('robots.kinds.WECOM') },
              { value: 'DINGTALK', label: t('robots.kinds.DINGTALK') },
            ]}
          />
        )}
      </Field>
    </>
  );
}

function send(robot: Robot | undefined) {
  return ({ department, kind, key, secret }: Wish, submission: string): Promise<Robot> => {
    const given = { key: key.trim(), ...(secret.trim() === '' ? {} : { secret: secret.trim() }) };
    if (!robot) {
      const body = { department, kind, ...given };
      return take(api.POST('/api/v1/robots', { body, headers: once(submission) }));
    }
    const params = { path: { id: robot.id } };
    return take(api.PUT('/api/v1/robots/{id}/key', { params, body: given, headers: ifMatch(robot.version) }));
  };
}
