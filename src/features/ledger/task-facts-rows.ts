import type { AssignmentFacts, MilestoneFacts, TaskFacts } from './ledger-facts.js';
import { withLabel } from './milestone-label.js';

/** A task's columns as the database gives them. */
export type TaskRow = Omit<
  TaskFacts,
  | 'deadlineKind'
  | 'extensions'
  | 'overdueDaysBefore'
  | 'lastChange'
  | 'assignments'
  | 'milestones'
  | 'indicatorPath'
> & { indicatorPath: string | null; deadline: string };

/** An assignment's columns as the database gives them. */
export type AssignmentRow = Omit<AssignmentFacts, 'isFirstLead'> & { isFirstLead: number };

/** A milestone's columns as the database gives them. */
export type MilestoneRow = MilestoneFacts;

/** Takes a row; gives the facts with no parts yet. Spelled out, since taking a row apart is slow a million times. */
export function taskOf(row: TaskRow): TaskFacts {
  return {
    id: row.id,
    ledgerId: row.ledgerId,
    number: row.number,
    sortKey: row.sortKey,
    title: row.title,
    indicatorPath: row.indicatorPath ?? '',
    startsOn: row.startsOn,
    originalDueOn: row.originalDueOn,
    dueOn: row.dueOn,
    deadlineVersion: row.deadlineVersion,
    cadence: row.cadence,
    deadlineKind: kindOf(row.deadline),
    targetCount: row.targetCount,
    targetUnit: row.targetUnit,
    state: row.state,
    stateSince: row.stateSince,
    closedOn: row.closedOn,
    closeRequestedOn: row.closeRequestedOn,
    daysInReview: row.daysInReview,
    extensions: row.deadlineVersion,
    overdueDaysBefore: 0,
    lastChange: null,
    assignments: [],
    milestones: [],
  };
}

/** Takes a row; gives the department's part. */
export function assignmentOf(row: AssignmentRow): AssignmentFacts {
  return { ...row, isFirstLead: row.isFirstLead === 1 };
}

/** Takes a row; gives the node or period. */
export function milestoneOf(row: MilestoneRow): MilestoneFacts {
  return withLabel(row);
}

// `kind` is the first member of the stored phrase; parsing the whole of it a million times a month would be felt.
const KIND = /^\{"kind":"([a-z]+)"/;

function kindOf(deadline: string): string {
  return KIND.exec(deadline)?.[1] ?? (JSON.parse(deadline) as { kind: string }).kind;
}
