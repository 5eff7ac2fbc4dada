import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const STEPS = ['upload', 'check', 'commit', 'issue'] as const;

/** How far the import is. */
export function ImportSteps({ at }: { at: number }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <ol className="import-steps">
      {STEPS.map((step, place) => (
        <li
          key={step}
          className={place < at ? 'is-past' : place === at ? 'is-now' : undefined}
          aria-current={place === at ? 'step' : undefined}
        >
          <span aria-hidden="true">{place < at ? '✓' : place + 1}</span>
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
