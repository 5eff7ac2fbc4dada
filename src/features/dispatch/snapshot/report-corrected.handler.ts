import { Injectable } from '@nestjs/common';
import type { OutboxHandler } from '../../../platform/jobs/job.js';
import { REPORT_CORRECTED, type ReportCorrected } from '../../reporting/report-corrected.topic.js';
import { CorrectionStore } from './correction.store.js';

/** A frozen month never changes; what turned out otherwise is kept as 追溯更正 and told in the next bulletin. */
@Injectable()
export class ReportCorrectedHandler implements OutboxHandler {
  readonly topic = REPORT_CORRECTED;

  constructor(private readonly corrections: CorrectionStore) {}

  async handle(payload: unknown): Promise<void> {
    await this.corrections.add(payload as ReportCorrected);
  }
}
