import type { BoardColumn } from '../board/board-columns.js';
import type { BoardSort } from '../board/board-order.js';
import type { BoardFilterRequest } from '../board/board-requests.js';
import type { SavedViewRecord } from './saved-view.store.js';

/** 保存的看法 */
export class SavedViewResponse {
  id!: string;
  name!: string;
  filter!: BoardFilterRequest;
  /** 显示的列，依所列次序 */
  columns!: BoardColumn[];
  sort!: BoardSort;
  version!: number;
}

/** 本岗位保存的全部看法，按名称 */
export class SavedViewsResponse {
  items!: SavedViewResponse[];
}

/** Takes a view as it is kept; gives what goes out. */
export function presentView({
  id,
  name,
  filter,
  columns,
  sort,
  version,
}: SavedViewRecord): SavedViewResponse {
  return {
    id,
    name,
    filter: JSON.parse(filter) as BoardFilterRequest,
    columns: columns.split(',') as BoardColumn[],
    sort: sort as BoardSort,
    version,
  };
}
