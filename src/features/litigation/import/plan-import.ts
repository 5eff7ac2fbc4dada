import type { CourtCase } from '../../../domain/rate/court-case.js';
import { applyRow, RowRefused, type RowGround } from './apply-row.js';
import { columnWords } from './case-columns.js';
import { readCaseRow, type CaseRow, type FindDepartment } from './case-row.js';
import type { RawRow } from './read-case-sheet.js';
import type { CellProblem } from './row-reader.js';

export type RowFate = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

/** What becomes of a row. */
export interface PlannedRow {
  readonly row: number;
  /** 案号 as it is written. */
  readonly number: string;
  readonly fate: RowFate;
  readonly problems: readonly CellProblem[];
  /** Where list and register differ without being changed. */
  readonly remarks: readonly string[];
}

/** What an import would do. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly created: readonly CourtCase[];
  readonly changed: readonly CourtCase[];
}

/** The cases of the register that a list may be about. */
export type CaseOfNumber = (number: string) => CourtCase | null;

/** Lays the rows of a list onto the register one after the other; later rows see what earlier ones made. Pure. */
export function planImport(
  raws: readonly RawRow[],
  known: CaseOfNumber,
  find: FindDepartment,
  ground: RowGround,
): ImportPlan {
  const desk = new Desk(known);
  const rows = raws.map((raw): PlannedRow => {
    const { row, problems } = readCaseRow(raw, find);
    const number = raw.cells.number?.text ?? '';
    return row ? desk.lay(row, ground) : { row: raw.row, number, fate: 'REJECTED', problems, remarks: [] };
  });
  return { rows, ...desk.outcome() };
}

/** Cases as they become, row by row. */
class Desk {
  private readonly byId = new Map<string, { before: CourtCase | null; after: CourtCase }>();

  constructor(private readonly known: CaseOfNumber) {}

  lay(row: CaseRow, ground: RowGround): PlannedRow {
    const before = this.find(row.number) ?? (row.formerNumber === null ? null : this.find(row.formerNumber));
    const told = { row: row.row, number: row.number, problems: [], remarks: [] };
    try {
      const { after, remarks } = applyRow(before, row, ground);
      this.byId.set(after.id, { before: this.byId.has(after.id) ? this.beforeOf(after.id) : before, after });
      const fate = before === null ? 'CREATED' : after === before ? 'UNCHANGED' : 'UPDATED';
      return { ...told, fate, remarks };
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      const problem = { row: row.row, cell: '', field: error.field, message: `${columnWords[error.field]}：${error.message}` };
      return { ...told, fate: 'REJECTED', problems: [problem] };
    }
  } // prettier-ignore

  outcome(): Pick<ImportPlan, 'created' | 'changed'> {
    const all = [...this.byId.values()];
    return {
      created: all.filter(({ before }) => before === null).map(({ after }) => after),
      changed: all
        .filter(({ before, after }) => before !== null && before !== after)
        .map(({ after }) => after),
    };
  }

  private beforeOf(id: string): CourtCase | null {
    return this.byId.get(id)?.before ?? null;
  }

  private find(number: string): CourtCase | null {
    for (const { after } of this.byId.values()) {
      if (after.instances.some((one) => one.number === number)) return after;
    }
    return this.known(number);
  }
}
