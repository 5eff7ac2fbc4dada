import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { OutboxHandler } from '../../platform/jobs/job.js';
import { CorrectionStore } from './correction.store.js';

/** Event of reporting: a value of a frozen month was corrected. */
export const REPORT_CORRECTED = 'report.corrected';

interface ReportCorrected {
  ledgerId: string;
  month: string;
  taskId: string;
  departmentCode: string;
  field: string;
  was: string;
  now: string;
  reason: string;
  sourceKey: string;
}

/** A frozen month never changes; what turned out otherwise is kept as 追溯更正 and told in the next bulletin. */
@Injectable()
export class ReportCorrectedHandler implements OutboxHandler {
  readonly topic = REPORT_CORRECTED;

  constructor(
    private readonly corrections: CorrectionStore,
    private readonly clock: Clock,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const correction = payload as ReportCorrected;
    await this.corrections.add({ ...correction, recordedOn: this.clock.today() });
  }
}
