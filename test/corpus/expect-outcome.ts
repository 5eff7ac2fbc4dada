import { utils } from '@e965/xlsx';
import { expect } from '@jest/globals';
import type { OfficeDocument, SheetGrid } from '../../src/platform/office/office-document.js';
import type { Expectation } from './corpus-case.js';

/** Compares a document, or the code it was refused with, to what the case expects. */
export function expectOutcome(outcome: OfficeDocument | string, expected: Expectation): void {
  if ('refused' in expected) {
    expect(expected.refused).toContain(typeof outcome === 'string' ? outcome : 'read');
    return;
  }
  if (typeof outcome === 'string') throw new Error(`refused with ${outcome}`);
  if ('text' in expected) expect(flat(outcome)).toContain(expected.text);
  else expectCells(outcome, expected);
}

function expectCells(document: OfficeDocument, expected: Extract<Expectation, { cells: unknown }>): void {
  if (document.kind !== 'workbook') throw new Error(document.kind);
  const sheet = document.sheets[0]!;
  if (expected.sheets !== undefined) expect(document.sheets).toHaveLength(expected.sheets);
  if (expected.sheet) expect(sheet).toMatchObject(expected.sheet);
  for (const [ref, cell] of Object.entries(expected.cells)) {
    const { r, c } = utils.decode_cell(ref);
    const read: Record<string, unknown> = { ...sheet.rows[r]?.[c] };
    // Only the stated fields; one stated as undefined must be absent.
    const stated = Object.fromEntries(Object.keys(cell).map((key) => [key, read[key]]));
    expect({ ref, ...stated }).toEqual({ ref, ...cell });
  }
}

/** The text of a document on one line; tables as [cell;cell/next row]. */
function flat(document: OfficeDocument): string {
  if (document.kind === 'text') return document.text;
  if (document.kind === 'workbook') return '';
  const table = (grid: SheetGrid) => grid.rows.map((row) => row.map((cell) => cell.text).join(';')).join('/');
  return document.blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : `[${table(block.grid)}]`))
    .join('|');
}
