import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './light.css';

/** How the progress stands to the time that has gone. */
export type PaceValue = 'AHEAD' | 'ON_SCHEDULE' | 'BEHIND' | 'DONE' | 'OTHER';

const SIGNS: Readonly<Record<PaceValue, string>> = {
  AHEAD: '▲',
  ON_SCHEDULE: '●',
  BEHIND: '▼',
  DONE: '✓',
  OTHER: '–',
};

/** A pace: sign, word and colour. */
export function Pace({ value }: { value: PaceValue }): ReactNode {
  const { t } = useTranslation('components');
  return (
    <span className={`pace pace-${value.toLowerCase()}`}>
      <span aria-hidden="true">{SIGNS[value]}</span>
      {t(`pace.${value}`)}
    </span>
  );
}
