import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../../components/page-state.js';
import { useWide } from '../../lib/use-wide.js';
import type { Board } from './use-board.js';

/** The list in each of its states. */
export function BoardList({
  board,
  isNarrowed,
  onClear,
  children,
}: {
  board: Board;
  isNarrowed: boolean;
  onClear: () => void;
  children: (isWide: boolean) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const isWide = useWide();
  if (board.isPending) return <PageState kind="loading" />;
  if (board.error) return <PageState kind="error" error={board.error} onRetry={board.retry} />;
  if (board.items.length === 0)
    return (
      <PageState
        kind="empty"
        title={isNarrowed ? t('empty.narrowed') : t('empty.none')}
        action={isNarrowed ? <Button onClick={onClear}>{t('empty.clear')}</Button> : undefined}
      />
    );
  return (
    <div className={board.isStale ? 'board-list is-stale' : 'board-list'} aria-busy={board.isStale}>
      {children(isWide)}
      {board.hasMore && (
        <div className="board-more no-print">
          <Button loading={board.isLoadingMore} onClick={() => void board.more()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}
