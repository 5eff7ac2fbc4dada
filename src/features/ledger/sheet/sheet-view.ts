import type { CellRange, SheetCell, SheetGrid } from '../../../platform/office/office-document.js';

const EMPTY: SheetCell = { value: null, text: '' };
/** What a reader cannot see and a program stumbles over; line breaks and tabs are kept. */
const INVISIBLE = /[\p{Cf}\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu;

/** A sheet asked cell by cell, as the user sees it: each cell of a merged range shows the range's first cell. */
export class SheetView {
  readonly height: number;
  readonly width: number;
  private readonly merged = new Map<string, CellRange>();
  private readonly hidden: ReadonlySet<number>;

  constructor(readonly grid: SheetGrid) {
    this.height = grid.rows.length;
    this.width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    this.hidden = new Set(grid.hiddenRows);
    for (const range of grid.merges) this.addMerge(range);
  }

  /** Only cells that exist are noted, so a range over the whole sheet costs no more than the sheet. */
  private addMerge(range: CellRange): void {
    for (let row = range.top; row <= Math.min(range.bottom, this.height - 1); row++) {
      for (let column = range.left; column <= Math.min(range.right, this.width - 1); column++) {
        this.merged.set(`${row},${column}`, range);
      }
    }
  }

  rangeAt(row: number, column: number): CellRange | null {
    return this.merged.get(`${row},${column}`) ?? null;
  }

  cellAt(row: number, column: number): SheetCell {
    const range = this.rangeAt(row, column);
    return this.grid.rows[range?.top ?? row]?.[range?.left ?? column] ?? EMPTY;
  }

  textAt(row: number, column: number): string {
    return textOf(this.cellAt(row, column));
  }

  /** The texts of a row with each merged range once, empty ones left out. */
  wordsOf(row: number): { column: number; text: string }[] {
    const words: { column: number; text: string }[] = [];
    for (let column = 0; column < this.width; column++) {
      const range = this.rangeAt(row, column);
      if (range && range.left < column) continue;
      const text = this.textAt(row, column);
      if (text) words.push({ column, text });
    }
    return words;
  }

  /** The same without what only reaches down from a range begun above. */
  ownWordsOf(row: number): { column: number; text: string }[] {
    return this.wordsOf(row).filter(({ column }) => this.isOwn(row, column));
  }

  /** The cell begins in this row; it is not the lower part of a merged range. */
  isOwn(row: number, column: number): boolean {
    const range = this.rangeAt(row, column);
    return !range || range.top === row;
  }

  isHidden(row: number): boolean {
    return this.hidden.has(row);
  }
}

/** The text of a cell as a person would copy it: a date as its day, an error as nothing, line ends alike. */
export function textOf(cell: SheetCell): string {
  if (cell.error) return '';
  if (cell.isDate && cell.day) return cell.day;
  return cleanText(cell.text !== '' ? cell.text : cell.value === null ? '' : String(cell.value));
}

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** A1, B12, AA3: the address the user sees; row and column counted from 0. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
