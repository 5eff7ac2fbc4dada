import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import type { StyleMark } from './style-scan.js';
import { attributeOf, type Tag } from './tag-scanner.js';

/** Most merged ranges or linked cells a sheet may have; real ledgers have some hundreds. */
const MOST_RANGES = 50_000;
const LAST_COLUMN = 16_384;

/**
 * Looks over one worksheet part before the sheet library does: counts what is really there (a declared dimension
 * proves nothing), refuses what would be expanded without measure, and notes per cell what the library drops.
 */
export class SheetScan {
  /** Cell reference → its marked style. */
  readonly styled = new Map<string, StyleMark>();
  /** Cells with a formula and no remembered result. */
  readonly uncached = new Set<string>();
  private rows = 0;
  private strings = 0;
  /** Number of the row being read, as the file states it, from 1. */
  private row = 0;
  private cells = 0;
  private ranges = 0;
  private cell: { ref: string; formula: boolean; value: boolean } | null = null;

  constructor(
    private readonly styles: ReadonlyMap<string, StyleMark>,
    private readonly limits: OfficeLimits,
  ) {}

  tag(tag: Tag): void {
    if (tag.name === 'c') this.cellTag(tag);
    else if (tag.closing) return;
    else if (tag.name === 'row') this.rowTag(tag);
    else if (this.cell && /^(f|v|is)$/.test(tag.name)) this.contentTag(this.cell, tag.name);
    else this.otherTag(tag);
  }

  private rowTag(tag: Tag): void {
    this.rows += 1;
    this.row = Number(attributeOf(tag, 'r') ?? this.row + 1);
    if (this.rows > this.limits.rows) this.refuseRows();
  }

  private contentTag(cell: { formula: boolean; value: boolean }, name: string): void {
    // Rows far down are passed over by the library; what stands in them must not be lost in silence.
    if (this.row > this.limits.rows) this.refuseRows();
    if (name === 'f') cell.formula = true;
    else cell.value = true;
  }

  private refuseRows(): never {
    throw officeRefusal('FILE_TOO_MANY_ROWS', { limit: this.limits.rows });
  }

  private cellTag(tag: Tag): void {
    if (this.cell?.formula && !this.cell.value) this.uncached.add(this.cell.ref);
    this.cell = null;
    if (tag.closing) return;
    this.cells += 1;
    // Blank cells that only bear a style are cheap, but not without end.
    const most = this.limits.cells * 4;
    if (this.cells > most) throw officeRefusal('FILE_TOO_MANY_CELLS', { limit: this.limits.cells });
    const ref = attributeOf(tag, 'r') ?? '';
    this.cell = { ref, formula: false, value: false };
    const mark = this.styles.get(attributeOf(tag, 's') ?? '');
    if (mark) this.styled.set(ref, mark);
  }

  private otherTag(tag: Tag): void {
    if (tag.name === 'si') this.strings += 1;
    if (this.strings > this.limits.cells)
      throw officeRefusal('FILE_TOO_MANY_CELLS', { limit: this.limits.cells });
    if (tag.name === 'col' && Number(attributeOf(tag, 'max') ?? 0) > LAST_COLUMN)
      throw officeRefusal('FILE_BROKEN');
    // The library gives every cell of a linked range an object of its own.
    if (tag.name === 'hyperlink') this.ranges += areaOf(attributeOf(tag, 'ref') ?? '');
    if (tag.name === 'mergeCell') this.ranges += 1;
    if (this.ranges > MOST_RANGES) throw officeRefusal('FILE_BOMB', { limit: MOST_RANGES });
  }
}

function areaOf(ref: string): number {
  const corner = /^\$?([A-Z]{1,3})\$?(\d{1,9}):\$?([A-Z]{1,3})\$?(\d{1,9})$/i.exec(ref);
  if (!corner) return ref.includes(':') ? Infinity : 1;
  const column = (letters: string) =>
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return (
    (Math.abs(column(corner[3]!) - column(corner[1]!)) + 1) *
    (Math.abs(Number(corner[4]) - Number(corner[2])) + 1)
  );
}
