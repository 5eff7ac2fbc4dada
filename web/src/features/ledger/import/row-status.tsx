import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowStatus } from './import-types.js';

const SIGNS: Readonly<Record<RowStatus, string>> = {
  ready: '✓',
  needsReview: '▲',
  rejected: '✕',
  skipped: '–',
};

/** Whether a row can be registered: sign, word and colour. */
export function RowStatusText({ status }: { status: RowStatus }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <span className={`row-status row-status-${status.toLowerCase()}`}>
      <span aria-hidden="true">{SIGNS[status]}</span>
      {t(`import.status.${status}`)}
    </span>
  );
}
