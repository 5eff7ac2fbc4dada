import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonthInWords } from '../../components/day-text.js';
import { ExplainedLight } from './explained-light.js';
import type { FrozenLight } from './task-types.js';

/** The frozen lights of the year in a row, with progress against the time gone as two bars. */
export function MonthStrip({ months }: { months: readonly FrozenLight[] }): ReactNode {
  const { t } = useTranslation('tasks');
  const inWords = useMonthInWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the strip scrolls sideways on a phone, and keys must reach that too
    <ol className="month-strip" aria-label={t('months.strip')} tabIndex={0}>
      {months.map((month) => (
        <li key={month.month} title={month.explanation}>
          <span className="month-strip-name">{inWords(month.month).replace(/^\d+年/, '')}</span>
          <ExplainedLight light={month.light} label={month.lightLabel} why={month.explanation} />
          <Bars month={month} />
          <span className="month-strip-progress">
            {month.verifiedProgress === null ? '–' : `${month.verifiedProgress}%`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Bars({ month }: { month: FrozenLight }): ReactNode {
  const { t } = useTranslation('tasks');
  const { timeProgress, verifiedProgress } = month;
  return (
    <svg
      className="month-strip-bars"
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('months.bars', { verified: verifiedProgress ?? 0, time: timeProgress ?? 0 })}
    >
      <rect width="100" height="14" fill="var(--ground)" />
      <rect width={verifiedProgress ?? 0} height="8" fill="var(--primary)" />
      <rect width={timeProgress ?? 0} y="10" height="4" fill="var(--grey)" />
    </svg>
  );
}
