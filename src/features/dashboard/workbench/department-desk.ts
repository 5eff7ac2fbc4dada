import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, type Day } from '../../../domain/calendar/day.js';
import { progressReportLifecycle } from '../../../domain/task/progress-report-lifecycle.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { DepartmentDeskStore, type FormRow } from './department-desk.store.js';
import type { DepartmentDeskView, OwedFormView } from './present-department.js';

const SOON_DAYS = 30;

/** What lies before a department's liaison and head: what to report, to sign, to answer, and what falls due. */
@Injectable()
export class DepartmentDesk {
  constructor(
    private readonly store: DepartmentDeskStore,
    private readonly cycles: CycleReader,
    private readonly clock: Clock,
  ) {}

  /** The desk of one department, as its holder of a post finds it. */
  async of(
    { id, code, name }: { id: string; code: string; name: string },
    { post, holder }: { post: string; holder: string },
  ): Promise<DepartmentDeskView> {
    const today = this.clock.today();
    const unanswered = await this.store.unanswered(id, today);
    const due = await this.store.due(id, addDays(today, SOON_DAYS));
    return {
      code,
      name,
      toTakeOver: await this.store.toTakeOver(post, holder, today),
      toTakeUp: await this.store.toTakeUp(id),
      forms: await this.forms(await this.store.forms(id, code)),
      toSign: await this.store.unsigned(id, today),
      toAnswer: unanswered.map((reminder) => ({ ...reminder, overdue: reminder.replyBy < today })),
      dueSoon: due.map((row) => ({ ...row, daysLeft: daysBetween(today, row.dueOn) })),
    };
  }

  private async forms(rows: readonly FormRow[]): Promise<OwedFormView[]> {
    const dueOn = new Map<string, Day>();
    for (const { month } of rows)
      if (!dueOn.has(month)) dueOn.set(month, (await this.cycles.cycleOf(month)).reportsDueOn);
    return rows.map((row) => ({
      ...row,
      stateLabel: progressReportLifecycle.states[row.state],
      reportsDueOn: dueOn.get(row.month) ?? '',
    }));
  }
}
