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
    else if (tag.name === 'f' && this.cell) this.cell.formula = true;
    else if (tag.name === 'v' && this.cell) this.cell.value = true;
    else if (tag.name === 'row') this.rowTag();
    else this.rangeTag(tag);
  }

  private rowTag(): void {
    this.rows += 1;
    if (this.rows > this.limits.rows) throw officeRefusal('FILE_TOO_MANY_ROWS', { limit: this.limits.rows });
  }

  private cellTag(tag: Tag): void {
    if (this.cell?.formula && !this.cell.value) this.uncached.add(this.cell.ref);
    this.cell = null;
    if (tag.closing) return;
    this.cells += 1;
    const most = this.limits.rows * this.limits.columns;
    if (this.cells > most) throw officeRefusal('FILE_TOO_MANY_CELLS', { limit: most });
    const ref = attributeOf(tag, 'r') ?? '';
    this.cell = { ref, formula: false, value: false };
    const mark = this.styles.get(attributeOf(tag, 's') ?? '');
    if (mark) this.styled.set(ref, mark);
  }

  private rangeTag(tag: Tag): void {
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
