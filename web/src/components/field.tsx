import { useId, type ReactNode } from 'react';
import './field.css';

/** What ties an input to its label and its messages; spread it over the input. */
export interface FieldTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A labelled input with a hint and a message, for forms too small for antd's own. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: ReactNode;
  fault?: string | null;
  children: (ties: FieldTies) => ReactNode;
}): ReactNode {
  const id = useId();
  const hintId = hint === undefined ? '' : `${id}-hint`;
  const faultId = fault ? `${id}-fault` : '';
  const describedBy = [hintId, faultId].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': fault ? true : undefined,
      })}
      {hint !== undefined && (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      )}
      {fault && (
        <div className="field-fault" id={faultId} role="alert">
          {fault}
        </div>
      )}
    </div>
  );
}
