import { Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import { POST_KINDS, type Post, type PostKind } from './organization-queries.js';

type Wish = components['schemas']['AppointRequest'];

/** Appoints somebody: to a new post, or as the successor of who holds one. */
export function Appoint({ label, post }: { label: string; post?: Post }): ReactNode {
  const { t } = useTranslation('organization');
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [wish, setWish] = useState<Wish>({
    code: post?.code ?? '',
    department: post?.department ?? '',
    kind: post?.kind ?? 'LIAISON',
    holder: '',
    email: '',
    from: today,
  });
  const appoint = useDeed(
    (body: Wish, key) => take(api.POST('/api/v1/posts', { body, headers: once(key) })),
    { touches: [['posts'], ['workbench'], ['open-terms']], onDone: () => setOpen(false) },
  );
  const change = (changes: Partial<Wish>): void => setWish({ ...wish, ...changes });
  return (
    <>
      <Button
        size={post ? 'small' : 'middle'}
        type={post ? 'default' : 'primary'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={post ? t('appoint.title', { code: post.code, holder: post.holder }) : t('appoint.new')}
        okText={t('appoint.submit')}
        okButtonProps={{ disabled: wish.code === '' || wish.department === '' || wish.holder.trim() === '' }}
        confirmLoading={appoint.isPending}
        onOk={() => appoint.mutate(wish)}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <FormFault error={appoint.error} />
        {!post && <NewPost wish={wish} change={change} />}
        <TextField
          label={t('post.holder')}
          autoFocus
          maxLength={50}
          value={wish.holder}
          onText={(holder) => change({ holder })}
        />
        <TextField
          label={t('post.email')}
          hint={t('appoint.emailHint')}
          value={wish.email}
          onText={(email) => change({ email })}
        />
        <Field label={t('post.from')} hint={t('appoint.fromHint')}>
          {({ id }) => (
            <DayPicker id={id} value={wish.from} onChange={(from) => change({ from: from ?? today })} />
          )}
        </Field>
      </Modal>
    </>
  );
}

function NewPost({ wish, change }: { wish: Wish; change: (changes: Partial<Wish>) => void }): ReactNode {
  const { t } = useTranslation('organization');
  const choose = (department: string, kind: PostKind): void =>
    change({ department, kind, code: department === '' ? '' : `${department}-${kind}` });
  return (
    <>
      <Field label={t('appoint.department')}>
        {({ id }) => (
          <DepartmentSelect
            id={id}
            value={wish.department || undefined}
            onChange={(department) => choose(department ?? '', wish.kind)}
          />
        )}
      </Field>
      <Field label={t('post.kind')}>
        {(ties) => (
          <Select<PostKind>
            {...ties}
            value={wish.kind}
            onChange={(kind) => choose(wish.department, kind)}
            popupMatchSelectWidth={false}
            options={POST_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Field>
      <TextField
        label={t('post.code')}
        value={wish.code}
        onText={(code) => change({ code: code.toUpperCase() })}
      />
    </>
  );
}
