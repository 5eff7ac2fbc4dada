import { queryOf, type BoardFilters, type BoardSort } from './board-filters.js';
import { exportedColumns, type ColumnName } from './columns.js';

/** Where the list as it is shown can be had as a workbook. */
export function exportAddress(
  filters: BoardFilters,
  sort: BoardSort,
  columns: readonly ColumnName[],
): string {
  const asked = { ...queryOf(filters), sort, columns: exportedColumns(columns).join(',') };
  const search = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
  return `/api/v1/task-board/export?${search.toString()}`;
}
