import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../../api/session.js';
import { LinkButton } from '../../../components/link-button.js';
import { PageState } from '../../../components/page-state.js';
import { Page } from '../../../components/page.js';
import { ledgerOptions } from '../../../lib/ledger-options.js';
import '../ledger.css';
import { useRowKeys } from '../row-keys.js';
import { ledgersQuery } from '../use-board.js';
import { DistrictSummary } from './district-summary.js';
import './roll-up.css';
import { RollUpMatrix } from './roll-up-matrix.js';
import { ledgerRollUpQuery, wantsAttention, type LedgerRollUp } from './roll-up-queries.js';

/** 下级进展汇总: the tasks of a ledger that were handed down, and where each district stands with each. */
export function LedgerRollUpPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const [search, setSearch] = useSearchParams();
  const { jurisdiction } = useSession();
  const known = useQuery(ledgersQuery);
  const ledgers = known.data?.items ?? [];
  // Of several the office's own comes first; the list has the latest first.
  const own = ledgers.find(({ owner }) => owner?.jurisdiction?.code === jurisdiction?.code) ?? ledgers[0];
  const ledger = search.get('ledger') ?? own?.code ?? '';
  const read = useQuery(ledgerRollUpQuery(ledger));
  const error = known.error ?? read.error;
  const isLoading = known.isPending || (ledger !== '' && read.isPending);
  const retry = (): void => void Promise.all([known.refetch(), read.refetch()]);
  useRowKeys();
  return (
    <Page
      title={t('rollUp.title')}
      note={read.data && t('rollUp.asOf', { day: read.data.asOf })}
      actions={
        <>
          {ledgers.length > 1 && (
            <Select
              aria-label={t('rollUp.ledger')}
              value={ledger}
              popupMatchSelectWidth={false}
              onChange={(code: string) => setSearch({ ledger: code }, { replace: true })}
              options={ledgerOptions(ledgers, ({ code }) => code)}
            />
          )}
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      {error !== null && <PageState kind="error" error={error} onRetry={retry} />}
      {error === null && isLoading && <PageState kind="loading" />}
      {known.isSuccess && ledger === '' && <PageState kind="empty" title={t('rollUp.noLedger')} />}
      {read.data && <Board board={read.data} />}
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
    <>
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
    </>
  );
}
