import { csvRecords, type CsvRecord } from './csv-records.js';
import { DEPARTMENT_KINDS, type DepartmentKind } from './group-rule.js';
import { importRefused, type RowFault } from './organization.errors.js';

/** A department as an import file words it. */
export interface DepartmentLine {
  line: number;
  code: string;
  name: string;
  shortName: string;
  kind: DepartmentKind;
  isEnforcementUnit: boolean;
  isResponsibleDepartment: boolean;
  /** Other names, without the name and short name themselves. */
  aliases: string[];
  /** Code of the parent; null for none, undefined when the file has no such column. */
  parent?: string | null;
}

const REQUIRED = ['code', 'name', 'shortName', 'kind', 'enforcementUnit', 'responsibleDepartment', 'aliases'];
export const DEPARTMENT_CODE = /^[A-Z][A-Z0-9]{0,19}$/;
const MAX_NAME = 100;

/**
 * Takes the bytes of a csv file with the columns code, name, shortName, kind, enforcementUnit (0/1),
 * responsibleDepartment (0/1), aliases (separated by |) and, if wanted, parent (a code). Gives its departments.
 * Refuses the whole file with every faulty cell (ORGANIZATION_FILE_INVALID).
 */
export function parseDepartmentFile(bytes: Buffer): DepartmentLine[] {
  const records = csvRecords(bytes, REQUIRED, ['parent']);
  const faults = [...records.flatMap(faultsOf), ...doubles(records, 'code'), ...doubles(records, 'name')];
  if (records.length === 0) faults.push({ line: 2, column: 'code', message: '文件中没有单位' });
  if (faults.length > 0) throw importRefused(faults);
  const lines = records.map(lineOf);
  const clashes = nameClashes(lines);
  if (clashes.length > 0) throw importRefused(clashes);
  return lines;
}

function faultsOf({ line, cells }: CsvRecord): RowFault[] {
  const faults: RowFault[] = [];
  const expectCell = (column: string, ok: boolean, message: string): void => {
    if (!ok) faults.push({ line, column, message });
  };
  expectCell(
    'code',
    DEPARTMENT_CODE.test(cells['code'] ?? ''),
    '代码应为 1 至 20 个大写字母或数字，以字母开头',
  );
  for (const column of ['name', 'shortName']) {
    const text = cells[column] ?? '';
    expectCell(column, text !== '' && text.length <= MAX_NAME, `应填写，且不超过 ${MAX_NAME} 字`);
  }
  expectCell(
    'kind',
    (DEPARTMENT_KINDS as readonly string[]).includes(cells['kind'] ?? ''),
    `应为 ${DEPARTMENT_KINDS.join('、')} 之一`,
  );
  for (const column of ['enforcementUnit', 'responsibleDepartment']) {
    expectCell(column, ['0', '1'].includes(cells[column] ?? ''), '应为 1（是）或 0（否）');
  }
  const parent = cells['parent'] ?? '';
  expectCell('parent', parent === '' || DEPARTMENT_CODE.test(parent), '应为上级单位代码，或者留空');
  return faults;
}

function doubles(records: readonly CsvRecord[], column: string): RowFault[] {
  const seen = new Map<string, number>();
  return records.flatMap(({ line, cells }) => {
    const value = cells[column] ?? '';
    const first = seen.get(value);
    if (first === undefined) seen.set(value, line);
    return value === '' || first === undefined
      ? []
      : [{ line, column, message: `“${value}”与第${first}行重复` }];
  });
}

function lineOf({ line, cells }: CsvRecord): DepartmentLine {
  const { code = '', name = '', shortName = '', parent } = cells;
  const aliases = (cells['aliases'] ?? '').split('|').map((alias) => alias.trim());
  return {
    line,
    code,
    name,
    shortName,
    kind: cells['kind'] as DepartmentKind,
    isEnforcementUnit: cells['enforcementUnit'] === '1',
    isResponsibleDepartment: cells['responsibleDepartment'] === '1',
    aliases: [...new Set(aliases)].filter((alias) => alias !== '' && alias !== name && alias !== shortName),
    ...(parent === undefined ? {} : { parent: parent === '' ? null : parent }),
  };
}

/** One name may mean one department only. */
function nameClashes(lines: readonly DepartmentLine[]): RowFault[] {
  const owner = new Map<string, DepartmentLine>();
  for (const line of lines) for (const name of [line.name, line.shortName]) owner.set(name, line);
  return lines.flatMap((line) =>
    line.aliases.flatMap((alias) => {
      const other = owner.get(alias);
      owner.set(alias, line);
      return other === undefined || other === line
        ? []
        : [{ line: line.line, column: 'aliases', message: `“${alias}”已是第${other.line}行单位的名称` }];
    }),
  );
}
