import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { AssignmentStore } from '../assignment.store.js';
import { DepartmentBooks } from './department-books.js';
import { IndicatorStore, pathOf } from '../indicator.store.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { assignmentFrom, milestoneRecords, taskFrom } from './make-task.js';
import { MilestoneStore } from '../milestone.store.js';
import { beginningOf } from '../open-ledgers.js';
import { planAssignments } from './plan-assignments.js';
import type { TaskPlan } from './task-plan.js';
import { TaskStore, type TaskRecord } from '../task.store.js';

/** A plan on its way into a ledger. */
export interface PlannedTask {
  plan: TaskPlan;
  /** Ready ones become REGISTERED, others DRAFT. */
  ready: boolean;
  rawCells: string;
  problems: readonly object[];
  /** The list of supports is open (等, 有关部门). */
  openEnded?: boolean;
}

/** Groups whose members nobody has listed: the office completes them. */
const OPEN_GROUP = 'RELEVANT_UNITS';

/** Writes new tasks with all their parts, by few statements; inside a unit of work. */
@Injectable()
export class WriteTasks {
  constructor(
    private readonly tasks: TaskStore,
    private readonly parts: AssignmentStore,
    private readonly milestones: MilestoneStore,
    private readonly indicators: IndicatorStore,
    private readonly books: DepartmentBooks,
    private readonly clock: Clock,
  ) {}

  /** Gives the tasks as written, in the order given. */
  async write(ledger: LedgerFacts, planned: readonly PlannedTask[]): Promise<TaskRecord[]> {
    const plans = planned.map((each) => each.plan);
    const headings = await this.indicators.ensure(
      ledger.id,
      plans.map((plan) => plan.indicators),
    );
    const issuedOn = beginningOf(ledger);
    const book = await this.books.open(
      issuedOn,
      plans.flatMap((plan) => [...plan.lead, ...plan.support]),
      plans.flatMap((plan) => plan.groups),
    );
    const tasks = planned.map(({ plan, ready, rawCells, problems, openEnded }) =>
      taskFrom(plan, {
        ledgerId: ledger.id,
        year: ledger.year,
        issuedOn,
        indicatorId: headings.get(pathOf(plan.indicators)) ?? null,
        state: ready ? 'REGISTERED' : 'DRAFT',
        rawCells,
        openEnded: openEnded === true || plan.groups.includes(OPEN_GROUP),
        today: this.clock.today(),
        problems,
      }),
    );
    await this.tasks.insert(tasks);
    const withPlans = tasks.map((task, i) => ({ task, plan: plans[i]! }));
    await this.parts.insert(
      withPlans.flatMap(({ task, plan }) =>
        planAssignments(plan, book).map((part) => assignmentFrom(task.id, part, false)),
      ),
    );
    await this.milestones.insert(
      withPlans.flatMap(({ task, plan }) => milestoneRecords(task, plan, ledger.year)),
    );
    return tasks;
  }
}
