/** What is shown where nothing had to be answered for: no rate, no place in a ranking, no part in an average. */
export const NOTHING_DUE = '无应出庭案件';

/** An exact count of a count. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Percent with one decimal, null for 0/0; below the whole it never reads 100 (2499/2500 is 99.9). */
export function percentOf({ numerator, denominator }: Fraction): number | null {
  if (denominator === 0) return null;
  if (numerator === denominator) return 100;
  const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return Math.min(tenths, 999) / 10;
}

/** `20/20，100%`, `13/15，86.7%`, or 无应出庭案件. */
export function fractionText(fraction: Fraction): string {
  const percent = percentOf(fraction);
  if (percent === null) return NOTHING_DUE;
  return `${fraction.numerator}/${fraction.denominator}，${percent === 100 ? '100' : percent.toFixed(1)}%`;
}

/** Σ numerators / Σ denominators; a whole is never the mean of its parts' rates. */
export function sumOf(parts: readonly Fraction[]): Fraction {
  return parts.reduce(
    (sum, part) => ({
      numerator: sum.numerator + part.numerator,
      denominator: sum.denominator + part.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

/** Places by rate, equal rates sharing a place (1, 1, 3); whoever had nothing due has none. Compared exactly. */
export function placesOf(parts: readonly Fraction[]): (number | null)[] {
  return parts.map((part) =>
    part.denominator === 0
      ? null
      : 1 + parts.filter((other) => other.denominator > 0 && isHigher(other, part)).length,
  );
}

function isHigher(one: Fraction, other: Fraction): boolean {
  return one.numerator * other.denominator > other.numerator * one.denominator;
}
