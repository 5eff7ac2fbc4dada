import type { AssignmentFacts, MilestoneFacts, TaskFacts } from './ledger-facts.js';

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

/** Takes a row; gives the facts with no parts yet. */
export function taskOf(row: TaskRow): TaskFacts {
  const { deadline, ...rest } = row;
  return {
    ...rest,
    indicatorPath: row.indicatorPath ?? '',
    deadlineKind: kindOf(deadline),
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
  return row;
}

// `kind` is the first member of the stored phrase; parsing the whole of it a million times a month would be felt.
const KIND = /^\{"kind":"([a-z]+)"/;

function kindOf(deadline: string): string {
  return KIND.exec(deadline)?.[1] ?? (JSON.parse(deadline) as { kind: string }).kind;
}
