import { useQueryClient } from '@tanstack/react-query';
import { InputNumber, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { isStale } from '../../api/problem.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';
import { StaleDialog } from '../../components/stale-dialog.js';
import { TextField } from '../../components/text-field.js';
import { TOUCHED } from './decision-queries.js';
import type { Opinion, OpinionWish } from './opinion-queries.js';

const ADOPTIONS = ['ADOPTED', 'PARTLY', 'NOT'] as const;
const BLANK: OpinionWish = { source: '', opinion: '', people: 1, adoption: 'ADOPTED', reason: '' };

/** Enters or changes a line; what is not adopted, or only in part, asks for the reason. */
export function OpinionDialog({
  id,
  version,
  opinion,
  onClose,
}: {
  id: string;
  version: number;
  /** Null for a new line. */
  opinion: Opinion | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const [wish, setWish] = useState<OpinionWish>(() => wishOf(opinion ?? BLANK));
  const save = useDeed(
    (body: OpinionWish, key) => {
      const headers = { ...ifMatch(version), ...once(key) };
      if (opinion === null)
        return take(api.POST('/api/v1/decisions/{id}/opinions', { params: { path: { id } }, body, headers }));
      const path = { id, opinionId: opinion.id };
      return take(
        api.PUT('/api/v1/decisions/{id}/opinions/{opinionId}', { params: { path }, body, headers }),
      );
    },
    {
      touches: TOUCHED,
      onDone: onClose,
      onRefused: (error) => {
        if (isStale(error)) void client.invalidateQueries({ queryKey: ['decision', id] });
      },
    },
  );
  const needsReason = wish.adoption !== 'ADOPTED';
  const isBlank = wish.opinion.trim() === '' || (needsReason && wish.reason.trim() === '');
  return (
    <Modal
      open
      title={opinion ? t('opinions.editOf', { ordinal: opinion.ordinal }) : t('opinions.add')}
      okText={t('save')}
      okButtonProps={{ disabled: isBlank }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate(wish)}
      onCancel={onClose}
    >
      <FormFault error={isStale(save.error) ? null : save.error} />
      <TextField
        label={t('opinions.source')}
        hint={t('opinions.sourceHint')}
        autoFocus
        maxLength={200}
        value={wish.source}
        onText={(source) => setWish({ ...wish, source })}
      />
      <LinesField
        label={t('opinions.opinion')}
        maxLength={4000}
        value={wish.opinion}
        onText={(text) => setWish({ ...wish, opinion: text })}
      />
      <Field label={t('opinions.people')}>
        {(ties) => (
          <InputNumber
            {...ties}
            min={1}
            max={100_000_000}
            precision={0}
            value={wish.people}
            onChange={(people) => setWish({ ...wish, people: people ?? 1 })}
          />
        )}
      </Field>
      <Radio.Group
        className="decision-choice"
        aria-label={t('opinions.adoption')}
        value={wish.adoption}
        onChange={(event) => setWish({ ...wish, adoption: event.target.value as OpinionWish['adoption'] })}
        options={ADOPTIONS.map((value) => ({ value, label: t(`opinions.${value}`) }))}
      />
      <LinesField
        label={t('opinions.reason')}
        hint={needsReason ? t('opinions.reasonHint') : undefined}
        maxLength={4000}
        value={wish.reason}
        onText={(reason) => setWish({ ...wish, reason })}
      />
      <StaleDialog error={save.error} onReload={onClose} onKeep={() => save.reset()} />
    </Modal>
  );
}

function wishOf({ source, opinion, people, adoption, reason }: OpinionWish): OpinionWish {
  return { source, opinion, people, adoption, reason };
}
