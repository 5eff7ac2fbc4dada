import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light } from '../../../components/light.js';
import { LIGHTS, STATES } from './counts-columns.js';
import type { Counts, LedgerRollUp } from './roll-up-queries.js';

/** The counts on a phone: a card for each district with what is not nought, the total first. */
export function DistrictCards({ board }: { board: LedgerRollUp }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <ul className="board-cards">
      <DistrictCard name={t('rollUp.total')} counts={board.counts} />
      {board.districts.map(({ code, name, counts }) => (
        <DistrictCard key={code} name={name} counts={counts} />
      ))}
    </ul>
  );
}

function DistrictCard({ name, counts }: { name: string; counts: Counts }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <li className="board-card">
      <strong>{name}</strong>
      <p className="roll-up-tallies">
        {STATES.filter((state) => state === 'handed' || counts[state] > 0).map((state) => (
          <span key={state}>
            {t(`rollUp.${state}`)} {counts[state]}
          </span>
        ))}
      </p>
      <p className="roll-up-tallies">
        {LIGHTS.filter(([, key]) => Number(counts[key]) > 0).map(([light, key]) => (
          <span key={light}>
            <Light value={light} /> {counts[key]}
          </span>
        ))}
        {counts.overdue > 0 && (
          <span>
            {t('rollUp.overdue')} {counts.overdue}
          </span>
        )}
        {counts.averageProgress !== null && (
          <span>
            {t('rollUp.average')} {counts.averageProgress}%
          </span>
        )}
      </p>
    </li>
  );
}
