import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesField } from '../../components/lines-field.js';
import { TextField } from '../../components/text-field.js';
import type { Matter } from './decision-types.js';
import { DeedModal } from './deed-modal.js';

/** Asks for an exception from what the law says of the ordinary case; somebody else approves it. */
export function ExceptDialog({
  matter: { decision, procedure },
  gate,
  onClose,
}: {
  matter: Matter;
  gate: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const [reason, setReason] = useState('');
  const [publishedIn, setPublishedIn] = useState('');
  const rule = procedure.gates.find(({ id }) => id === gate);
  const mustPublish = rule?.mustPublish ?? false;
  const missing = [
    ...(reason.trim() === '' ? [t('except.reason')] : []),
    ...(mustPublish && publishedIn.trim() === '' ? [t('except.publishedIn')] : []),
  ];
  return (
    <DeedModal
      id={decision.id}
      to={{ method: 'POST', path: `/decisions/${decision.id}/exceptions`, version: decision.version }}
      label={t('except.label')}
      title={t('except.title', { name: rule?.name ?? gate })}
      body={{ gate, reason, ...(mustPublish ? { publishedIn } : {}) }}
      missing={missing}
      onClose={onClose}
    >
      <p className="decision-quiet">
        {rule?.article} {t('except.lead')}
      </p>
      <LinesField label={t('except.reason')} autoFocus maxLength={1000} value={reason} onText={setReason} />
      {mustPublish && (
        <TextField
          label={t('except.publishedIn')}
          hint={t('except.publishedInHint')}
          maxLength={300}
          value={publishedIn}
          onText={setPublishedIn}
        />
      )}
    </DeedModal>
  );
}
