import { silentSupports } from './task.errors.js';

/** One support of the task at the moment its lead asks for close-out. */
export interface SupportStanding {
  readonly departmentName: string;
  /** True once the support has handed in any report or has completed its part. */
  readonly hasReported: boolean;
}

/**
 * Refuses a close-out over supports that never reported unless the lead explains it in writing; gives the names that
 * the explanation covers (none when all have reported). Source: 牵头单位负责汇总, 办内惯例.
 */
export function requireSupportsHeard(supports: readonly SupportStanding[], explanation: string): string[] {
  const silent = supports.filter((support) => !support.hasReported).map((support) => support.departmentName);
  if (silent.length > 0 && explanation.trim() === '') throw silentSupports(silent);
  return silent;
}
