import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Departments } from '../pasted-cells.js';
import type { ReadCases } from './read-cases.js';

/** Faults that are told at once; the rest are counted. */
const TOLD = 20;

/** What the pasted rows were read as, and which cells must be mended, before anything is written. */
export function BatchFindings({
  list: { cases, faults },
  departments,
}: {
  list: ReadCases;
  departments: Departments;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const nameOf = (code: string): string => departments.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <output>{t('batch.read', { cases: cases.length, faults: faults.length })}</output>
      <ul className="court-faults">
        {faults.slice(0, TOLD).map(({ row, column, text }) => (
          <li key={`${row} ${column}`}>
            {t('court.fault', { row, column: t(`batch.column.${column}`), text: text || t('court.blank') })}{' '}
            {t(`batch.advice.${column}`)}
          </li>
        ))}
      </ul>
      {faults.length === 0 && (
        <ol className="court-rows">
          {cases.map(({ row, filing: { plaintiff, cause, instance } }) => (
            <li key={row}>
              <strong>{instance.number}</strong>
              <span>{t(`choice.level.${instance.level}`)}</span>
              <span>
                {plaintiff} {cause}
              </span>
              <span>{instance.parties.map(({ department }) => nameOf(department)).join('、')}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
