import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';

/** Outbox topic: a verified figure of a frozen month was corrected (追溯更正). */
export const REPORT_CORRECTED = 'report.corrected';

/** What is told; one event per figure. */
export interface ReportCorrected {
  ledgerId: string;
  /** The frozen month. */
  month: Month;
  taskId: string;
  departmentCode: string;
  field: 'verifiedProgress' | 'count';
  /** The figure as frozen; empty when there was none. */
  was: string;
  now: string;
  reason: string;
  recordedOn: Day;
  /** Unique per correction; to be kept once. */
  sourceKey: string;
}
