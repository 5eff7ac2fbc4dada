import type { IndicatorBranch } from './indicator-tree.js';

/** 指标 */
export class IndicatorResponse {
  id!: string;
  parentId!: string | null;
  /** 1、2、3 级 */
  level!: number;
  name!: string;
  /** 自一级起，各级以“ / ”相连 */
  path!: string;
  /** 直接列在该指标下的任务数 */
  own!: number;
  /** 连同其下各级的任务数 */
  total!: number;
}

/** 台账的指标，依台账顺序，上级在前 */
export class IndicatorTreeResponse {
  items!: IndicatorResponse[];
}

/** Takes the tree; gives what goes out. */
export function presentIndicators(branches: readonly IndicatorBranch[]): IndicatorTreeResponse {
  return {
    items: branches.map(({ heading: { id, parentId, level, name, path }, own, total }) => ({
      id,
      parentId,
      level,
      name,
      path,
      own,
      total,
    })),
  };
}
