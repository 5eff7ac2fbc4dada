import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { roundsOpened } from '../../domain/cycle/round-months.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LedgerReader, type AssignmentFacts } from '../ledger/ledger.reader.js';
import { ReportDesk } from './report-desk.js';
import { assignmentNotFound, formNotOwed, monthNotOpen } from './reporting.errors.js';
import { maySeeReport } from './reporting.policy.js';
import { ReportStore } from './report.store.js';

const ENDED: ReadonlySet<string> = new Set(['WITHDRAWN', 'DONE']);

/** Lays the form of a part that came into the ledger after the month's forms were opened. */
@Injectable()
export class OpenFormService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: LedgerReader,
    private readonly reports: ReportStore,
    private readonly desk: ReportDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the id of the part's report for the month, laying the form where there is none. Refuses a part that owes
   * nothing, a month that is not open yet, and one already frozen.
   */
  async open(assignmentId: string, month: Month): Promise<string> {
    return this.unitOfWork.run(async () => {
      const part = await this.ledgers.assignment(assignmentId);
      if (!part || !maySeeReport(currentActor(), part.departmentId)) throw assignmentNotFound();
      const known = await this.reports.of(assignmentId, month);
      return known?.id ?? this.lay(part, month);
    });
  }

  private async lay(part: AssignmentFacts, month: Month): Promise<string> {
    const ledgerId = await this.requireOwed(part, month);
    await this.desk.requireTaking({ ledgerId, month });
    const { id: assignmentId, taskId, departmentId } = part;
    await this.reports.openForms([{ assignmentId, taskId, ledgerId, departmentId, month }]);
    const form = await this.reports.of(assignmentId, month);
    if (!form) throw new Error(`form ${assignmentId} ${month} vanished`);
    this.audit.record({
      operation: 'reporting.open-form',
      objectKind: 'progress_report',
      objectId: form.id,
      after: { assignmentId, month },
    });
    return form.id;
  }

  /** Gives the ledger of a part that owes a report for the month. */
  private async requireOwed(part: AssignmentFacts, month: Month): Promise<string> {
    const task = await this.ledgers.task(part.taskId);
    if (!task || ENDED.has(part.state) || standingOf(task.state as TaskState) !== 'OPEN') throw formNotOwed();
    const ledger = await this.ledgers.ledger(task.ledgerId);
    if (ledger?.state !== 'ISSUED') throw formNotOwed();
    const open = roundsOpened(ledger.issuedOn, this.clock.today());
    if (!open.some((round) => round.month === month)) throw monthNotOpen(month);
    return ledger.id;
  }
}
