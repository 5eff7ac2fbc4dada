import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../field.js';
import { FieldInput } from './field-input.js';
import type { FieldSpec, FieldValues } from './field-spec.js';

interface DeedFieldsProps {
  fields: readonly FieldSpec[];
  values: FieldValues;
  /** Messages by field name. */
  faults: Readonly<Record<string, string>>;
  ledgerId: string;
  taskId?: string;
  onChange: (values: FieldValues) => void;
}

/** These hold several inputs, so a heading names them and not one label. */
const IN_SECTIONS: ReadonlySet<FieldSpec['kind']> = new Set(['parts', 'evidence']);

/** The fields of a form, each with what was said about it. */
export function DeedFields({
  fields,
  values,
  faults,
  ledgerId,
  taskId,
  onChange,
}: DeedFieldsProps): ReactNode {
  const { t } = useTranslation('task-deeds');
  const group = useId();
  return fields.map((spec) => {
    const { name, label = name, hint, isRequired } = spec;
    const said = t(`field.${label}`);
    const shared = {
      label: isRequired ? said : t('optional', { label: said }),
      fault: faults[name] ?? null,
      ...(hint === undefined ? {} : { hint: t(`hint.${hint}`) }),
    };
    if (IN_SECTIONS.has(spec.kind))
      return (
        <section key={name} aria-labelledby={`${group}-${name}`}>
          <h3 id={`${group}-${name}`} className="deed-parts-name">
            {shared.label}
          </h3>
          {faults[name] && <p className="field-fault">{faults[name]}</p>}
          <FieldInput
            spec={spec}
            ties={{ id: `${group}-parts`, 'aria-describedby': undefined, 'aria-invalid': undefined }}
            value={values[name]}
            ledgerId={ledgerId}
            taskId={taskId}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        </section>
      );
    return (
      <Field key={name} {...shared}>
        {(ties) => (
          <FieldInput
            spec={spec}
            ties={ties}
            value={values[name]}
            ledgerId={ledgerId}
            taskId={taskId}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        )}
      </Field>
    );
  });
}
