import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { ProgressReportVersion } from './progress-report-version.entity.js';
import type { ReportRecord } from './report.store.js';

/** A submission as it is kept. */
export type VersionRecord = { [Key in keyof ProgressReportVersion]: ProgressReportVersion[Key] };

/** What the office answered to a submission. */
export interface Outcome {
  outcome: 'RETURNED' | 'ACCEPTED';
  reason: string;
  on: Day;
  by: string;
  verifiedProgress: number | null;
}

/** Keeps every submission of a report as it was handed in, and what became of it. */
@Injectable()
export class ReportVersionStore {
  constructor(private readonly db: Database) {}

  /** All submissions of a report, oldest first. */
  async of(reportId: string): Promise<VersionRecord[]> {
    return this.db.reader.find(ProgressReportVersion, { where: { reportId }, order: { ordinal: 'ASC' } });
  }

  /** Keeps what is being submitted; a returned report was submitted once for every return. */
  async keep(
    report: ReportRecord,
    submitted: { submittedOn: Day; submittedAt: number; submittedBy: string },
  ): Promise<void> {
    const { claimedProgress, count, text, problems, nextStep, evidenceIds } = report;
    await this.db.writer.insert(ProgressReportVersion, {
      id: newId(),
      reportId: report.id,
      ordinal: report.timesReturned + 1,
      claimedProgress,
      count,
      text,
      problems,
      nextStep,
      evidenceIds,
      ...submitted,
      outcome: 'SUBMITTED',
      outcomeReason: '',
      outcomeOn: null,
      outcomeBy: null,
      verifiedProgress: null,
    });
  }

  /** Writes the office's answer beside the latest submission. */
  async answer(report: Pick<ReportRecord, 'id' | 'timesReturned'>, answer: Outcome): Promise<void> {
    await this.db.writer.update(
      ProgressReportVersion,
      { reportId: report.id, ordinal: report.timesReturned + 1 },
      {
        outcome: answer.outcome,
        outcomeReason: answer.reason,
        outcomeOn: answer.on,
        outcomeBy: answer.by,
        verifiedProgress: answer.verifiedProgress,
      },
    );
  }
}
