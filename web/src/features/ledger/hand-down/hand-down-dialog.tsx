import { App, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { once } from '../../../api/headers.js';
import { Problem } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { FormFault } from '../../../components/form-fault.js';
import { LinesField } from '../../../components/lines-field.js';
import { ReceiversChoice, type Receiver } from '../../../components/receivers-choice.js';
import { TOUCHED } from '../received/received-queries.js';
import type { Ticks } from './use-ticks.js';

type Wish = components['schemas']['BreakDownRequest'];

/** A task that cannot be handed down, as the service tells it. */
interface RefusedTask {
  id: string;
  message: string;
}

/** 分解下达 of several tasks at once, all of them or none: to which districts, and what is to be heeded. */
export function HandDownDialog({
  ticks,
  receivers,
  onClose,
  onDone,
}: {
  ticks: Ticks;
  receivers: readonly Receiver[];
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const deed = useDeed(
    (body: Wish, key) => take(api.POST('/api/v1/task-breakdowns', { body, headers: once(key) })),
    {
      touches: TOUCHED,
      onDone: ({ items }) => {
        void message.success(t('handDown.done', { count: items.length }));
        onDone();
      },
    },
  );
  const submit = (): void =>
    deed.mutate({
      tasks: ticks.items.map(({ id, version }) => ({ id, version })),
      receivers: chosen.map((code) => ({ code })),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  const leaveOut = (refused: readonly RefusedTask[]): void => {
    const ids = new Set(refused.map(({ id }) => id));
    ticks.set(
      ticks.items.filter(({ id }) => ids.has(id)),
      false,
    );
    deed.reset();
  };
  const isReady = chosen.length > 0 && ticks.items.length > 0;
  return (
    <Modal
      open
      title={t('handDown.title', { count: ticks.items.length })}
      okText={t('handDown.confirm', { tasks: ticks.items.length, receivers: chosen.length })}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={deed.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <Refusal error={deed.error} onLeaveOut={leaveOut} />
      <p>{t('handDown.consequence')}</p>
      <ReceiversChoice receivers={receivers} chosen={chosen} onChange={setChosen} />
      <LinesField label={t('handDown.note')} maxLength={1000} value={note} onText={setNote} />
    </Modal>
  );
}

/** Where tasks stand in the way, each of them with its reason, and the way on without them. */
function Refusal({
  error,
  onLeaveOut,
}: {
  error: unknown;
  onLeaveOut: (refused: readonly RefusedTask[]) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const refused = refusedOf(error);
  if (refused.length === 0) return <FormFault error={error} />;
  return (
    <div className="hand-down-refused" role="alert">
      <p className="form-fault">{t('handDown.refused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ id, message }) => (
          <li key={id}>{message}</li>
        ))}
      </ul>
      <Button size="small" onClick={() => onLeaveOut(refused)}>
        {t('handDown.leaveOut')}
      </Button>
    </div>
  );
}

function refusedOf(error: unknown): readonly RefusedTask[] {
  if (!(error instanceof Problem) || error.code !== 'BREAKDOWNS_REFUSED') return [];
  return (error.details['rows'] ?? []) as RefusedTask[];
}
