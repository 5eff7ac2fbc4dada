import { App, Button, InputNumber, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { once } from '../../../api/headers.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { FormFault } from '../../../components/form-fault.js';
import { LinesField } from '../../../components/lines-field.js';
import { ReceiversChoice } from '../../../components/receivers-choice.js';
import type { TaskView } from '../task-types.js';
import { TOUCHED, type RollUp } from './roll-up-queries.js';

type Wish = components['schemas']['BreakDownRequest'];

/** 分解下达: which districts, each with its share of the target, and what is to be heeded. */
export function BreakDownDialog({
  page: { task },
  candidates,
}: {
  page: TaskView;
  candidates: RollUp['candidates'];
}): ReactNode {
  const { t } = useTranslation('tasks');
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shares, setShares] = useState<Readonly<Record<string, number | null>>>({});
  const [note, setNote] = useState('');
  const deed = useDeed(
    (body: Wish, key) => take(api.POST('/api/v1/task-breakdowns', { body, headers: once(key) })),
    {
      touches: TOUCHED,
      onDone: ({ items }) => {
        void message.success(t('breakDown.done', { count: items.length }));
        setOpen(false);
        setChosen([]);
      },
    },
  );
  const { target } = task;
  const receiverOf = (code: string): Wish['receivers'][number] => {
    if (target === null) return { code };
    const value = code in shares ? (shares[code] ?? null) : target.value;
    return { code, target: value === null ? null : { value, unit: target.unit } };
  };
  const submit = (): void =>
    deed.mutate({
      tasks: [{ id: task.id, version: task.version }],
      receivers: chosen.map(receiverOf),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  return (
    <>
      <Button className="no-print" type="primary" onClick={() => setOpen(true)}>
        {t('breakDown.open')}
      </Button>
      <Modal
        open={isOpen}
        title={t('breakDown.title', { number: task.number, title: task.title })}
        okText={t('breakDown.confirm', { count: chosen.length })}
        okButtonProps={{ disabled: chosen.length === 0 }}
        confirmLoading={deed.isPending}
        onOk={submit}
        onCancel={() => setOpen(false)}
      >
        <FormFault error={deed.error} />
        <p>{t('breakDown.consequence')}</p>
        <ReceiversChoice
          receivers={candidates}
          chosen={chosen}
          onChange={setChosen}
          beside={({ code, name }) =>
            target !== null && (
              <InputNumber
                aria-label={t('breakDown.share', { name })}
                min={1}
                precision={0}
                suffix={target.unit}
                value={code in shares ? shares[code] : target.value}
                onChange={(value) => setShares({ ...shares, [code]: value })}
              />
            )
          }
        />
        <LinesField label={t('breakDown.note')} maxLength={1000} value={note} onText={setNote} />
      </Modal>
    </>
  );
}
