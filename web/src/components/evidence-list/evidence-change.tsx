import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../day-picker.js';
import { Field } from '../field.js';
import { FormFault } from '../form-fault.js';
import type { Evidence } from './evidence-types.js';

/** Changes what is said of a piece; its file stays. */
export function EvidenceChange({
  piece,
  onDone,
}: {
  piece: Evidence;
  onDone: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('evidence-list');
  const [description, setDescription] = useState(piece.description);
  const [secrecy, setSecrecy] = useState(piece.secrecy);
  const [validUntil, setValidUntil] = useState(piece.validUntil);
  const change = useDeed(
    () =>
      take(
        api.PATCH('/api/v1/evidence/{id}', {
          params: { path: { id: piece.id } },
          body: { description: description.trim(), secrecy, validUntil },
          headers: ifMatch(piece.version),
        }),
      ),
    { onDone },
  );
  return (
    <div>
      <h3 className="evidence-part">{t('change')}</h3>
      <FormFault error={change.error} />
      <Field label={t('description')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={500}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        )}
      </Field>
      <div className="evidence-said">
        <Select
          aria-label={t('secrecy')}
          value={secrecy}
          onChange={setSecrecy}
          options={(['INTERNAL', 'PUBLIC'] as const).map((value) => ({
            value,
            label: t(`secrecyOf.${value}`),
          }))}
        />
        <label className="evidence-until">
          {t('until')}
          <DayPicker value={validUntil} onChange={setValidUntil} />
        </label>
        <Button loading={change.isPending} onClick={() => change.mutate(undefined)}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
}
