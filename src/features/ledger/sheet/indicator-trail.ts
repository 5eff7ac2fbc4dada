import type { LedgerField } from './ledger-field.js';
import type { RowReader } from './row-reader.js';

const LEVELS: readonly LedgerField[] = ['INDICATOR_1', 'INDICATOR_2', 'INDICATOR_3'];

/**
 * The indicators above each row. They are merged over many tasks, or written once and left blank below: both are filled down, and a new
 * indicator ends those under the one before. Without such columns the section rows (一、 （一）) are the indicators.
 */
export class IndicatorTrail {
  private readonly filled: string[] = [];
  private readonly sections: string[] = [];
  private readonly levels: LedgerField[];

  constructor(private readonly reader: RowReader) {
    this.levels = LEVELS.filter((field) => reader.has(field));
  }

  enter(level: 1 | 2, name: string): void {
    this.sections.length = Math.min(this.sections.length, level - 1);
    this.sections.push(name);
  }

  at(row: number): string[] {
    if (this.levels.length === 0) return [...this.sections];
    this.levels.forEach((field, i) => {
      const text = this.reader.read(row, field)?.text.replace(/\n/g, '') ?? '';
      if (text === '' || text === this.filled[i]) return;
      this.filled.length = Math.min(this.filled.length, i);
      while (this.filled.length < i) this.filled.push('');
      this.filled.push(text);
    });
    return this.filled.filter((name) => name !== '');
  }
}
