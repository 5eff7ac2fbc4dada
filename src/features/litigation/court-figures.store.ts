import { Injectable } from '@nestjs/common';
import type { CourtLine } from '../../domain/rate/compare-lists.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { CourtFigures } from './court-figures.entity.js';

/** The court's list of a quarter. */
export interface KeptFigures {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  readonly lines: readonly CourtLine[];
  readonly enteredOn: string;
  readonly enteredBy: string;
  readonly version: number;
}

/** Keeps the court's lists, one a quarter. */
@Injectable()
export class CourtFiguresStore {
  constructor(private readonly db: Database) {}

  /** The list of a quarter, or null. */
  async of(year: number, quarter: number): Promise<KeptFigures | null> {
    const row = await this.db.reader.findOneBy(CourtFigures, { year, quarter });
    return row && { ...row, lines: JSON.parse(row.lines) as CourtLine[] };
  }

  async insert(figures: KeptFigures): Promise<void> {
    await this.db.writer.insert(CourtFigures, { ...figures, lines: JSON.stringify(figures.lines) });
  }

  /** Puts another list in the place of the one with that version. */
  async replace(
    before: KeptFigures,
    changes: Pick<KeptFigures, 'lines' | 'enteredOn' | 'enteredBy'>,
  ): Promise<void> {
    const { lines, ...rest } = changes;
    await updateVersioned(this.db, CourtFigures, before, { ...rest, lines: JSON.stringify(lines) });
  }
}
