import type { LedgerField } from './ledger-field.js';
import { fieldsOfHeading, headingWord } from './ledger-field.js';
import type { SheetView } from './sheet-view.js';
import { columnLetters } from './sheet-view.js';

/** Where a table's heading stands and what its columns hold. */
export interface SheetHeader {
  top: number;
  bottom: number;
  columns: HeaderColumn[];
}

export interface HeaderColumn {
  column: number;
  /** The lowest heading, with those above it where another column has the same: 牵头单位, 一季度/数量. */
  heading: string;
  /** All headings above the column from top to bottom. */
  path: readonly string[];
  /** Null where the heading is unknown: the cells are kept as raw text. */
  field: LedgerField | null;
}

/** A user's own reading: column letters or heading → field; null: leave it raw. Beats what is detected. */
export type ColumnMapping = Readonly<Record<string, LedgerField | null>>;

const SEARCHED_ROWS = 40;
const MOST_HEADER_ROWS = 3;
/** Without the work itself and someone or some day for it, a row of words is not the heading of a ledger. */
const WORK: ReadonlySet<LedgerField> = new Set(['TITLE', 'MEASURES']);
const DUTY: ReadonlySet<LedgerField> = new Set(['LEAD', 'RESPONSIBLE', 'SUPPORT', 'DEADLINE']);

/**
 * Takes a sheet; gives its heading of one to three rows, or null. The rows in which most columns are understood win, the upper and
 * shorter ones first, so that a title above or a first task below is not taken in.
 */
export function findHeader(view: SheetView, mapping: ColumnMapping = {}): SheetHeader | null {
  let best: SheetHeader | null = null;
  for (let top = 0; top < Math.min(view.height, SEARCHED_ROWS); top++) {
    if (!beginsHere(view, top)) continue;
    for (let rows = 1; rows <= Math.min(MOST_HEADER_ROWS, view.height - top); rows++) {
      best = betterOf(best, readHeader(view, top, top + rows - 1, mapping), mapping);
    }
  }
  return best;
}

function betterOf(best: SheetHeader | null, header: SheetHeader, mapping: ColumnMapping): SheetHeader | null {
  const score = scoreOf(header, mapping);
  const least = best ? scoreOf(best, mapping) : 0;
  return score > least || (score > 0 && score === least && heightOf(header) < heightOf(best)) ? header : best;
}

/**
 * How many columns are understood; none where the work or the duty is missing. A column the user leaves out is understood
 * too: otherwise a heading that takes in the first task, under which it goes by another name, would look the better one.
 */
function scoreOf({ columns }: SheetHeader, mapping: ColumnMapping): number {
  const fields = [...new Set(columns.flatMap(({ field }) => field ?? []))];
  const complete = fields.some((field) => WORK.has(field)) && fields.some((field) => DUTY.has(field));
  const leftOut = columns.filter((column) => mappedField(mapping, column) === null);
  return complete ? fields.length + leftOut.length : 0;
}

function heightOf(header: SheetHeader | null): number {
  return header ? header.bottom - header.top + 1 : 0;
}

function readHeader(view: SheetView, top: number, bottom: number, mapping: ColumnMapping): SheetHeader {
  const paths = Array.from({ length: view.width }, (_, column) => headingPath(view, top, bottom, column));
  const leaves = paths.map((path) => path.at(-1) ?? '');
  const columns = paths.map((path, column) => {
    const leaf = leaves[column]!;
    const alone = leaves.indexOf(leaf) === leaves.lastIndexOf(leaf);
    return { column, heading: alone ? leaf : path.join('/'), path, field: null };
  });
  return { top, bottom, columns: assignFields(columns, mapping) };
}

/** A heading does not begin in the middle of merged cells: their upper part belongs to it. */
function beginsHere(view: SheetView, row: number): boolean {
  for (let column = 0; column < view.width; column++) if (!view.isOwn(row, column)) return false;
  return true;
}

/** The headings above a column from top to bottom; a merged one counts once, and titles across the sheet do not. */
function headingPath(view: SheetView, top: number, bottom: number, column: number): string[] {
  const path: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const range = view.rangeAt(row, column);
    if (range && range.right - range.left + 1 >= view.width && view.width > 1) continue;
    const text = view.textAt(row, column).replace(/\s/g, '');
    if (text && text !== path.at(-1)) path.push(text);
  }
  return path;
}

interface Claim {
  index: number;
  field: LedgerField;
  rank: number;
}

/** Each field goes to the column with the plainest word for it; a column that loses takes its next meaning, else stays raw. */
function assignFields(columns: HeaderColumn[], mapping: ColumnMapping): HeaderColumn[] {
  const fields = new Map<number, LedgerField | null>();
  columns.forEach((column, index) => {
    const mapped = mappedField(mapping, column);
    if (mapped !== undefined) fields.set(index, mapped);
  });
  const taken = new Set([...fields.values()].flatMap((field) => field ?? []));
  const hasAmount = columns.some(({ path }) =>
    claimsOf(path, 0).some(({ field }) => field === 'TARGET_VALUE'),
  );
  const claims = columns
    .flatMap(({ path }, index) => claimsOf(path, index))
    .filter(
      ({ field, index }) => field !== 'TARGET_UNIT' || hasAmount || columns[index]!.path.at(-1) !== '单位',
    )
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { index, field } of claims) {
    if (fields.has(index) || taken.has(field)) continue;
    fields.set(index, field);
    taken.add(field);
  }
  return columns.map((column, index) => ({ ...column, field: fields.get(index) ?? null }));
}

/** The lowest heading says what the column holds; only where it is unknown the ones above are asked. */
function claimsOf(path: readonly string[], index: number): Claim[] {
  for (let i = path.length - 1, depth = 0; i >= 0; i--, depth += 100) {
    const found = fieldsOfHeading(path[i]!);
    if (found.length > 0) return found.map(({ field, rank }) => ({ index, field, rank: rank + depth }));
  }
  return [];
}

function mappedField(
  mapping: ColumnMapping,
  { column, heading, path }: HeaderColumn,
): LedgerField | null | undefined {
  const keys = [columnLetters(column), heading, path.join('/'), headingWord(heading)];
  const key = keys.find((name) => name !== '' && Object.hasOwn(mapping, name));
  return key === undefined ? undefined : mapping[key];
}
