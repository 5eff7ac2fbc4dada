import type { ReactNode } from 'react';

/** One column: its heading, and what stands in it for a row. */
export interface QueueColumn<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
}

/** A table on a desk; on a phone each row becomes a card whose lines bear the headings. */
export function QueueTable<Row>({
  label,
  columns,
  rows,
  keyOf,
}: {
  /** What is listed, for who hears it. */
  label: string;
  columns: readonly QueueColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <table className="queue-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell }) => (
              <td key={title} data-title={title}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
