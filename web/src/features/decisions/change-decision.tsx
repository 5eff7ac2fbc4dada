import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { isStale } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { StaleDialog } from '../../components/stale-dialog.js';
import { TextField } from '../../components/text-field.js';
import { TOUCHED } from './decision-queries.js';
import type { Decision } from './decision-types.js';

type Change = components['schemas']['ChangeDecisionRequest'];

/** Title, leader and planned day; another day asks for a reason, and what was planned before stays on record. */
export function ChangeDecision({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="decision-deeds no-print">
      <Button onClick={() => setOpen(true)}>{t('change.label')}</Button>
      {isOpen && <ChangeForm decision={decision} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ChangeForm({ decision, onClose }: { decision: Decision; onClose: () => void }): ReactNode {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const { title, supervisingLeader, finishOn } = decision;
  const [wish, setWish] = useState({ title, supervisingLeader, finishOn, reason: '' });
  const isMoved = wish.finishOn !== finishOn;
  const body: Change = {
    title: wish.title,
    supervisingLeader: wish.supervisingLeader,
    ...(isMoved ? { finishOn: wish.finishOn, reason: wish.reason } : {}),
  };
  const change = useDeed(
    (sent: Change, key) =>
      take(
        api.PATCH('/api/v1/decisions/{id}', {
          params: { path: { id: decision.id } },
          body: sent,
          headers: { ...ifMatch(decision.version), ...once(key) },
        }),
      ),
    {
      touches: TOUCHED,
      onDone: onClose,
      onRefused: (error) => {
        if (isStale(error)) void client.invalidateQueries({ queryKey: ['decision', decision.id] });
      },
    },
  );
  const isBlank = wish.title.trim() === '' || (isMoved && wish.reason.trim() === '');
  return (
    <Modal
      open
      title={t('change.title')}
      okText={t('save')}
      okButtonProps={{ disabled: isBlank }}
      confirmLoading={change.isPending}
      onOk={() => change.mutate(body)}
      onCancel={onClose}
    >
      <FormFault error={isStale(change.error) ? null : change.error} />
      <TextField
        label={t('facts.name')}
        autoFocus
        maxLength={200}
        value={wish.title}
        onText={(text) => setWish({ ...wish, title: text })}
      />
      <TextField
        label={t('facts.leader')}
        maxLength={100}
        value={wish.supervisingLeader}
        onText={(text) => setWish({ ...wish, supervisingLeader: text })}
      />
      <Field label={t('facts.finishOn')}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={wish.finishOn}
            onChange={(day) => setWish({ ...wish, finishOn: day ?? finishOn })}
          />
        )}
      </Field>
      {isMoved && (
        <TextField
          label={t('change.reason')}
          hint={t('change.hint')}
          maxLength={500}
          value={wish.reason}
          onText={(reason) => setWish({ ...wish, reason })}
        />
      )}
      <StaleDialog error={change.error} onReload={onClose} onKeep={() => change.reset()} />
    </Modal>
  );
}
