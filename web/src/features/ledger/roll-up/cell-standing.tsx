import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Light, type LightValue } from '../../../components/light.js';
import type { HandedCell } from './roll-up-queries.js';

/** Where one district stands with one task: today's light in shape and word, leading to its task; before that its state. */
export function CellStanding({ cell }: { cell: HandedCell | undefined }): ReactNode {
  const { t } = useTranslation('ledger');
  if (!cell) return <span className="roll-up-nothing">{t('rollUp.notHanded')}</span>;
  const { state, stateLabel, reason, task, today } = cell;
  if (task === null || today === null)
    return (
      <span className={`roll-up-state is-${state.toLowerCase()}`} title={reason || undefined}>
        {stateLabel}
      </span>
    );
  return (
    <>
      <Link to={`/tasks/${task.id}`}>
        {today.light === null ? (
          today.lightLabel
        ) : (
          <Light value={today.light as LightValue} why={today.explanation} />
        )}
      </Link>
      {today.overdueDays > 0 && (
        <span className="cell-note">{t('rollUp.overdueDays', { count: today.overdueDays })}</span>
      )}
    </>
  );
}
