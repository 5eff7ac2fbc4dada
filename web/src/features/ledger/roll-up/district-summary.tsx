import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light } from '../../../components/light.js';
import { useWide } from '../../../lib/use-wide.js';
import { LIGHTS, STATES } from './counts-columns.js';
import { DistrictCards } from './district-cards.js';
import type { Counts, LedgerRollUp } from './roll-up-queries.js';

/** How many tasks each district has, in which state and on which light; the last line adds them up; cards on a phone. */
export function DistrictSummary({ board }: { board: LedgerRollUp }): ReactNode {
  const { t } = useTranslation('ledger');
  const isWide = useWide();
  return (
    <section className="panel" aria-labelledby="districts-title">
      <h2 id="districts-title">{t('rollUp.districts')}</h2>
      {isWide ? <CountsTable board={board} /> : <DistrictCards board={board} />}
    </section>
  );
}

function CountsTable({ board }: { board: LedgerRollUp }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by the keyboard */}
      <section className="roll-up-box" tabIndex={0} aria-label={t('rollUp.countsScroll')}>
        <table className="board roll-up-counts">
          <thead>
            <tr>
              <th scope="col">{t('rollUp.district')}</th>
              {STATES.map((state) => (
                <th key={state} scope="col">
                  {t(`rollUp.${state}`)}
                </th>
              ))}
              {LIGHTS.map(([light]) => (
                <th key={light} scope="col">
                  <Light value={light} />
                </th>
              ))}
              <th scope="col">{t('rollUp.overdue')}</th>
              <th scope="col">{t('rollUp.average')}</th>
            </tr>
          </thead>
          <tbody>
            {board.districts.map(({ code, name, counts }) => (
              <CountsRow key={code} name={name} counts={counts} />
            ))}
          </tbody>
          <tfoot>
            <CountsRow name={t('rollUp.total')} counts={board.counts} />
          </tfoot>
        </table>
      </section>
    </>
  );
}

function CountsRow({ name, counts }: { name: string; counts: Counts }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {[...STATES, ...LIGHTS.map(([, key]) => key), 'overdue' as const].map((key) => (
        <td key={key}>{counts[key]}</td>
      ))}
      <td>{counts.averageProgress === null ? '–' : `${counts.averageProgress}%`}</td>
    </tr>
  );
}
