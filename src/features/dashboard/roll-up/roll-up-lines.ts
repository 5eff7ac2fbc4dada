import { Injectable } from '@nestjs/common';
import { lightLabels } from '../../../domain/light/light.js';
import { taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { DispatchReader } from '../../dispatch/dispatch.reader.js';
import { LiveLightReader, type LiveLight } from '../../dispatch/live-light.reader.js';
import type { GivenFacts } from '../../ledger/breakdown.reader.js';
import { LedgerReader, type TaskFacts } from '../../ledger/ledger.reader.js';
import { AcceptedReportsReader, type AcceptedReport } from '../../reporting/accepted-reports.reader.js';
import { verdictOf } from '../board/present-board.js';
import type { RollUpFrozen, RollUpLine, RollUpReport, RollUpTask } from './present-roll-up.js';

/** Puts together where each receiver of a task stands, from its own registers. */
@Injectable()
export class RollUpLines {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly lights: LiveLightReader,
    private readonly dispatch: DispatchReader,
    private readonly reports: AcceptedReportsReader,
  ) {}

  /** One line a receiver, in the order given. */
  async of(given: readonly GivenFacts[]): Promise<RollUpLine[]> {
    const received = given.flatMap((each) => each.received ?? []);
    const tasks = await this.ledgers.tasks(received.map(({ taskId }) => taskId));
    const facts = new Map(tasks.map((task) => [task.id, task]));
    const reports = await this.reports.latestOf(tasks.flatMap((task) => firstLeadOf(task) ?? []));
    const lines: RollUpLine[] = [];
    for (const { shown, received: place } of given) {
      const task = place && facts.get(place.taskId);
      if (!task || !shown.received) {
        lines.push({ breakdown: shown, task: null, today: null, frozen: null, report: null });
        continue;
      }
      lines.push({
        breakdown: shown,
        task: presentTaskOf(task, shown.received.ledgerCode),
        today: verdictOf(await this.lightOf(task)),
        frozen: await this.frozenOf(task.id),
        report: presentReport(reports.get(firstLeadOf(task) ?? '')),
      });
    }
    return lines;
  }

  private async lightOf({ id, ledgerId }: TaskFacts): Promise<LiveLight | null> {
    const rows = await this.lights.ofTasks(ledgerId, [id]);
    return rows.find(({ departmentCode }) => departmentCode === '') ?? null;
  }

  private async frozenOf(taskId: string): Promise<RollUpFrozen | null> {
    const [last] = await this.dispatch.monthsOfTask(taskId, '');
    if (!last) return null;
    const { month, light, explanation, overdueDays } = last;
    return { month, light, lightLabel: lightLabels[light], explanation, overdueDays };
  }
}

function firstLeadOf({ assignments }: TaskFacts): string | undefined {
  return assignments.find(({ isFirstLead, state }) => isFirstLead && state !== 'WITHDRAWN')?.id;
}

function presentTaskOf({ id, number, state, dueOn }: TaskFacts, ledgerCode: string): RollUpTask {
  return { id, ledgerCode, number, state, stateLabel: taskLifecycle.states[state as TaskState], dueOn };
}

function presentReport(report: AcceptedReport | undefined): RollUpReport | null {
  if (!report) return null;
  const { month, text, problems, verifiedProgress } = report;
  return { month, text, problems, verifiedProgress };
}
