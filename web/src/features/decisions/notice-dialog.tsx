import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.js';
import { useSession } from '../../api/session.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';
import type { Decision } from './decision-types.js';
import { saveFile } from './save-file.js';

/** The notice of a comment period; the service says when the days are too few and no reason is given. */
export function NoticeDialog({ decision, onClose }: { decision: Decision; onClose: () => void }): ReactNode {
  const { t } = useTranslation('decisions');
  const { today } = useSession();
  const [publishedOn, setPublishedOn] = useState(today);
  const [closesOn, setClosesOn] = useState('');
  const [contact, setContact] = useState('');
  const [reason, setReason] = useState('');
  const made = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams({
        publishedOn,
        closesOn,
        contact: contact.trim(),
        reason: reason.trim(),
      });
      const answer = await fetch(`/api/v1/decisions/${decision.id}/comment-notice?${query.toString()}`);
      if (!answer.ok) throw await problemOf(answer);
      saveFile(await answer.blob(), t('made.noticeFile'));
    },
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={t('made.notice')}
      okText={t('made.make')}
      okButtonProps={{ disabled: closesOn === '' || contact.trim().length < 2, loading: made.isPending }}
      onOk={() => made.mutate()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <FormFault error={made.error} />
      <Field label={t('made.publishedOn')}>
        {(ties) => <DayPicker {...ties} value={publishedOn} onChange={(day) => setPublishedOn(day ?? '')} />}
      </Field>
      <Field label={t('made.closesOn')} hint={t('made.days')}>
        {(ties) => (
          <DayPicker
            {...ties}
            value={closesOn}
            min={publishedOn}
            onChange={(day) => setClosesOn(day ?? '')}
          />
        )}
      </Field>
      <LinesField label={t('made.contact')} rows={2} maxLength={500} value={contact} onText={setContact} />
      <LinesField
        label={t('made.reason')}
        hint={t('made.reasonHint')}
        rows={2}
        maxLength={500}
        value={reason}
        onText={setReason}
      />
    </Modal>
  );
}
