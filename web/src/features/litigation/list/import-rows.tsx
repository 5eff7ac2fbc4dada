import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { CellProblems } from './cell-problems.js';

type Row = components['schemas']['ImportedCaseRowResponse'];

/** What must be mended first; each kind with a sign of its own. */
const FATES = [
  ['REJECTED', '▲'],
  ['CREATED', '＋'],
  ['UPDATED', '↑'],
  ['UNCHANGED', '＝'],
] as const;

/** The rows of a list by what becomes of them; those that change nothing and differ in nothing stay folded. */
export function ImportRows({ rows }: { rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation('litigation');
  return FATES.map(([fate, sign]) => {
    const own = rows.filter((row) => row.fate === fate);
    if (own.length === 0) return null;
    const isOpen = fate !== 'UNCHANGED' || own.some(({ remarks }) => remarks.length > 0);
    return (
      <details key={fate} className="court-fate" open={isOpen}>
        <summary>
          <span aria-hidden="true">{sign} </span>
          {t(`import.fate.${fate}`, { count: own.length })}
        </summary>
        <ol className="court-rows">
          {own.map((row, place) => (
            <RowLine key={`${row.row} ${place}`} row={row} />
          ))}
        </ol>
      </details>
    );
  });
}

function RowLine({ row: { row, number, problems, remarks } }: { row: Row }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <li>
      <strong>{number}</strong>
      {problems.length > 0 ? (
        <CellProblems problems={problems} />
      ) : (
        <span className="court-quiet">{t('list.row', { row })}</span>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </li>
  );
}
