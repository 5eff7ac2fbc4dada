import { Input } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field.js';

/** A labelled line of text; whatever else it is given goes to antd's input. */
interface TextFieldProps extends Omit<ComponentProps<typeof Input>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onText: (text: string) => void;
  /** Hidden while typed, with an eye to look. */
  secret?: boolean;
  hint?: ReactNode;
  fault?: string | null;
}

/** Label, input, hint and message in one. */
export function TextField({
  label,
  value,
  onText,
  secret = false,
  hint,
  fault,
  ...rest
}: TextFieldProps): ReactNode {
  const Box = secret ? Input.Password : Input;
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ties) => <Box {...rest} {...ties} value={value} onChange={(event) => onText(event.target.value)} />}
    </Field>
  );
}
