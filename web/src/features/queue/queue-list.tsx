import { useInfiniteQuery, type UseInfiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LongList } from '../../components/long-list.js';
import { QueueTable, type QueueColumn } from './queue-table.js';

/** A page of rows, as all lists of the queue come. */
interface RowPage<Row> {
  items: Row[];
  next: string | null;
}

interface QueueListProps<Row, Key extends readonly unknown[]> {
  /** What is read, page by page. */
  query: UseInfiniteQueryOptions<RowPage<Row>, Error, InfiniteData<RowPage<Row>>, Key, string>;
  /** Choices above the list. */
  filters: ReactNode;
  /** What is listed, for who hears it. */
  label: string;
  /** The sentence for an empty list. */
  none: string;
  keyOf: (row: Row) => string;
  columns: readonly QueueColumn<Row>[];
}

/** A list of the queue: what it is narrowed by, its rows page by page. */
export function QueueList<Row, Key extends readonly unknown[]>({
  query,
  filters,
  label,
  none,
  keyOf,
  columns,
}: QueueListProps<Row, Key>): ReactNode {
  const read = useInfiniteQuery(query);
  const rows = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="queue-filter no-print">{filters}</div>
      <LongList read={read} isEmpty={rows.length === 0} none={none}>
        <QueueTable<Row> label={label} rows={rows} keyOf={keyOf} columns={columns} />
      </LongList>
    </>
  );
}
