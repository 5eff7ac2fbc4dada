import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../components/day-picker.js';
import type { FieldTies } from '../../../components/field.js';
import { CHOICES, type FieldSpec, type Values } from './form-spec.js';
import { SittingSelect } from './sitting-select.js';

interface FieldInputProps {
  spec: FieldSpec;
  ties: FieldTies;
  values: Values;
  onChange: (value: unknown) => void;
}

/** The single input that fits a field. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { spec, ties, values, onChange } = props;
  const value = values[spec.name];
  const text = textOf(value);
  const shared = {
    ...ties,
    value: text,
    ...(spec.maxLength === undefined ? {} : { maxLength: spec.maxLength }),
  };
  switch (spec.kind) {
    case 'lines':
      return <Input.TextArea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />;
    case 'text':
      return <Input {...shared} onChange={(event) => onChange(event.target.value)} />;
    case 'day':
      return <DayPicker id={ties.id} value={text || null} onChange={(day) => onChange(day ?? '')} />;
    case 'count':
      return (
        <InputNumber {...ties} min={0} max={50} precision={0} value={Number(value)} onChange={onChange} />
      );
    case 'sitting':
      return <SittingSelect ties={ties} day={values['day']} value={text} onChange={onChange} />;
    case 'choice':
    case 'department':
      return <Chosen {...props} />;
    case 'yes':
    case 'radio':
    case 'flags':
    case 'official':
    case 'parties':
      // These are several inputs; `FormFields` shows them under one heading.
      return null;
  }
}

/** One out of a list of words, or of the parties. */
function Chosen({ spec, ties, values, onChange }: FieldInputProps): ReactNode {
  const { t } = useTranslation('litigation');
  const { list, departments = [] } = spec;
  const options =
    list === undefined
      ? departments.map(({ code, name }) => ({ value: code, label: name }))
      : CHOICES[list].map((one) => ({ value: one, label: t(`choice.${list}.${one}`) }));
  return (
    <Select
      {...ties}
      className="court-choice"
      allowClear={spec.isRequired !== true}
      value={textOf(values[spec.name]) || undefined}
      onChange={onChange}
      options={options}
    />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
