import { groupedBy } from '../../domain/grouped-by.js';
import type { IndicatorRecord } from './indicator.store.js';

/** A heading with how many of the visible tasks stand right under it, and how many under it in all. */
export interface IndicatorBranch {
  heading: IndicatorRecord;
  own: number;
  total: number;
}

/** Takes all headings of a ledger in order and the number of tasks right under each; gives them with sums, in reading order. */
export function indicatorTree(
  headings: readonly IndicatorRecord[],
  ownCounts: ReadonlyMap<string, number>,
): IndicatorBranch[] {
  const children = groupedBy(headings, ({ parentId }) => parentId);
  const walk = (parentId: string | null): IndicatorBranch[] =>
    (children.get(parentId) ?? []).flatMap((heading) => {
      const own = ownCounts.get(heading.id) ?? 0;
      const below = walk(heading.id);
      const direct = below.filter((branch) => branch.heading.parentId === heading.id);
      return [{ heading, own, total: direct.reduce((sum, { total }) => sum + total, own) }, ...below];
    });
  return walk(null);
}
