import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from './page-state.js';

/** A list that comes page by page: loading, failed and empty are told the same way everywhere, and more is asked for below. */
export function LongList({
  read,
  isEmpty,
  none,
  children,
}: {
  read: UseInfiniteQueryResult;
  isEmpty: boolean;
  /** The sentence for an empty list. */
  none: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('components');
  return (
    <>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && isEmpty && <PageState kind="empty" title={none} />}
      {children}
      {read.hasNextPage && (
        <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
