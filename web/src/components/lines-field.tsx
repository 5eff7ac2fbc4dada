import { Input } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field.js';

/** Labelled text of several lines, a reason or a note; whatever else it is given goes to antd's input. */
interface LinesFieldProps extends Omit<ComponentProps<typeof Input.TextArea>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onText: (text: string) => void;
  hint?: ReactNode;
  fault?: string | null;
}

/** Label, input, hint and message in one; three lines high where nothing else is said. */
export function LinesField({ label, value, onText, hint, fault, ...rest }: LinesFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ties) => (
        <Input.TextArea
          rows={3}
          {...rest}
          {...ties}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
