import type { CellRange } from '../../../platform/office/office-document.js';
import type { SheetHeader } from './find-header.js';
import type { LedgerField } from './ledger-field.js';
import type { SheetView } from './sheet-view.js';
import { addressOf } from './sheet-view.js';
import type { ReadCell } from './task-draft.js';

/** Reads the rows of one table by field. */
export class RowReader {
  private readonly columns = new Map<LedgerField, number>();
  private readonly monthColumns: { month: number; field: LedgerField }[] = [];

  constructor(
    private readonly view: SheetView,
    private readonly header: SheetHeader,
  ) {
    for (const { column, field } of header.columns) {
      if (!field) continue;
      this.columns.set(field, column);
      const month = /^MONTH_(\d+)$/.exec(field);
      if (month) this.monthColumns.push({ month: Number(month[1]), field });
    }
    this.monthColumns.sort((a, b) => a.month - b.month);
  }

  get hasTitleColumn(): boolean {
    return this.columns.has('TITLE');
  }

  has(field: LedgerField): boolean {
    return this.columns.has(field);
  }

  /** The cell of a field, merged ranges included; null where it is empty. */
  read(row: number, field: LedgerField): ReadCell | null {
    const column = this.columns.get(field);
    if (column === undefined) return null;
    const text = this.view.textAt(row, column);
    if (!text) return null;
    const range = this.view.rangeAt(row, column);
    return {
      column: this.headingOf(column),
      address: addressOf(range?.top ?? row, range?.left ?? column),
      text,
      cell: this.view.cellAt(row, column),
    };
  }

  /** The same, but null for a range begun above unless this is the task's `first` row. */
  own(row: number, field: LedgerField, first: boolean): ReadCell | null {
    const column = this.columns.get(field);
    return column !== undefined && (first || this.view.isOwn(row, column)) ? this.read(row, field) : null;
  }

  /** A ledger without a column for the task itself has it in the measures. */
  title(row: number): ReadCell | null {
    return this.read(row, this.titleField());
  }

  months(row: number, first: boolean): { month: number; read: ReadCell }[] {
    return this.monthColumns.flatMap(({ month, field }) => {
      const read = this.own(row, field, first);
      return read ? [{ month, read }] : [];
    });
  }

  /** Belongs to the task above: its title reaches down here, or it has nothing but a further measure. */
  continues(row: number): boolean {
    const range = this.titleRange(row);
    if (range && range.top < row) return !this.isSplit(range);
    return (
      this.hasTitleColumn &&
      !this.read(row, 'TITLE') &&
      !this.own(row, 'NUMBER', false) &&
      this.read(row, 'MEASURES') !== null
    );
  }

  hasTask(row: number): boolean {
    return (['LEAD', 'RESPONSIBLE', 'DEADLINE', 'MEASURES'] as const).some((field) =>
      this.own(row, field, false),
    )
      ? true
      : this.title(row) !== null;
  }

  /** A title over several rows each with a number of its own is the heading of that many tasks. */
  splitParent(row: number): ReadCell | null {
    const range = this.titleRange(row);
    return range && this.isSplit(range) && this.read(row, 'MEASURES') ? this.read(row, 'TITLE') : null;
  }

  isStruck(row: number): boolean {
    const column = this.columns.get(this.titleField());
    return column !== undefined && this.view.cellAt(row, column).strikethrough === true;
  }

  addRaw(row: number, raw: Record<string, string>, first: boolean): void {
    for (const { column } of this.header.columns) {
      const text = first || this.view.isOwn(row, column) ? this.view.textAt(row, column) : '';
      if (!text) continue;
      const key = this.headingOf(column);
      raw[key] = raw[key] === undefined ? text : `${raw[key]}\n${text}`;
    }
  }

  /** A column without a heading is called by its letters. */
  private headingOf(column: number): string {
    return this.header.columns[column]?.heading || addressOf(0, column).replace(/\d+$/, '');
  }

  private titleField(): LedgerField {
    return this.hasTitleColumn ? 'TITLE' : 'MEASURES';
  }

  private titleRange(row: number): CellRange | null {
    const column = this.columns.get(this.titleField());
    return column === undefined ? null : this.view.rangeAt(row, column);
  }

  private isSplit({ top, bottom }: CellRange): boolean {
    let numbers = 0;
    for (let row = top; row <= bottom; row++) if (this.own(row, 'NUMBER', false)) numbers++;
    return numbers > 1;
  }
}
