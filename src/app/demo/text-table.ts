/** Chinese characters and full-width signs take two places of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const CURLY = /[“”‘’—…]/u;
const GAP = '  ';

/** Places a text takes in a terminal. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) || CURLY.test(sign) ? 2 : 1), 0);
}

/** Takes rows of cells; gives lines in which every column begins at the same place. The last column runs free. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === columns - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)),
      )
      .join(GAP)
      .trimEnd(),
  );
}
