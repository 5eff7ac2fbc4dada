import { loadavg } from 'node:os';

/** One measured line: names of figures and their values, in the order in which they are shown. */
export type Line = Readonly<Record<string, string | number>>;

/** What a part has measured. */
export interface Table {
  part: string;
  /** What is compared with what, and the goal. */
  title: string;
  lines: Line[];
}

/** A table that prints each line as soon as it is measured, with the machine's load beside it. */
export class PrintedTable implements Table {
  readonly lines: Line[] = [];

  constructor(
    readonly part: string,
    readonly title: string,
  ) {
    console.log(`\n${title}`);
  }

  add(figures: Line): void {
    const line = { ...figures, load: (loadavg()[0] ?? 0).toFixed(1) };
    if (this.lines.length === 0) console.log(row(Object.keys(line)));
    console.log(row(Object.values(line)));
    this.lines.push(line);
  }
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(12)).join(' ');
}
