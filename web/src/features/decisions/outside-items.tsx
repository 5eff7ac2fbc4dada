import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { Light } from '../../components/light.js';
import { TOUCHED } from './decision-queries.js';
import type { Board, DecisionLine } from './decision-types.js';

/** Decisions of the year that stand in no catalogue, with the deed that puts one in. */
export function OutsideItems({
  board,
  decisions,
}: {
  board: Board | null;
  decisions: readonly DecisionLine[];
}): ReactNode {
  const { t } = useTranslation('decisions');
  const isClerk = useRole() === 'CLERK';
  const outside = decisions.filter(({ isCatalogued }) => !isCatalogued);
  if (outside.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="outside-title">
      <h2 id="outside-title">{t('outside.title', { count: outside.length })}</h2>
      <ul className="decision-rows">
        {outside.map((decision) => (
          <li key={decision.id}>
            <Light value={decision.light} why={decision.explanation} />
            <Link to={`/decisions/${decision.id}`}>
              {t('heading', { number: decision.number, title: decision.title })}
            </Link>
            <span>{decision.department.name}</span>
            <span className="decision-quiet">{decision.standing}</span>
            {isClerk && board?.isOwn && <AddItem board={board} decision={decision} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddItem({ board, decision }: { board: Board; decision: DecisionLine }): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const add = useDeed(
    (reason: string, key) =>
      take(
        api.POST('/api/v1/decision-catalogues/{year}/items', {
          params: { path: { year: board.year } },
          body: { decisionId: decision.id, reason },
          headers: { ...ifMatch(board.version), ...once(key) },
        }),
      ),
    { touches: TOUCHED, onDone: () => void message.success(t('done', { label: t('add.label') })) },
  );
  return (
    <span className="no-print">
      <ConfirmDeed
        label={t('add.label')}
        title={t('add.title', { title: decision.title, year: board.year })}
        reason="required"
        reasonLabel={t('add.reason')}
        button={{ size: 'small', 'aria-label': t('add.of', { title: decision.title }) }}
        onConfirm={(reason) => add.mutateAsync(reason)}
      >
        {board.state !== 'DRAFT' && <p>{t('add.lead')}</p>}
      </ConfirmDeed>
    </span>
  );
}
