import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './field.js';

/** What is to be heeded with something handed down; 1,000 characters at most, as the service takes it. */
export function NoteField({
  label,
  note,
  onNote,
}: {
  label: string;
  note: string;
  onNote: (note: string) => void;
}): ReactNode {
  return (
    <Field label={label}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => onNote(event.target.value)}
        />
      )}
    </Field>
  );
}
