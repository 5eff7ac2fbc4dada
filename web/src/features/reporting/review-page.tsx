import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { useHotkeys } from '../../lib/use-hotkeys.js';
import { MonthBar } from '../../components/month-bar.js';
import './reporting.css';
import { queueQuery, type Queued } from './reporting-queries.js';
import { ReviewQueue } from './review-queue.js';
import { ReviewSheet } from './review-sheet.js';
import { useMonth } from '../../components/use-month.js';

/** 审核: the queue at the left, one report at the right; the next one comes up by itself. */
export function ReviewPage(): ReactNode {
  const { t } = useTranslation('reporting');
  const chosen = useMonth();
  const [department, setDepartment] = useState<string | undefined>();
  const [isLate, setLate] = useState(false);
  const read = useInfiniteQuery({
    ...queueQuery({
      month: chosen.month,
      ...(chosen.ledger === undefined ? {} : { ledger: chosen.ledger }),
      ...(department === undefined ? {} : { department }),
      ...(isLate ? { late: 'true' as const } : {}),
    }),
    enabled: chosen.ledger !== undefined,
  });
  const reports = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('review.title')}
      note={read.data && t('review.total', { count: read.data.pages[0]?.total ?? 0 })}
      actions={<MonthBar chosen={chosen} />}
    >
      <div className="requests-filter no-print">
        <DepartmentSelect value={department} onChange={setDepartment} />
        <Checkbox checked={isLate} onChange={({ target }) => setLate(target.checked)}>
          {t('review.lateOnly')}
        </Checkbox>
        <AcceptPlain reports={reports} />
      </div>
      {read.isLoading && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && reports.length === 0 && <PageState kind="empty" title={t('review.none')} />}
      {reports.length > 0 && (
        <Desk reports={reports} more={read.hasNextPage ? () => void read.fetchNextPage() : undefined} />
      )}
    </Page>
  );
}

/** One report at a time, with the keys j and k to go on and back. */
function Desk({ reports, more }: { reports: readonly Queued[]; more: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation('reporting');
  const [chosen, setChosen] = useState<string | null>(null);
  // A report that has been dealt with leaves the queue; the one that took its place is shown.
  const [place, setPlace] = useState(0);
  const found = reports.findIndex(({ id }) => id === chosen);
  const at = found >= 0 ? found : Math.min(place, reports.length - 1);
  const shown = reports[at];
  const go = (next: number): void => {
    const report = reports[next];
    if (!report) return;
    setPlace(next);
    setChosen(report.id);
  };
  useHotkeys({ j: () => go(at + 1), k: () => go(at - 1) });
  return (
    <div className="review">
      <nav className="panel" aria-label={t('review.queue')}>
        <ReviewQueue reports={reports} shown={shown?.id} onChoose={go} />
        {more && <Button onClick={more}>{t('more')}</Button>}
      </nav>
      {shown && (
        <ReviewSheet
          key={`${shown.id} ${shown.version}`}
          report={shown}
          onDone={() => {
            setPlace(at);
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}

/** Accepts at one go what nobody would look at twice: in time, no step back, no leap, nothing complained of. */
function AcceptPlain({ reports }: { reports: readonly Queued[] }): ReactNode {
  const { t } = useTranslation('reporting');
  const { message } = App.useApp();
  const plain = reports.filter((report) => report.plain && report.claimedProgress !== null);
  const accept = useDeed(
    (_: undefined, key) =>
      take(
        api.POST('/api/v1/reports/accept', {
          body: {
            reports: plain.map(({ id, version, claimedProgress }) => ({
              id,
              version,
              verifiedProgress: claimedProgress ?? 0,
            })),
          },
          headers: once(key),
        }),
      ),
    {
      touches: [['reports'], ['workbench']],
      onDone: ({ items }) => void message.success(t('review.acceptedAll', { count: items.length })),
    },
  );
  if (plain.length === 0) return null;
  return (
    <ConfirmDeed
      label={t('review.acceptPlain', { count: plain.length })}
      title={t('review.acceptPlainTitle', { count: plain.length })}
      onConfirm={() => accept.mutateAsync(undefined)}
    >
      <p>{t('review.acceptPlainText')}</p>
    </ConfirmDeed>
  );
}
