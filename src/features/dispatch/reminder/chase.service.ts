import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { addToMonth, monthOf, type Month } from '../../../domain/calendar/month.js';
import type { MonthCycle } from '../../../domain/cycle/month-cycle.js';
import { dueReportReminders } from '../../../domain/reminder/report-reminders.js';
import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Settings } from '../../../platform/config/settings.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import type { TaskCursor, TaskFacts } from '../../ledger/ledger.reader.js';
import type { ReportFacts } from '../../reporting/reporting.reader.js';
import { ChaseSources } from './chase-sources.js';
import { planReminders, type PlannedReminder, type ReminderGround } from './plan-reminders.js';
import { ReminderIssuer } from './reminder-issuer.js';
import type { IssuedOf } from './reminder.store.js';

/** What the pages of one chase share. */
interface ChaseGround {
  reminders: ReminderGround;
  cycle: MonthCycle;
  previousRoundId: string | null;
}

/** One working day's chase: every rung and every report reminder that is due and was never issued. */
@Injectable()
export class ChaseService {
  constructor(
    private readonly settings: Settings,
    private readonly sources: ChaseSources,
    private readonly issuer: ReminderIssuer,
    private readonly audit: AuditTrail,
  ) {}

  /** Works one slot page by page from where an earlier attempt had come to. */
  async run(ledgerId: string, day: Day, run: JobRun): Promise<void> {
    const ground = await this.ground(ledgerId, day);
    let after = run.cursor === '' ? null : (JSON.parse(run.cursor) as TaskCursor);
    let created = 0;
    for (let more = true; more;) {
      await run.step(async () => {
        const limit = this.settings.DIAODU_FREEZE_BATCH;
        const { tasks, planned } = await this.page(ledgerId, ground, after, limit);
        created += await this.issuer.issue(planned, ledgerId, run.slot, day);
        const last = tasks.at(-1);
        after = last ? { sortKey: last.sortKey, id: last.id } : after;
        more = tasks.length === limit;
        return after ? JSON.stringify(after) : '';
      });
    }
    await run.finish(async () => {
      const digests = await this.issuer.askForDigests(run.slot);
      const after = { day, created, digests };
      if (created > 0)
        this.audit.record({ operation: 'dispatch.chase', objectKind: 'ledger', objectId: ledgerId, after });
      return after;
    });
  }

  /** What would be sent on a day, without writing anything; as many pages as there are. */
  async preview(ledgerId: string, day: Day): Promise<PlannedReminder[]> {
    const ground = await this.ground(ledgerId, day);
    const all: PlannedReminder[] = [];
    for (let after: TaskCursor | null = null; ;) {
      const { tasks, planned }: ChasePage = await this.page(
        ledgerId,
        ground,
        after,
        this.settings.DIAODU_FREEZE_BATCH,
      );
      all.push(...planned);
      const last = tasks.at(-1);
      if (!last || tasks.length < this.settings.DIAODU_FREEZE_BATCH) return all;
      after = { sortKey: last.sortKey, id: last.id };
    }
  }

  private async ground(ledgerId: string, day: Day): Promise<ChaseGround> {
    const month = monthOf(day);
    return {
      reminders: await this.issuer.ground(day, addToMonth(month, -1)),
      cycle: await this.sources.cycles.cycleOf(month),
      previousRoundId: await this.sources.previous.frozenBefore(ledgerId, month),
    };
  }

  private async page(
    ledgerId: string,
    ground: ChaseGround,
    after: TaskCursor | null,
    limit: number,
  ): Promise<ChasePage> {
    const { ledgers, previous, reminders } = this.sources;
    const tasks = await ledgers.taskPage(ledgerId, after, limit);
    const first = tasks[0];
    const last = tasks.at(-1);
    if (!first || !last) return { tasks, planned: [] };
    const ids = tasks.map((task) => task.id);
    const issued = await reminders.issuedAbout(ids);
    const reds = await previous.redMonths(ground.previousRoundId, first.sortKey, last.sortKey);
    const reports = await this.reportsOwed(ids, ground);
    const planned = tasks.flatMap((task) => [
      ...planReminders(task, reds.get(`${task.id}/`) ?? 0, issued, ground.reminders),
      ...planReportReminders(task, reports, issued, ground),
    ]);
    return { tasks, planned };
  }

  /** Before the 20th nobody is asked for a report, so the reports need not be read. */
  private async reportsOwed(
    ids: string[],
    { cycle, reminders }: ChaseGround,
  ): Promise<Map<string, ReportFacts>> {
    if (reminders.asOf < cycle.reminderOn) return new Map();
    return this.sources.reporting.reportsOf(ids, cycle.month, reminders.asOf);
  }
}

interface ChasePage {
  tasks: TaskFacts[];
  planned: PlannedReminder[];
}

function planReportReminders(
  task: TaskFacts,
  reports: ReadonlyMap<string, ReportFacts>,
  issued: ReadonlyMap<string, IssuedOf[]>,
  { reminders, cycle }: ChaseGround,
): PlannedReminder[] {
  if (standingOf(task.state as TaskState) !== 'OPEN') return [];
  return task.assignments.flatMap((part) => {
    const report = reports.get(part.id);
    if (!report || part.state === 'WITHDRAWN') return [];
    const facts = {
      subject: part.id,
      month: cycle.month as Month,
      isOwed: report.state === 'DRAFT' || report.state === 'RETURNED',
      isReturned: report.state === 'RETURNED',
      reminderOn: cycle.reminderOn,
      reportsDueOn: cycle.reportsDueOn,
      freezeOn: cycle.freezeOn,
    };
    const due = dueReportReminders(
      facts,
      issued.get(part.id) ?? [],
      reminders.asOf,
      reminders.ladder,
      reminders.calendar,
    );
    return due.map((one) => ({
      subjectKind: 'REPORT' as const,
      subjectId: part.id,
      taskId: task.id,
      subjectNumber: null,
      subjectTitle: null,
      departmentId: part.departmentId,
      due: one,
    }));
  });
}
