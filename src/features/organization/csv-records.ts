import { decodeText } from '../../platform/office/decode-text.js';
import { OFFICE_LIMITS } from '../../platform/office/office-limits.js';
import { parseCsv } from '../../platform/office/parse-csv.js';
import { importRefused, type RowFault } from './organization.errors.js';

/** One row of an import file by column name, with the line it stands on. */
export interface CsvRecord {
  line: number;
  cells: Record<string, string>;
}

/**
 * Takes the bytes of a csv file with a header line, the columns it must have and those it may have; gives its rows,
 * blank ones left out. Refuses a missing, unknown or doubled column.
 */
export function csvRecords(
  bytes: Buffer,
  required: readonly string[],
  optional: readonly string[],
): CsvRecord[] {
  const [header = [], ...rows] = parseCsv(decodeText(bytes), OFFICE_LIMITS).rows;
  const names = header.map((cell) => cell.text.trim());
  const faults = headerFaults(names, required, optional);
  if (faults.length > 0) throw importRefused(faults);
  return rows
    .map((row, index) => ({
      line: index + 2,
      cells: Object.fromEntries(names.map((name, column) => [name, row[column]?.text.trim() ?? ''])),
    }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
}

function headerFaults(
  names: readonly string[],
  required: readonly string[],
  optional: readonly string[],
): RowFault[] {
  const fault = (column: string, message: string): RowFault => ({ line: 1, column, message });
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => fault(name, '缺少这一列')),
    ...names
      .filter((name) => !required.includes(name) && !optional.includes(name))
      .map((name) => fault(name, '不认识的列名')),
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => fault(name, '列名重复')),
  ];
}
