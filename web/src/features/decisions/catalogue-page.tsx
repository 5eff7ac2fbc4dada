import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { CatalogueItems } from './catalogue-items.js';
import { CatalogueWay } from './catalogue-way.js';
import { boardQuery, decisionsQuery } from './decision-queries.js';
import type { Board, DecisionLine } from './decision-types.js';
import './decisions.css';
import { FiguresPanel } from './figures-panel.js';
import { JurisdictionSelect } from './jurisdiction-select.js';
import { NewDecision } from './new-decision.js';
import { OutsideItems } from './outside-items.js';
import { StartCatalogue } from './start-catalogue.js';
import { useJurisdiction, useYear } from './use-year.js';
import { YearSelect } from './year-select.js';

/** 决策事项目录: one year's items, how far the catalogue itself has come, and the figures of a day. */
export function CataloguePage(): ReactNode {
  const { t } = useTranslation('decisions');
  const isClerk = useRole() === 'CLERK';
  const year = useYear();
  const jurisdiction = useJurisdiction();
  const board = useQuery(boardQuery(year, jurisdiction));
  const decisions = useQuery(decisionsQuery(year));
  const error = board.error ?? decisions.error;
  const retry = (): void => void Promise.all([board.refetch(), decisions.refetch()]);
  return (
    <Page
      title={t('title')}
      note={board.data?.stateLabel}
      actions={
        <>
          <JurisdictionSelect />
          <YearSelect year={year} />
          {isClerk && jurisdiction === undefined && (
            <NewDecision
              key={year}
              year={year}
              decisions={decisions.data?.items.filter(({ isOwn }) => isOwn)}
            />
          )}
        </>
      }
    >
      {error !== null && <PageState kind="error" error={error} onRetry={retry} />}
      {error === null && (board.isPending || decisions.isPending) && <PageState kind="loading" />}
      {board.isSuccess && decisions.isSuccess && (
        <Year year={year} board={board.data} known={decisions.data.items} jurisdiction={jurisdiction} />
      )}
    </Page>
  );
}

function Year({
  year,
  board,
  known,
  jurisdiction,
}: {
  year: number;
  board: Board | null;
  known: readonly DecisionLine[];
  jurisdiction: string | undefined;
}): ReactNode {
  const role = useRole();
  const isBelow = jurisdiction !== undefined;
  const decisions = known.filter((each) => (isBelow ? each.jurisdiction?.code === jurisdiction : each.isOwn));
  return (
    <>
      {board === null ? <StartCatalogue year={year} isBelow={isBelow} /> : <CatalogueWay board={board} />}
      {role !== 'LIAISON' && role !== 'HEAD' && !isBelow && <FiguresPanel year={year} decisions={known} />}
      {board && <CatalogueItems board={board} />}
      <OutsideItems board={board} decisions={decisions} />
    </>
  );
}
