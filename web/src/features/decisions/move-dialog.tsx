import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesField } from '../../components/lines-field.js';
import type { MoveName } from './move-names.js';
import type { DeedOffer, Matter } from './decision-types.js';
import { DeedModal } from './deed-modal.js';

/** Returning, suspending, adjusting, ending: asks for the reason and tells what would be refused. */
export function MoveDialog({
  matter: { decision },
  offer,
  deed,
  onClose,
}: {
  matter: Matter;
  offer: DeedOffer;
  deed: MoveName;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const [reason, setReason] = useState('');
  // The reason is asked for by the form itself; what else stands against the deed is asked with any reason.
  const asked = reason.trim() === '' ? t('move.reason') : reason.trim();
  const needsReason = deed !== 'RESUBMIT' && deed !== 'CLOSE';
  return (
    <DeedModal
      id={decision.id}
      to={offer}
      label={offer.label}
      title={t('move.title', { label: offer.label, title: decision.title })}
      body={{ deed, reason: reason.trim() }}
      missing={needsReason && reason.trim() === '' ? [t('move.reason')] : []}
      wish={{ deed, reason: asked }}
      isDanger={deed === 'TERMINATE'}
      onClose={onClose}
    >
      <p>{t(`move.${deed}`)}</p>
      <LinesField label={t('move.reason')} autoFocus maxLength={1000} value={reason} onText={setReason} />
    </DeedModal>
  );
}
