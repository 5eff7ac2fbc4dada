import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from './reporting-queries.js';

/** By when, how much is left to write, and what came back; always in sight while one scrolls. */
export function SheetStanding({ sheet, children }: { sheet: Sheet; children: ReactNode }): ReactNode {
  const { t } = useTranslation('reporting');
  const { reportsDueOn, reportsDueAt, workingDaysLeft, frozen, toWrite, returned, freezeOn } = sheet;
  const left =
    workingDaysLeft < 0
      ? t('standing.late', { days: -workingDaysLeft, freezeOn })
      : t('standing.left', { days: workingDaysLeft });
  return (
    <section className="sheet-standing" aria-label={t('standing.name')}>
      <p className="sheet-standing-due">
        {frozen ? (
          <strong>{t('standing.frozen')}</strong>
        ) : (
          <>
            {t('standing.due', { day: reportsDueOn, at: reportsDueAt })}
            <strong className={workingDaysLeft < 0 ? 'sheet-late' : undefined}>{left}</strong>
          </>
        )}
      </p>
      <p>
        {t('standing.items', { count: sheet.lines.length })}
        {toWrite > 0 && <strong>{t('standing.toWrite', { count: toWrite })}</strong>}
        {returned > 0 && (
          <strong className="sheet-late">{t('standing.returned', { count: returned })}</strong>
        )}
      </p>
      <div className="sheet-standing-deeds no-print">{children}</div>
    </section>
  );
}
