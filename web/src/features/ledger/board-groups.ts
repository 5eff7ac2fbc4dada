import type { BoardItem } from './board-types.js';

/** Tasks under one heading, in their order. */
export interface BoardGroup {
  indicator: string;
  items: readonly BoardItem[];
}

/** Gathers what lies under one indicator; the order of first appearance is the ledger's own. */
export function groupsOf(items: readonly BoardItem[]): BoardGroup[] {
  const groups = new Map<string, BoardItem[]>();
  for (const item of items) {
    const group = groups.get(item.indicator);
    if (group) group.push(item);
    else groups.set(item.indicator, [item]);
  }
  return [...groups].map(([indicator, grouped]) => ({ indicator, items: grouped }));
}
