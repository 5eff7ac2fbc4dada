import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';

/** What is wrong in which cell of a list and what to do about it, in the words of the service, which name the column. */
export function CellProblems({
  problems,
}: {
  problems: readonly components['schemas']['CaseCellProblemResponse'][];
}): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <ul className="court-faults">
      {problems.map(({ row, cell, field, message }, place) => (
        <li key={`${row} ${field} ${place}`}>
          <strong>{t('list.place', { row, cell }).trimEnd()}</strong> {message}
        </li>
      ))}
    </ul>
  );
}
