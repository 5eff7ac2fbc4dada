import type { Day } from '../../domain/calendar/day.js';

/** A ledger as other features see it. */
export interface LedgerFacts {
  id: string;
  /** Key people read, e.g. `KT-2023`. */
  code: string;
  year: number;
  kind: 'KEY_TASKS' | 'DEMONSTRATION' | 'ACTION_ITEMS';
  title: string;
  sourceDocument: string;
  sourceNumber: string;
  issuedOn: Day | null;
  state: 'DRAFT' | 'ISSUED' | 'CLOSED';
  ownerDepartmentId: string;
  version: number;
}

/** What ledgers are asked for; every part narrows. */
export interface LedgerFilter {
  year?: number;
  kind?: string;
  state?: string;
}

/** A department's part in a task. */
export interface AssignmentFacts {
  id: string;
  taskId: string;
  departmentId: string;
  role: 'LEAD' | 'SUPPORT';
  isFirstLead: boolean;
  /** Group token the department came in by. */
  viaGroup: string | null;
  /** See domain/task assignment lifecycle; WITHDRAWN after a reassignment. */
  state: string;
  signedOn: Day | null;
}

/** A node of a task (NODE) or one period of a recurring task (OCCURRENCE). */
export interface MilestoneFacts {
  id: string;
  taskId: string;
  kind: 'NODE' | 'OCCURRENCE';
  period: string;
  label: string;
  startsOn: Day;
  originalDueOn: Day;
  dueOn: Day;
  deadlineVersion: number;
  doneOn: Day | null;
}

/** The last change of a task's deadline. */
export interface LastDeadlineChange {
  changedOn: Day;
  /** 会前改期: asked within the ten working days before the meeting. */
  beforeMeeting: boolean;
  /** The deadline before it; a month made up later goes by this one. */
  fromDueOn: Day | null;
}

/** Everything a light, a reminder and a snapshot row need to know of a task. */
export interface TaskFacts {
  id: string;
  ledgerId: string;
  number: string;
  /** Text order of this key is reading order. */
  sortKey: string;
  title: string;
  /** Indicator names from level 1, joined by ` / `; empty without one. */
  indicatorPath: string;
  startsOn: Day;
  originalDueOn: Day | null;
  dueOn: Day | null;
  /** 0 as issued; counts the approved changes. */
  deadlineVersion: number;
  cadence: string;
  /** `kind` of the deadline phrase, e.g. `date`, `recurring`, `tbd`, `immediate`. */
  deadlineKind: string;
  targetCount: number | null;
  targetUnit: string;
  state: string;
  /** Day of the last change of state; empty before the first one. */
  stateSince: Day;
  closedOn: Day | null;
  closeRequestedOn: Day | null;
  /** Days of returned close-out review; not counted as overdue. */
  daysInReview: number;
  /** Approved extensions so far. */
  extensions: number;
  /** Overdue days that had run when approved extensions were asked for; they stay on record. */
  overdueDaysBefore: number;
  lastChange: LastDeadlineChange | null;
  assignments: AssignmentFacts[];
  milestones: MilestoneFacts[];
}

/** Where a page of tasks ended: the last row's keys. */
export interface TaskCursor {
  sortKey: string;
  id: string;
}

/** An assignment that still has to be worked, with the words to name it by. */
export interface OpenAssignment extends AssignmentFacts {
  ledgerId: string;
  number: string;
  sortKey: string;
  title: string;
  taskState: string;
}
