import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import type { StepField } from './decision-types.js';

/** The input that fits a field of a step: lines of text, a day, or one of the words the procedure knows. */
export function StepFieldInput({
  field,
  value,
  isRequired,
  onChange,
}: {
  field: StepField;
  value: string;
  isRequired: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <Field label={field.name}>
      {(ties) => {
        if (field.type === 'DAY')
          return <DayPicker id={ties.id} value={value || null} onChange={(day) => onChange(day ?? '')} />;
        if (field.type === 'CHOICE')
          return (
            <Select
              {...ties}
              value={value || undefined}
              placeholder={t('record.choose')}
              popupMatchSelectWidth={false}
              onChange={onChange}
              options={field.choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          );
        return (
          <Input.TextArea
            {...ties}
            className="decision-lines"
            rows={2}
            maxLength={2000}
            required={isRequired}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}
