import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesField } from '../../components/lines-field.js';
import type { DeedOffer, Step } from './decision-types.js';
import { DeedModal } from './deed-modal.js';

/** Answers whether a step applies to the matter, with the reason that goes on file. */
export function DetermineDialog({
  id,
  step,
  offer,
  onClose,
}: {
  id: string;
  step: Step;
  offer: DeedOffer;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const [applies, setApplies] = useState(step.applies);
  const [reason, setReason] = useState(step.applicabilityReason);
  const missing = [
    ...(applies === null ? [t('determine.applies')] : []),
    ...(reason.trim() === '' ? [t('determine.reason')] : []),
  ];
  return (
    <DeedModal
      id={id}
      to={offer}
      label={offer.label}
      title={t('determine.title', { step: step.name })}
      body={{ applies: applies ?? true, reason }}
      missing={missing}
      onClose={onClose}
    >
      <p>
        {step.question} <span className="decision-quiet">{step.article}</span>
      </p>
      <Radio.Group
        className="decision-choice"
        aria-label={t('determine.applies')}
        value={applies}
        onChange={(event) => setApplies(event.target.value as boolean)}
        options={[
          { value: true, label: t('applies.true') },
          { value: false, label: t('applies.false') },
        ]}
      />
      <LinesField label={t('determine.reason')} maxLength={1000} value={reason} onText={setReason} />
    </DeedModal>
  );
}
