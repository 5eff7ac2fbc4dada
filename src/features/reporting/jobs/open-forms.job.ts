import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { roundsOpened } from '../../../domain/cycle/round-months.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { FORMS_JOB, partsOfMonthSlot } from '../../../platform/jobs/slot-names.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ReportStore } from '../report.store.js';

const PARTS_PER_STEP = 1000;

/** Where a run has come to: the last part seen, and how many forms are new so far. */
interface Progress {
  after: { sortKey: string; id: string } | null;
  forms: number;
}

/** 每月开启月报: one empty form for every part still to be worked, of every month of every issued ledger. */
@Injectable()
export class OpenFormsJob implements Job {
  readonly name = FORMS_JOB;
  readonly catchUp = 'all';

  constructor(
    private readonly ledgers: LedgerReader,
    private readonly reports: ReportStore,
    private readonly audit: AuditTrail,
    registry: JobRegistry,
  ) {
    registry.announce({ jobs: [FORMS_JOB] });
    registry.addJob(this);
  }

  slotsDue(today: Day): Promise<DueSlot[]> {
    return this.ledgers.roundSlots(today, roundsOpened);
  }

  /** A form that is there already is kept, so an interrupted run goes on and a second one changes nothing. */
  async run(run: JobRun): Promise<void> {
    const { ledgerId, month } = partsOfMonthSlot(run.slot);
    let progress = JSON.parse(run.cursor || '{"after":null,"forms":0}') as Progress;
    for (let more = true; more;) {
      await run.step(async () => {
        const parts = await this.ledgers.openAssignmentPage(ledgerId, progress.after, PARTS_PER_STEP);
        const keys = parts.map(({ id, taskId, departmentId }) => ({
          assignmentId: id,
          taskId,
          ledgerId,
          departmentId,
          month,
        }));
        const forms = progress.forms + (await this.reports.openForms(keys));
        const last = parts.at(-1);
        progress = { after: last ? { sortKey: last.sortKey, id: last.id } : progress.after, forms };
        more = parts.length === PARTS_PER_STEP;
        return JSON.stringify(progress);
      });
    }
    await run.finish(async () => {
      const result = { forms: progress.forms };
      this.audit.record({
        operation: FORMS_JOB,
        objectKind: 'ledger',
        objectId: ledgerId,
        after: { month, ...result, madeUp: run.madeUp },
      });
      return result;
    });
  }
}
