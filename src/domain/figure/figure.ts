import type { Day } from '../calendar/day.js';

/** How exactly a figure is meant: counted on the day, or a quotient told with one decimal. */
export type FigurePrecision = 'exact' | 'rounded1';

/** What a number of the office means; the text is what stands under it when somebody questions it. */
export interface FigureDefinition {
  /** Register and name, e.g. decisions.identified; never changes, reports refer to it. */
  readonly id: string;
  readonly unit: string;
  readonly precision: FigurePrecision;
  readonly definition: string;
}

/** A figure as of a day, with the records it was counted from. */
export interface FigureValue extends FigureDefinition {
  /** Null where there is nothing to take a share of (0/0). */
  readonly value: number | null;
  /** Keys of the records behind it, as their register names them, in text order. */
  readonly records: readonly string[];
  readonly asOf: Day;
}

/** Counts records into a figure: the value is their number, so the list and the number cannot fall apart. */
export function countedFigure(
  definition: FigureDefinition,
  records: readonly string[],
  asOf: Day,
): FigureValue {
  return { ...definition, value: records.length, records: inOrder(records), asOf };
}

/** A share in percent that a register has worked out, with the records of its denominator. */
export function shareFigure(
  definition: FigureDefinition,
  percent: number | null,
  records: readonly string[],
  asOf: Day,
): FigureValue {
  return { ...definition, value: percent, records: inOrder(records), asOf };
}

/** By code unit: the order must not depend on the machine. */
function inOrder(records: readonly string[]): string[] {
  return [...records].sort((a, b) => (a < b ? -1 : Number(a > b)));
}
