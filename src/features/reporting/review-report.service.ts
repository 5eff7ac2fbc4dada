import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { stateAfter, verifiedBy } from './decide-report.js';
import { ReportDesk } from './report-desk.js';
import { ReportGround } from './report-ground.js';
import { ReportVersionStore } from './report-version.store.js';
import { acceptancesRefused, reasonMissing, refusalOf, type BatchFault } from './reporting.errors.js';
import { requireReviewer } from './reporting.policy.js';
import type { ReportRecord } from './report.store.js';

/** One report of a batch to be accepted; without a percent the claimed one is verified. */
export interface Acceptance {
  id: string;
  version: number;
  verifiedProgress?: number;
}

/** 审核: the office accepts a report with the progress it verifies, or returns it (退回重报). */
@Injectable()
export class ReviewReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly ground: ReportGround,
    private readonly versions: ReportVersionStore,
    private readonly clock: Clock,
  ) {}

  /** Accepts; verified is the given percent, else the claimed one, else the last verified one. */
  async accept(id: string, verifiedProgress: number | null = null, version?: number): Promise<void> {
    await this.review(id, version, (report) => this.acceptOne(report, verifiedProgress));
  }

  /** Accepts reports together: all of them, or none with the fault of each. */
  async acceptTogether(acceptances: readonly Acceptance[]): Promise<void> {
    await this.unitOfWork.run(async () => {
      const faults: BatchFault[] = [];
      for (const { id, version, verifiedProgress } of acceptances) {
        const refusal = await this.accept(id, verifiedProgress ?? null, version).then(() => null, refusalOf);
        if (refusal) faults.push({ id, code: refusal.code, message: refusal.message });
      }
      if (faults.length > 0) throw acceptancesRefused(faults);
    });
  }

  /** Returns with the reason the department reads. */
  async returnForRevision(id: string, given: string, version?: number): Promise<void> {
    const reason = cleanText(given).trim();
    if (reason === '') throw reasonMissing('退回月报');
    await this.review(id, version, async (report) => {
      const state = stateAfter(report.state, 'RETURN');
      const by = { reviewedOn: this.clock.today(), reviewedBy: currentActor().post };
      await this.versions.answer(report, {
        outcome: 'RETURNED',
        reason,
        on: by.reviewedOn,
        by: by.reviewedBy,
        verifiedProgress: null,
      });
      const changes = {
        ...by,
        state,
        returnedReason: reason,
        timesReturned: report.timesReturned + 1,
      };
      await this.desk.save(report, changes, 'reporting.return');
    });
  }

  private async acceptOne(report: ReportRecord, given: number | null): Promise<void> {
    const state = stateAfter(report.state, 'ACCEPT');
    const last = (await this.ground.lastVerified(report))?.progress ?? null;
    const verified = verifiedBy(given, report.claimedProgress, last);
    const by = { reviewedOn: this.clock.today(), reviewedBy: currentActor().post };
    await this.versions.answer(report, {
      outcome: 'ACCEPTED',
      reason: '',
      on: by.reviewedOn,
      by: by.reviewedBy,
      verifiedProgress: verified,
    });
    await this.desk.save(report, { ...by, state, verifiedProgress: verified }, 'reporting.accept');
  }

  private review(id: string, version: number | undefined, deed: (report: ReportRecord) => Promise<void>) {
    return this.unitOfWork.run(async () => {
      const report = await this.desk.open(id, version);
      requireReviewer(currentActor());
      await this.desk.requireTaking(report);
      await deed(report);
    });
  }
}
