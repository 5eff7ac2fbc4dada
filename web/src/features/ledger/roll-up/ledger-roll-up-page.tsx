import { Button, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../components/link-button.js';
import { PageState } from '../../../components/page-state.js';
import { Page } from '../../../components/page.js';
import { ledgerOptions } from '../../../lib/ledger-options.js';
import '../ledger.css';
import { useRowKeys } from '../row-keys.js';
import { DistrictSummary } from './district-summary.js';
import './roll-up.css';
import { RollUpMatrix } from './roll-up-matrix.js';
import type { LedgerRollUp } from './roll-up-queries.js';
import { useRollUp } from './use-roll-up.js';
import { wantsAttention } from './wants-attention.js';

/** 下级进展汇总: the tasks of a ledger that were handed down, and where each district stands with each. */
export function LedgerRollUpPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const { ledgers, ledger, choose, board, error, isLoading, retry } = useRollUp();
  useRowKeys();
  return (
    <Page
      title={t('rollUp.title')}
      note={board && t('rollUp.asOf', { day: board.asOf })}
      actions={
        <>
          {ledgers.length > 1 && (
            <Select
              aria-label={t('rollUp.ledger')}
              value={ledger}
              popupMatchSelectWidth={false}
              onChange={choose}
              options={ledgerOptions(ledgers, ({ code }) => code)}
            />
          )}
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      {error !== null && <PageState kind="error" error={error} onRetry={retry} />}
      {error === null && isLoading && <PageState kind="loading" />}
      {error === null && !isLoading && ledger === '' && (
        <PageState kind="empty" title={t('rollUp.noLedger')} />
      )}
      {error === null && board && <Board board={board} />}
    </Page>
  );
}

function Board({ board }: { board: LedgerRollUp }): ReactNode {
  const { t } = useTranslation('ledger');
  const [isNarrowed, setNarrowed] = useState(false);
  if (board.tasks.length === 0)
    return (
      <PageState
        kind="empty"
        title={t('rollUp.none')}
        action={
          <LinkButton to={`/ledger?ledger=${encodeURIComponent(board.ledgerCode)}`}>
            {t('rollUp.toLedger')}
          </LinkButton>
        }
      />
    );
  const tasks = isNarrowed ? board.tasks.filter(({ cells }) => cells.some(wantsAttention)) : board.tasks;
  return (
    <div className="roll-up-board">
      <DistrictSummary board={board} />
      <section className="panel" aria-labelledby="handed-title">
        <div className="roll-up-head">
          <h2 id="handed-title">{t('rollUp.tasks', { count: tasks.length })}</h2>
          <Segmented
            className="no-print"
            aria-label={t('rollUp.show')}
            value={isNarrowed}
            onChange={setNarrowed}
            options={[
              { value: false, label: t('rollUp.all') },
              { value: true, label: t('rollUp.attention') },
            ]}
          />
        </div>
        {tasks.length === 0 ? (
          <PageState kind="empty" title={t('rollUp.noneLeft')} />
        ) : (
          <RollUpMatrix districts={board.districts} tasks={tasks} />
        )}
      </section>
    </div>
  );
}
