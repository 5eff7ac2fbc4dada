import { Injectable } from '@nestjs/common';
import { lightLabels } from '../../../domain/light/light.js';
import { taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { DispatchReader, type FrozenMonth } from '../../dispatch/dispatch.reader.js';
import { LiveLightReader } from '../../dispatch/live-light.reader.js';
import type { GivenFacts } from '../../ledger/breakdown.reader.js';
import { LedgerReader, type TaskFacts } from '../../ledger/ledger.reader.js';
import { AcceptedReportsReader, type AcceptedReport } from '../../reporting/accepted-reports.reader.js';
import { verdictOf } from '../board/present-board.js';
import type { RollUpFrozen, RollUpLine, RollUpReport, RollUpTask } from './present-roll-up.js';

/** Lines put together at a time; the same as judged at a time, for the same reason. */
const AT_ONCE = 500;

/** Puts together where each receiver of a task stands, from its own registers. */
@Injectable()
export class RollUpLines {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly lights: LiveLightReader,
    private readonly dispatch: DispatchReader,
    private readonly reports: AcceptedReportsReader,
  ) {}

  /** One line for each that was given, in that order; so many questions for 500 of them, whoever received them. */
  async of(given: readonly GivenFacts[]): Promise<RollUpLine[]> {
    const lines: RollUpLine[] = [];
    for (let at = 0; at < given.length; at += AT_ONCE)
      lines.push(...(await this.some(given.slice(at, at + AT_ONCE))));
    return lines;
  }

  private async some(given: readonly GivenFacts[]): Promise<RollUpLine[]> {
    const received = given.flatMap((each) => each.received ?? []);
    const tasks = await this.ledgers.tasks(received.map(({ taskId }) => taskId));
    const facts = new Map(tasks.map((task) => [task.id, task]));
    const reports = await this.reports.latestOf(tasks.flatMap((task) => firstLeadOf(task) ?? []));
    const ids = [...facts.keys()];
    const lights = await this.lights.ofTasksAnywhere(ids);
    const months = await this.dispatch.lastMonthsOf(ids);
    return given.map(({ shown, received: place }) => {
      const task = place && facts.get(place.taskId);
      if (!task || !shown.received)
        return { breakdown: shown, task: null, today: null, frozen: null, report: null };
      return {
        breakdown: shown,
        task: presentTaskOf(task, shown.received.ledgerCode),
        today: verdictOf(lights.get(task.id) ?? null),
        frozen: presentFrozen(months.get(task.id)),
        report: presentReport(reports.get(firstLeadOf(task) ?? '')),
      };
    });
  }
}

function presentFrozen(last: FrozenMonth | undefined): RollUpFrozen | null {
  if (!last) return null;
  const { month, light, explanation, overdueDays } = last;
  return { month, light, lightLabel: lightLabels[light], explanation, overdueDays };
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
