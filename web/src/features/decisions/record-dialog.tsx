import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import type { DeedOffer, Matter, Step } from './decision-types.js';
import { DeedModal } from './deed-modal.js';
import { ExceptDialog } from './except-dialog.js';
import { StepFieldInput } from './step-field.js';
import { filledIn, isWanted, missingNames, type StepValues } from './step-values.js';

/** Records a step with the fields its procedure asks for; what would be refused is told while it is filled in. */
export function RecordDialog({
  matter,
  step,
  offer,
  onClose,
}: {
  matter: Matter;
  step: Step;
  offer: DeedOffer;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { today } = useSession();
  const fields = matter.procedure.steps.find(({ id }) => id === step.id)?.fields ?? [];
  const [on, setOn] = useState(today);
  const [values, setValues] = useState<StepValues>(step.fields);
  const [excepted, setExcepted] = useState<string | null>(null);
  const body = { on, fields: filledIn(fields, values) };
  if (excepted !== null)
    return <ExceptDialog matter={matter} gate={excepted} onClose={() => setExcepted(null)} />;
  return (
    <DeedModal
      id={matter.decision.id}
      to={offer}
      label={offer.label}
      title={t('record.title', { step: step.name })}
      body={body}
      missing={missingNames(fields, values)}
      wish={{ deed: 'RECORD', step: step.id, ...body }}
      width={680}
      onExcept={setExcepted}
      onClose={onClose}
    >
      <p className="decision-quiet">
        {step.role} · {step.article}
      </p>
      <Field label={t('record.on')}>
        {({ id }) => <DayPicker id={id} value={on} max={today} onChange={(day) => setOn(day ?? today)} />}
      </Field>
      {fields.map((field) => (
        <StepFieldInput
          key={field.id}
          field={field}
          isRequired={isWanted(field, values)}
          value={values[field.id] ?? ''}
          onChange={(value) => setValues({ ...values, [field.id]: value })}
        />
      ))}
    </DeedModal>
  );
}
