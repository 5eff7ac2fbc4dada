import type { Day } from '../calendar/day.js';

/** Registers that stand in the monthly round beside the tasks, under keys of their own. */
export type Register = 'DECISIONS' | 'HEARINGS';

/** What a month freezes of a thing of another register; business words and values only. */
export interface RegisterRow {
  register: Register;
  /** Text order of this key is reading order within the register. */
  sortKey: string;
  /** Business key, the same in every installation with the same records. */
  number: string;
  title: string;
  departmentCode: string;
  departmentName: string;
  /** Where it stands, as the screen says it, e.g. 合法性审查. */
  standing: string;
  light: 'DONE' | 'GREY' | 'RED' | 'YELLOW' | 'GREEN';
  /** Id of the rule that gave the light. */
  rule: string;
  explanation: string;
  /** The day it is measured against; null where none is planned. */
  dueOn: Day | null;
  /** Calendar days after `dueOn`; 0 when not overdue. */
  overdueDays: number;
}

/** What a register wants a department to be told as of a day; issued once per subject, rung and version. */
export interface RegisterNotice {
  register: Register;
  /** Id of the decision or of the hearing. */
  subjectId: string;
  number: string;
  title: string;
  departmentId: string;
  recipients: readonly ('LIAISON' | 'HEAD')[];
  /** E.g. HEARING_7; only the latest rung that has been reached is named. */
  rung: string;
  /** 提醒 · 催办. */
  label: string;
  /** Of the date it is about: a hearing held on another day is told anew. */
  version: number;
  dueOn: Day;
  /** The whole sentence, with its source in law. */
  explanation: string;
}
