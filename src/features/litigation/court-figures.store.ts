import { Injectable } from '@nestjs/common';
import type { CourtLine } from '../../domain/rate/compare-lists.js';
import { makeRoom, ownerLiesIn } from '../../platform/auth/owner-jurisdiction.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { CourtFigures } from './court-figures.entity.js';

/** The court's list of a quarter. */
export interface KeptFigures {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  /** Path of the jurisdiction for which it was first entered. */
  readonly jurisdiction: string;
  readonly ownerDepartmentId: string | null;
  readonly lines: readonly CourtLine[];
  readonly enteredOn: string;
  readonly enteredBy: string;
  readonly version: number;
}

/** Keeps the court's lists, one a quarter in each jurisdiction. */
@Injectable()
export class CourtFiguresStore {
  constructor(private readonly db: Database) {}

  /** The list of a quarter that a jurisdiction with this path has, as the tree stands today; or null. */
  async of(year: number, quarter: number, jurisdiction: string): Promise<KeptFigures | null> {
    const row = await this.db.reader
      .createQueryBuilder(CourtFigures, 'f')
      .where('f.year = :year AND f.quarter = :quarter', { year, quarter })
      .andWhere(`${ownerLiesIn('f.ownerDepartmentId')} = :jurisdiction`, { jurisdiction })
      .orderBy('f.id')
      .getOne();
    return row && { ...row, lines: JSON.parse(row.lines) as CourtLine[] };
  }

  /** Adds a list; one of that quarter whose owner has moved to another jurisdiction since makes room. */
  async insert(figures: KeptFigures): Promise<void> {
    const { year, quarter, jurisdiction } = figures;
    await makeRoom(this.db, 'court_figures', { year, quarter }, jurisdiction);
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
