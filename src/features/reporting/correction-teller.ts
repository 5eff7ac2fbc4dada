import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { REPORT_CORRECTED, type ReportCorrected } from './report-corrected.topic.js';
import type { ReportRecord } from './report.store.js';

/** The figures of a report that a snapshot holds. */
export interface Figures {
  verifiedProgress: number | null;
  count: number | null;
}

/** One figure that changed. */
export interface FigureChange {
  field: keyof Figures;
  was: string;
  now: string;
}

/** Takes figures before and after; gives those that differ, as text. */
export function figureChanges(was: Figures, now: Figures): FigureChange[] {
  const fields = ['verifiedProgress', 'count'] as const;
  return fields
    .map((field) => ({ field, was: `${was[field] ?? ''}`, now: `${now[field] ?? ''}` }))
    .filter((change) => change.was !== change.now);
}

/** Tells what came of a correction to whoever keeps the frozen month. */
@Injectable()
export class CorrectionTeller {
  constructor(
    private readonly organization: OrganizationReader,
    private readonly outbox: Outbox,
    registry: JobRegistry,
  ) {
    registry.announce({ topics: [REPORT_CORRECTED] });
  }

  /** Writes one event per figure in the open unit; the report's new version makes its key. */
  async tell(
    report: ReportRecord,
    changes: readonly FigureChange[],
    reason: string,
    recordedOn: Day,
  ): Promise<void> {
    const { ledgerId, month, taskId } = report;
    const department = await this.organization.department(report.departmentId);
    for (const change of changes) {
      const sourceKey = `report/${report.id}/${report.version}/${change.field}`;
      const told: ReportCorrected = {
        ledgerId,
        month,
        taskId,
        departmentCode: department?.code ?? '',
        ...change,
        reason,
        recordedOn,
        sourceKey,
      };
      await this.outbox.put(REPORT_CORRECTED, sourceKey, told);
    }
  }
}
