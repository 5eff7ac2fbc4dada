import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/id.js';
import { SnapshotCorrection } from './snapshot-correction.entity.js';

/** A correction to be written. */
export type NewCorrection = Omit<SnapshotCorrection, 'id' | 'shownIn'>;

/** Table of corrections of frozen months (追溯更正). */
@Injectable()
export class CorrectionStore {
  constructor(private readonly db: Database) {}

  /** Keeps a correction once per source. */
  async add(c: NewCorrection): Promise<void> {
    await this.db.write(
      `INSERT INTO snapshot_correction (id, ledger_id, month, task_id, department_code, field, was, now, reason,
         recorded_on, shown_in, source_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT DO NOTHING`,
      [
        newId(),
        c.ledgerId,
        c.month,
        c.taskId,
        c.departmentCode,
        c.field,
        c.was,
        c.now,
        c.reason,
        c.recordedOn,
        c.sourceKey,
      ],
    );
  }

  /** At a freeze: everything recorded since the last one is shown in this month's bulletin. Gives how many. */
  async showIn(ledgerId: string, month: Month): Promise<number> {
    const { affected } = await this.db.write(
      `UPDATE snapshot_correction SET shown_in = ? WHERE ledger_id = ? AND shown_in IS NULL AND month < ?`,
      [month, ledgerId, month],
    );
    return affected;
  }

  /** Corrections shown in a month, by month corrected and when recorded. */
  shownIn(ledgerId: string, month: Month): Promise<SnapshotCorrection[]> {
    return this.db.reader.find(SnapshotCorrection, {
      where: { ledgerId, shownIn: month },
      order: { month: 'ASC', recordedOn: 'ASC', sourceKey: 'ASC' },
    });
  }

  /** Corrections of one frozen month, wherever shown. */
  of(ledgerId: string, month: Month): Promise<SnapshotCorrection[]> {
    return this.db.reader.find(SnapshotCorrection, {
      where: { ledgerId, month },
      order: { recordedOn: 'ASC' },
    });
  }
}
