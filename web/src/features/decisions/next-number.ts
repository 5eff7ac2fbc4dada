/** With fewer figures the tenth item would stand before the second, since numbers may hold letters and sort as text. */
const FEWEST_FIGURES = 2;

/** The number to offer for a new item: the one after the highest plain one, as many figures wide as the widest of them. */
export function nextNumber(numbers: readonly string[]): string {
  const plain = numbers.filter((number) => /^\d+$/.test(number));
  const width = Math.max(FEWEST_FIGURES, ...plain.map((number) => number.length));
  return String(Math.max(0, ...plain.map(Number)) + 1).padStart(width, '0');
}
