import { App, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../api/problem.js';
import { sendDeed } from '../../api/send-deed.js';
import { useRole, useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { StaleDialog } from '../../components/stale-dialog.js';
import { TextField } from '../../components/text-field.js';
import { TOUCHED } from './decision-queries.js';
import type { Board } from './decision-types.js';

/** The deed a catalogue waits for: the clerk enters the consent, the director approves the publication. */
export function CatalogueDeed({ board }: { board: Board }): ReactNode {
  const { t } = useTranslation('decisions');
  const role = useRole();
  const [isOpen, setOpen] = useState(false);
  const deed = { DRAFT: 'consent', CONSENTED: 'publish' }[board.state as 'DRAFT' | 'CONSENTED'];
  if (deed === undefined || !board.isOwn) return null;
  const isMine = role === (deed === 'consent' ? 'CLERK' : 'DIRECTOR');
  const isEmpty = board.items.every(({ removedOn }) => removedOn !== null);
  if (!isMine || isEmpty) return <p className="decision-quiet">{t(`${deed}.waits`)}</p>;
  return (
    <div className="decision-deeds no-print">
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(`${deed}.label`)}
      </Button>
      {isOpen && <CatalogueForm board={board} deed={deed} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** A document or place, and a day. */
function CatalogueForm({
  board,
  deed,
  onClose,
}: {
  board: Board;
  deed: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const { today } = useSession();
  const [text, setText] = useState('');
  const [on, setOn] = useState(today);
  const label = t(`${deed}.label`);
  const path = `/decision-catalogues/${board.year}/${deed}`;
  const send = useDeed(
    (body: object, key) => sendDeed({ method: 'POST', path, version: board.version }, body, key),
    {
      touches: TOUCHED,
      onDone: () => {
        void message.success(t('done', { label }));
        onClose();
      },
    },
  );
  const name = deed === 'consent' ? 'document' : 'where';
  return (
    <Modal
      open
      title={t(`${deed}.title`, { year: board.year })}
      okText={t('confirm', { label })}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate({ on, [name]: text.trim() })}
      onCancel={onClose}
    >
      <FormFault error={isStale(send.error) ? null : send.error} />
      <p>{t(`${deed}.lead`)}</p>
      <TextField label={t(`${deed}.text`)} autoFocus maxLength={200} value={text} onText={setText} />
      <Field label={t(`${deed}.on`)}>
        {({ id }) => <DayPicker id={id} value={on} max={today} onChange={(day) => setOn(day ?? today)} />}
      </Field>
      <StaleDialog error={send.error} onReload={onClose} onKeep={onClose} />
    </Modal>
  );
}
