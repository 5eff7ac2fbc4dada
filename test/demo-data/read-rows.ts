import { readFileSync } from 'node:fs';

/**
 * Reads a plain csv of the demonstration: UTF-8, first line names the columns, no quotes, so a field never holds a
 * comma. Gives one record per line; throws with the line number where the number of fields differs.
 */
export function readRows(file: URL): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line, index) => {
    const fields = line.split(',');
    if (fields.length !== names.length)
      throw new Error(`${file.pathname}:${index + 2}: ${fields.length} fields`);
    return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? '']));
  });
}

/** Takes records of one shape; gives csv text with a final line feed. Refuses a value that would need quoting. */
export function writeRows(columns: readonly string[], rows: readonly Record<string, string>[]): string {
  const lines = rows.map((row) => columns.map((column) => plain(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function plain(value: string): string {
  if (/[,"\n\r]/.test(value)) throw new Error(`field needs quoting: ${value}`);
  return value;
}

/** A file of the shipped demonstration year. */
export function demoFile(name: string): URL {
  return new URL(`../../config/demo/2023/${name}`, import.meta.url);
}

/** A source file from which the demonstration year is made. */
export function sourceFile(name: string): URL {
  return new URL(`./${name}`, import.meta.url);
}
