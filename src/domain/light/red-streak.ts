import type { Month } from '../calendar/month.js';
import type { Light } from './light.js';

/** 连续红灯: how many frozen months in a row, up to the latest, were red, and since when. */
export interface RedStreak {
  readonly months: number;
  readonly since: Month | null;
  readonly latest: Month | null;
}

const NO_STREAK: RedStreak = { months: 0, since: null, latest: null };

/** Takes the frozen months in ascending order; a month without a row ends nothing since only frozen months are given. */
export function redStreak(frozen: readonly { readonly month: Month; readonly light: Light }[]): RedStreak {
  const lastOther = frozen.findLastIndex((row) => row.light !== 'RED');
  const reds = frozen.slice(lastOther + 1);
  const first = reds[0];
  if (first === undefined) return NO_STREAK;
  return { months: reds.length, since: first.month, latest: reds[reds.length - 1]?.month ?? first.month };
}

/** The words the agenda shows, e.g. 连续 3 月红灯; empty for no streak of at least two. */
export function redStreakText(streak: RedStreak): string {
  return streak.months >= 2 ? `连续 ${streak.months} 月红灯` : '';
}
