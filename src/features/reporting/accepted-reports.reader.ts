import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';

/** The last report of a part that was accepted. */
export interface AcceptedReport {
  assignmentId: string;
  month: Month;
  text: string;
  verifiedProgress: number | null;
  problems: string;
}

/** What later features may ask about reports that were accepted. */
@Injectable()
export class AcceptedReportsReader {
  constructor(private readonly db: Database) {}

  /** The last accepted report of each of these parts that has one; at most 1,000 parts. */
  async latestOf(assignmentIds: readonly string[]): Promise<Map<string, AcceptedReport>> {
    if (assignmentIds.length === 0) return new Map();
    const rows = await this.db.read<AcceptedReport>(
      `SELECT r.assignment_id AS "assignmentId", r.month, r.text, r.verified_progress AS "verifiedProgress", r.problems
         FROM progress_report r WHERE r.assignment_id IN (${marks(assignmentIds)}) AND r.state = 'ACCEPTED'
          AND r.month = (SELECT MAX(x.month) FROM progress_report x
            WHERE x.assignment_id = r.assignment_id AND x.state = 'ACCEPTED')`,
      [...assignmentIds],
    );
    return new Map(rows.map((row) => [row.assignmentId, row]));
  }
}
