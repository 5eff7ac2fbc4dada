import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gate } from './decision-types.js';

/** What the law asks before a step: article, whether it stands open, what is missing and from when it can be. */
export function GateList({ gates, isDone }: { gates: readonly Gate[]; isDone: boolean }): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <div>
      <h4>{t('gate.title')}</h4>
      <ul className="gates">
        {gates.map((gate) => (
          <li key={gate.gate} className={`gate gate-${gate.status.toLowerCase()}`}>
            <strong>{t(gate.status === 'OPEN' && !isDone ? 'gate.clear' : `gate.${gate.status}`)}</strong>{' '}
            {gate.name}
            <span className="decision-quiet">
              {' '}
              {gate.article} {t(`force.${gate.force}`)}
            </span>
            {gate.missing.length > 0 && (
              <ul>
                {gate.missing.map((what) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>
            )}
            {gate.earliest !== null && gate.status !== 'OPEN' && (
              <p className="decision-quiet">{t('gate.earliest', { day: gate.earliest })}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
