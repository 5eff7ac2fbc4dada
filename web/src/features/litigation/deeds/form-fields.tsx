import type { ReactNode } from 'react';
import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.js';
import { FieldInput } from './field-input.js';
import {
  CHOICES,
  shownOf,
  type FieldSpec,
  type OfficialInput,
  type PartyInput,
  type Values,
} from './form-spec.js';
import { OfficialFields } from './official-fields.js';
import { PartiesFields } from './parties-fields.js';

interface FormFieldsProps {
  fields: readonly FieldSpec[];
  values: Values;
  /** Messages by field name. */
  faults: Readonly<Record<string, string>>;
  onChange: (values: Values) => void;
}

/** The fields of a form as it stands, each with what was said about it. */
export function FormFields({ fields, values, faults, onChange }: FormFieldsProps): ReactNode {
  return shownOf(fields, values).map((spec) => (
    <OneField
      key={spec.name}
      spec={spec}
      values={values}
      fault={faults[spec.name] ?? null}
      onChange={(value) => onChange({ ...values, [spec.name]: value })}
    />
  ));
}

interface OneFieldProps {
  spec: FieldSpec;
  values: Values;
  fault: string | null;
  onChange: (value: unknown) => void;
}

function OneField({ spec, values, fault, onChange }: OneFieldProps): ReactNode {
  const { t } = useTranslation('litigation');
  const { name, kind, isRequired = false, hint } = spec;
  const said = t(`field.${spec.label ?? name}`);
  const label = isRequired || kind === 'radio' ? said : t('optional', { label: said });
  const explained = hint === undefined ? undefined : t(`hint.${hint}`);
  if (kind === 'yes')
    return (
      <div className="field court-yes">
        <Checkbox checked={values[name] === true} onChange={(event) => onChange(event.target.checked)}>
          {said}
        </Checkbox>
        {explained !== undefined && <div className="field-hint">{explained}</div>}
      </div>
    );
  if (['official', 'parties', 'flags', 'radio'].includes(kind))
    return (
      <GroupField label={label} hint={explained} fault={fault}>
        <GroupInput spec={spec} value={values[name]} onChange={onChange} />
      </GroupField>
    );
  return (
    <Field label={label} fault={fault} {...(explained === undefined ? {} : { hint: explained })}>
      {(ties) => <FieldInput spec={spec} ties={ties} values={values} onChange={onChange} />}
    </Field>
  );
}

/** Several inputs under one heading. */
function GroupField({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint: string | undefined;
  fault: string | null;
  children: ReactNode;
}): ReactNode {
  return (
    <fieldset className="field court-group">
      <legend>{label}</legend>
      {children}
      {hint !== undefined && <div className="field-hint">{hint}</div>}
      {fault !== null && (
        <div className="field-fault" role="alert">
          {fault}
        </div>
      )}
    </fieldset>
  );
}

function GroupInput({
  spec,
  value,
  onChange,
}: Pick<OneFieldProps, 'spec' | 'onChange'> & { value: unknown }): ReactNode {
  const { t } = useTranslation('litigation');
  const { kind, list } = spec;
  if (kind === 'official') return <OfficialFields value={value as OfficialInput} onChange={onChange} />;
  if (kind === 'parties') return <PartiesFields value={value as PartyInput[]} onChange={onChange} />;
  const options = CHOICES[list!].map((one) => ({ value: one, label: t(`choice.${list}.${one}`) }));
  if (kind === 'flags')
    return <Checkbox.Group options={options} value={(value ?? []) as string[]} onChange={onChange} />;
  return <Radio.Group options={options} value={value} onChange={(event) => onChange(event.target.value)} />;
}
