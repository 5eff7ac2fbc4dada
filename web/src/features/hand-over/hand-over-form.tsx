import { App, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';
import { TextField } from '../../components/text-field.js';

/** Who takes the post over, from when; what is open is frozen into the record. */
export function HandOverForm({ post }: { post: string }): ReactNode {
  const { t } = useTranslation('hand-over');
  const { message } = App.useApp();
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [wish, setWish] = useState({ holder: '', email: '', from: today, note: '' });
  const handOver = useDeed(
    (body: typeof wish, key) =>
      take(
        api.POST('/api/v1/hand-overs/{postCode}', {
          params: { path: { postCode: post } },
          body,
          headers: once(key),
        }),
      ),
    {
      touches: [['hand-overs'], ['posts'], ['workbench']],
      onDone: ({ successor }) => {
        setOpen(false);
        void message.success(t('done', { successor }));
      },
    },
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('form.label')}
      </Button>
      <Modal
        open={isOpen}
        title={t('form.title', { post })}
        okText={t('form.submit')}
        okButtonProps={{ disabled: wish.holder.trim() === '' }}
        confirmLoading={handOver.isPending}
        onOk={() => handOver.mutate(wish)}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <FormFault error={handOver.error} />
        <TextField
          label={t('form.holder')}
          autoFocus
          maxLength={50}
          value={wish.holder}
          onText={(holder) => setWish({ ...wish, holder })}
        />
        <TextField
          label={t('form.email')}
          value={wish.email}
          onText={(email) => setWish({ ...wish, email })}
        />
        <Field label={t('form.from')} hint={t('form.fromHint')}>
          {({ id }) => (
            <DayPicker
              id={id}
              value={wish.from}
              onChange={(day) => setWish({ ...wish, from: day ?? today })}
            />
          )}
        </Field>
        <LinesField
          label={t('form.note')}
          maxLength={500}
          value={wish.note}
          onText={(text) => setWish({ ...wish, note: text })}
        />
      </Modal>
    </>
  );
}
