import { DomainError } from '../../domain/refusal.js';

/** One page of a list and where the next one begins; null at the end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export const MAX_PAGE = 100;

/** A cursor is the sort values of the last row, opaque to the caller. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

/** Gives back the sort values; refuses anything this program did not make. `width` is how many values it must hold. */
export function decodeCursor(cursor: string, width: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === width && values.every(isSortValue)) return values;
  } catch {
    // Falls through to the refusal: what cannot be read is as wrong as what has the wrong shape.
  }
  throw new DomainError('INVALID', 'CURSOR_INVALID', '分页游标无效，请从第一页重新查询。');
}

/** Makes a page of rows that were asked for with `limit + 1`. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(present), next: last ? encodeCursor(cursorOf(last)) : null };
}

function isSortValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
