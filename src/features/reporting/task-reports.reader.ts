import { Injectable } from '@nestjs/common';
import type { OfferedDeed } from '../../domain/task/offer.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { CloseOutDesk } from './close-out-desk.js';
import { CloseOutStore } from './close-out.store.js';
import { offerCloseOutDeeds, offerReportDeeds } from './offer-reporting-deeds.js';
import { presentCloseOut, type CloseOutResponse } from './present-close-out.js';
import { presentReport, type ReportResponse } from './present-report.js';
import { ReportDesk } from './report-desk.js';
import { ReportNames } from './report-names.js';
import type { FreezeStanding } from './reporting-rules.js';
import { ReportStore } from './report.store.js';

export type { CloseOutResponse } from './present-close-out.js';
export type { ReportResponse } from './present-report.js';

/** A task's reports and close-out requests, and what the actor may do with them. */
export interface TaskReports {
  /** Latest month first; a department reads its own only. */
  reports: ReportResponse[];
  /** Oldest first. */
  closeOutRequests: CloseOutResponse[];
  deeds: OfferedDeed[];
}

/** What the page of one task asks of reporting, within what the actor may see. */
@Injectable()
export class TaskReportsReader {
  constructor(
    private readonly desk: CloseOutDesk,
    private readonly reports: ReportStore,
    private readonly requests: CloseOutStore,
    private readonly months: ReportDesk,
    private readonly names: ReportNames,
  ) {}

  /** Reports and requests of a task; one the actor may not see is refused as if there were none (TASK_NOT_FOUND). */
  async of(taskId: string): Promise<TaskReports> {
    const actor = currentActor();
    const task = await this.desk.task(taskId);
    const reports = await this.reports.ofTask(taskId, scopeOf(actor));
    const names = await this.names.departments(reports.map((report) => report.departmentId));
    const requests = await this.requests.allOf(taskId);
    const freezes = new Map<string, FreezeStanding>();
    for (const month of new Set(reports.map((report) => report.month))) {
      freezes.set(month, await this.months.freezeOf({ ledgerId: task.ledgerId, month }));
    }
    const latest = reports[0]?.month;
    const reportDeeds = reports.flatMap((report) => {
      const offered = offerReportDeeds(actor, {
        report,
        freeze: freezes.get(report.month) ?? 'OPEN',
        part: task.assignments.find(({ id }) => id === report.assignmentId),
        department: names.get(report.departmentId)?.name ?? '',
      });
      // What cannot be done with an old month any more is of no use as a button.
      return offered.filter((deed) => deed.possible || report.month === latest);
    });
    const evidenceOf = await this.names.evidence([...reports, ...requests]);
    return {
      reports: reports.map((report) =>
        presentReport(report, task, evidenceOf(report), names.get(report.departmentId)),
      ),
      closeOutRequests: requests.map((request) => presentCloseOut(request, evidenceOf(request))),
      deeds: [...reportDeeds, ...offerCloseOutDeeds(actor, task, requests)],
    };
  }
}
