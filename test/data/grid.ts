import type { SheetCell, SheetGrid } from '../../src/platform/office/office-document.js';

/** A cell as a spec writes it: text, number, nothing, or a cell with marks. */
export type GridCell = string | number | null | (Partial<SheetCell> & { value: SheetCell['value'] });

/** A sheet from rows of plain values; `^` takes the cell above into one merged range, `<` the cell to the left. */
export function gridOf(rows: readonly (readonly GridCell[])[], more: Partial<SheetGrid> = {}): SheetGrid {
  const grid: SheetGrid = {
    name: 'Sheet1',
    hidden: false,
    rows: rows.map((row) => row.map(cellOf)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    ...more,
  };
  const ranges = new Map<string, SheetGrid['merges'][number]>();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== '^' && cell !== '<') return;
      const above = ranges.get(cell === '^' ? `${r - 1},${c}` : `${r},${c - 1}`);
      const range = above ?? {
        top: cell === '^' ? r - 1 : r,
        left: cell === '^' ? c : c - 1,
        bottom: r,
        right: c,
      };
      range.bottom = Math.max(range.bottom, r);
      range.right = Math.max(range.right, c);
      ranges.set(`${range.top},${range.left}`, range).set(`${r},${c}`, range);
      if (!above) grid.merges.push(range);
    });
  });
  return grid;
}

function cellOf(cell: GridCell): SheetCell {
  if (cell === null || cell === '^' || cell === '<') return { value: null, text: '' };
  if (typeof cell === 'object') return { text: String(cell.value ?? ''), ...cell };
  return { value: cell, text: String(cell) };
}
