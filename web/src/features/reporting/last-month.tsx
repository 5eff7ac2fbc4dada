import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetLine } from './reporting-queries.js';

/** What was reported last month, beside what is written now. */
export function LastMonth({ line: { lastMonth } }: { line: SheetLine }): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <section className="sheet-last">
      <h3>{t('last.title')}</h3>
      {lastMonth === null || lastMonth === undefined ? (
        <p className="sheet-quiet">{t('last.none')}</p>
      ) : (
        <>
          <p className="sheet-quiet">
            {lastMonth.stateLabel}
            {lastMonth.claimedProgress !== null && t('last.claimed', { percent: lastMonth.claimedProgress })}
            {lastMonth.verifiedProgress !== null &&
              t('last.verified', { percent: lastMonth.verifiedProgress })}
            {lastMonth.count !== null && t('last.count', { count: lastMonth.count })}
          </p>
          <p>{lastMonth.text}</p>
          {lastMonth.problems !== '' && <p>{t('last.problems', { text: lastMonth.problems })}</p>}
          {lastMonth.nextStep !== '' && <p>{t('last.nextStep', { text: lastMonth.nextStep })}</p>}
        </>
      )}
    </section>
  );
}
