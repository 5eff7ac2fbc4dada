import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './field.css';
import { sentenceOf } from './page-state.js';

/** What the service refused, above the form it is about; read out when it appears. */
export function FormFault({ error, children }: { error: unknown; children?: ReactNode }): ReactNode {
  const { t } = useTranslation('components');
  const sentence = sentenceOf(error, t);
  if (sentence === null) return null;
  return (
    <p className="form-fault" role="alert">
      {children ?? sentence}
    </p>
  );
}
