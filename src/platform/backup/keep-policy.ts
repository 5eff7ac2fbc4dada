/** How many backups are kept. */
export interface KeepRule {
  /** The newest ones, whatever their day. */
  newest: number;
  /** Besides, the last one of each of so many days. */
  days: number;
}

/** A day of 15-minute backups, and a month of days. */
export const KEEP: KeepRule = { newest: 96, days: 30 };

/** A backup as the rule sees it. */
export interface Kept {
  name: string;
  at: number;
}

/**
 * Names of the backups that may go: pure. Kept are the newest ones and, of the latest days that have any, the last of
 * each day; days without a backup do not use up the count, so that a machine that stood still loses nothing.
 */
export function superseded(
  backups: readonly Kept[],
  dayOf: (at: number) => string,
  rule: KeepRule = KEEP,
): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const keep = new Set(newestFirst.slice(0, rule.newest).map(({ name }) => name));
  const days = new Set<string>();
  for (const { name, at } of newestFirst) {
    const day = dayOf(at);
    if (days.has(day) || days.size === rule.days) continue;
    days.add(day);
    keep.add(name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !keep.has(name));
}
