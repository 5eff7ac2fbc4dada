/** 连续红灯, the words the agenda shows, e.g. 连续 3 月红灯; empty for fewer than two months in a row. */
export function redStreakText(months: number): string {
  return months >= 2 ? `连续 ${months} 月红灯` : '';
}
