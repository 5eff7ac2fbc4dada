/** A year named or pointed at by the head of a phrase, and how many characters say so. */
export interface YearReading {
  readonly year: number | null;
  readonly length: number;
}

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:今年|本年|当年)度?(?!度)/, 0],
  [/^(?:次年|明年|翌年|来年|下1年|下年)度?/, 1],
  [/^后年/, 2],
];

/** Reads 2023年, 23年, 今年, 次年 …; `year` is null and `length` 0 where the text does not begin with a year. */
export function readYear(text: string, planYear: number): YearReading {
  const full = /^(\d{4})年度?/.exec(text) ?? /^(\d{2})年度?(?=\d|[底内年上下第全])/.exec(text);
  if (full) {
    const digits = Number(full[1]);
    return {
      year: digits < 100 ? Math.floor(planYear / 100) * 100 + digits : digits,
      length: full[0].length,
    };
  }
  for (const [pattern, later] of WORDS) {
    const match = pattern.exec(text);
    if (match) return { year: planYear + later, length: match[0].length };
  }
  return { year: null, length: 0 };
}
