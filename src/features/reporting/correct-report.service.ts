import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { requireCount, verifiedBy } from './decide-report.js';
import { CorrectionTeller, figureChanges, type Figures } from './correction-teller.js';
import { ReportDesk } from './report-desk.js';
import { ReportGround } from './report-ground.js';
import { ReportVersionStore } from './report-version.store.js';
import { nothingToCorrect, reasonMissing } from './reporting.errors.js';
import { requireCorrectable } from './reporting-rules.js';
import { requireCorrector } from './reporting.policy.js';
import type { ReportRecord } from './report.store.js';

/** What the office puts right; a figure left out stays. */
export interface Correction {
  verifiedProgress?: number;
  count?: number;
  reason: string;
}

/** 更正: the figures of a reviewed report; of a frozen month they are told as 追溯更正 and the snapshot stays. */
@Injectable()
export class CorrectReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly ground: ReportGround,
    private readonly versions: ReportVersionStore,
    private readonly teller: CorrectionTeller,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects an accepted report at any time, and takes in one that was still unreviewed when its month was frozen.
   * Refuses a report that was never handed in, a correction without reason or effect, and any while the freeze runs.
   */
  async correct(id: string, correction: Correction, version?: number): Promise<void> {
    const reason = cleanText(correction.reason).trim();
    if (reason === '') throw reasonMissing('更正月报');
    await this.unitOfWork.run(async () => {
      const report = await this.desk.open(id, version);
      requireCorrector(currentActor());
      const freeze = await this.desk.freezeOf(report);
      requireCorrectable(report, freeze);
      const last = await this.ground.lastVerified(report);
      const was = { verifiedProgress: last?.progress ?? null, count: last?.count ?? null };
      const now = figuresOf(report, correction, was);
      const changes = figureChanges(was, now);
      if (changes.length === 0 && report.state === 'ACCEPTED') throw nothingToCorrect();
      const on = this.clock.today();
      const after = await this.save(report, now, on, reason);
      if (freeze === 'FROZEN') await this.teller.tell(after, changes, reason, on);
    });
  }

  private async save(report: ReportRecord, now: Figures, on: Day, reason: string): Promise<ReportRecord> {
    // The day of an earlier acceptance stays: it says since when the report counts.
    if (report.state === 'ACCEPTED') return this.desk.save(report, now, 'reporting.correct', reason);
    const by = currentActor().post;
    const { verifiedProgress } = now;
    await this.versions.answer(report, { outcome: 'ACCEPTED', reason, on, by, verifiedProgress });
    const changes = { ...now, state: 'ACCEPTED', reviewedOn: on, reviewedBy: by };
    return this.desk.save(report, changes, 'reporting.correct', reason);
  }
}

function figuresOf(report: ReportRecord, correction: Correction, was: Figures): Figures {
  requireCount(correction.count ?? null);
  return {
    verifiedProgress: verifiedBy(
      correction.verifiedProgress ?? null,
      report.state === 'ACCEPTED' ? report.verifiedProgress : report.claimedProgress,
      was.verifiedProgress,
    ),
    count: correction.count ?? report.count,
  };
}
