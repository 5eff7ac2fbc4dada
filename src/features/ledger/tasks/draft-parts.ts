import { Injectable } from '@nestjs/common';
import type { Deadline } from '../../../domain/phrases/deadline.js';
import type { AssignmentRecord } from '../assignment.store.js';
import { DepartmentBooks } from './department-books.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { milestoneRecords } from './make-task.js';
import { MilestoneStore } from '../milestone.store.js';
import { beginningOf } from '../open-ledgers.js';
import { planAssignments, type PlannedAssignment } from './plan-assignments.js';
import { daysOf } from './task-plan.js';
import { TaskStore, type TaskRecord } from '../task.store.js';

/** What the office sets right in a draft; what is left out stays as it is. */
export interface DraftCorrection {
  title?: string;
  measures?: string;
  deadline?: string;
  lead?: readonly string[];
  support?: readonly string[];
  groups?: readonly string[];
  target?: { value: number; unit: string } | null;
}

/** The departments, days and nodes of a draft. */
@Injectable()
export class DraftParts {
  constructor(
    private readonly books: DepartmentBooks,
    private readonly tasks: TaskStore,
    private readonly milestones: MilestoneStore,
  ) {}

  /** Who works the task after the correction. */
  async plan(
    parts: readonly AssignmentRecord[],
    correction: DraftCorrection,
    ledger: LedgerFacts,
  ): Promise<PlannedAssignment[]> {
    const asOf = beginningOf(ledger);
    const names = await this.books.names(asOf);
    const codesOf = (role: string): string[] =>
      parts
        .filter((part) => kept(part) && part.role === role && part.viaGroup === null)
        .map((part) => names.get(part.departmentId)?.code ?? '');
    const lead = correction.lead ?? codesOf('LEAD');
    const support = correction.support ?? codesOf('SUPPORT');
    const groups = correction.groups ?? [...new Set(parts.flatMap((part) => part.viaGroup ?? []))];
    const book = await this.books.open(asOf, [...lead, ...support], groups);
    return planAssignments({ lead, support, groups }, book);
  }

  /** Sets days and nodes of a draft by its corrected phrase. */
  async redate(task: TaskRecord, deadline: Deadline & { raw: string }, ledger: LedgerFacts): Promise<void> {
    const days = daysOf(deadline, ledger.year, beginningOf(ledger));
    await this.tasks.dateDraft(task.id, days);
    await this.milestones.clearDraft(task.id);
    const dated = { ...task, ...days };
    await this.milestones.insert(milestoneRecords(dated, { deadline, nodes: [] }, ledger.year));
  }
}

function kept(part: AssignmentRecord): boolean {
  return part.state !== 'WITHDRAWN';
}
