import { Injectable } from '@nestjs/common';
import { AssignTaskService } from '../tasks/assign-task.service.js';
import type { ChangedTask, ImportedRow } from './diff-import.js';
import { SuperiorTerms } from '../superior/superior-terms.js';
import { requireOwnWording } from '../superior/task-bonds.js';
import { DepartmentBooks } from '../tasks/department-books.js';
import { DraftParts } from '../tasks/draft-parts.js';
import { IndicatorStore, pathOf } from '../indicator.store.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { deadlineJson } from '../tasks/make-task.js';
import { beginningOf } from '../open-ledgers.js';
import { planAssignments } from '../tasks/plan-assignments.js';
import { keptRow, planOfRow } from './row-plan.js';
import type { LedgerRow } from '../sheet/ledger-row.js';
import { TaskDesk } from '../tasks/task-desk.js';
import type { TaskChanges, TaskRecord } from '../task.store.js';

/** What of a task that was handed down the superior determines. */
const SUPERIORS = ['title', 'measures', 'target', 'deadline', 'dueOn'] as const;

/** Brings tasks up to rows that were changed in the file; inside a unit of work. */
@Injectable()
export class ChangeImported {
  constructor(
    private readonly desk: TaskDesk,
    private readonly drafts: DraftParts,
    private readonly assigning: AssignTaskService,
    private readonly books: DepartmentBooks,
    private readonly indicators: IndicatorStore,
    private readonly terms: SuperiorTerms,
  ) {}

  /** Changes exactly the fields the file changed; what was edited by hand elsewhere stays. */
  async apply(ledger: LedgerFacts, row: LedgerRow, change: ChangedTask, fileSha256: string): Promise<void> {
    const { task, parts } = await this.desk.open(change.taskId);
    const changed = new Set(change.fields.map(({ field }) => field));
    if (SUPERIORS.some((field) => changed.has(field)))
      requireOwnWording(await this.terms.bondsOf(task.id), `按导入的表更改（序号 ${task.number}）`);
    const asOf = beginningOf(ledger);
    if (changed.has('lead') || changed.has('support')) {
      const plan = planOfRow(row);
      const book = await this.books.open(asOf, [...plan.lead, ...plan.support], plan.groups);
      await this.assigning.replace(task, parts, planAssignments(plan, book));
    }
    if (changed.has('deadline') || changed.has('dueOn')) await this.drafts.redate(task, row.deadline, ledger);
    const headings = changed.has('indicators')
      ? await this.indicators.ensure(ledger.id, [row.indicators])
      : new Map<string, string>();
    const indicatorId = headings.get(pathOf(row.indicators)) ?? task.indicatorId;
    const rawCells = keptRow(row, fileSha256, ledger.year);
    const state = stateAfter(task, row);
    await this.desk.save(
      task,
      { ...changesOf(row, changed), ...state, indicatorId, rawCells },
      'ledger.update-by-import',
    );
  }
}

/** A draft becomes registered with a row that is ready now; a registered task goes back with one that is not. */
function stateAfter(task: TaskRecord, row: LedgerRow): TaskChanges {
  if (task.state !== 'DRAFT' && task.state !== 'REGISTERED') return {};
  return {
    state: row.status === 'ready' ? 'REGISTERED' : 'DRAFT',
    problems: JSON.stringify(row.problems),
    openEnded: Number(row.problems.some(({ code }) => code === 'DEPARTMENTS_OPEN_ENDED')),
  };
}

function changesOf(row: LedgerRow, changed: ReadonlySet<keyof ImportedRow>): TaskChanges {
  return {
    ...(changed.has('title') ? { title: row.title } : {}),
    ...(changed.has('measures') ? { measures: row.measures } : {}),
    ...(changed.has('target')
      ? { targetCount: row.target?.value ?? null, targetUnit: row.target?.unit ?? '' }
      : {}),
    ...(changed.has('deadline') || changed.has('dueOn')
      ? { deadlineRaw: row.deadline.raw, deadline: deadlineJson(row.deadline) }
      : {}),
  };
}
