import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { CatalogueDeed } from './catalogue-deed.js';
import type { Board } from './decision-types.js';

const STAGES = ['DRAFT', 'CONSENTED', 'PUBLISHED'] as const;

/** How far the catalogue has come: drawn up, consented to by the party committee, published; and the deed that is next. */
export function CatalogueWay({ board }: { board: Board }): ReactNode {
  const { t } = useTranslation('decisions');
  const reached = STAGES.findIndex((stage) => stage === board.state);
  return (
    <section className="panel" aria-labelledby="way-title">
      <h2 id="way-title">
        {t('way.title', { year: board.year })}
        {board.edition > 0 && (
          <span className="decision-quiet"> {t('way.edition', { edition: board.edition })}</span>
        )}
      </h2>
      <ol className="catalogue-way">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            className={index < reached || board.state === 'PUBLISHED' ? 'is-done' : wayOf(index, reached)}
            aria-current={index === reached ? 'step' : undefined}
          >
            <strong>{t(`way.${stage}`)}</strong>
            <span className="decision-quiet">
              <StageFact board={board} stage={stage} isReached={index <= reached} />
            </span>
          </li>
        ))}
      </ol>
      {board.edition > 0 && board.state !== 'PUBLISHED' && (
        <p className="decision-quiet">{t('way.changed', { edition: board.edition })}</p>
      )}
      <CatalogueDeed board={board} />
    </section>
  );
}

function wayOf(index: number, reached: number): string | undefined {
  return index === reached ? 'is-now' : undefined;
}

function StageFact({
  board,
  stage,
  isReached,
}: {
  board: Board;
  stage: (typeof STAGES)[number];
  isReached: boolean;
}): ReactNode {
  const { t } = useTranslation('decisions');
  if (stage === 'DRAFT') return t('way.items', { count: standing(board) });
  // After a change what was consented to or published before is still known, but says nothing of the new list.
  const wasBefore = isReached ? '' : t('way.before');
  const [day, where] =
    stage === 'CONSENTED' ? [board.consentOn, board.consentDocument] : [board.publishedOn, board.publishedIn];
  if (day === null) return t('way.open');
  return (
    <>
      {wasBefore}
      <DayText day={day} /> {where}
    </>
  );
}

function standing(board: Board): number {
  return board.items.filter(({ removedOn }) => removedOn === null).length;
}
