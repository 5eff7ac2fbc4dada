import type { Day } from '../../../domain/calendar/day.js';
import { periodInWords } from '../../../domain/calendar/words.js';
import type { Deadline, Frequency } from '../../../domain/phrases/deadline.js';
import { occurrencesOf } from '../../../domain/phrases/deadline-occurrences.js';
import { resolveDue } from '../../../domain/phrases/deadline-resolution.js';

/** What a task is to be, whether a file or a person says so; departments and groups by code. */
export interface TaskPlan {
  number: string;
  indicators: readonly string[];
  title: string;
  measures: string;
  /** The first is the first lead (第一牵头单位). */
  lead: readonly string[];
  support: readonly string[];
  groups: readonly string[];
  deadline: Deadline & { raw: string };
  target: { value: number; unit: string } | null;
  nodes: readonly { due: Day; label: string }[];
}

/** The days a task gets from its deadline phrase. */
export interface TaskDays {
  startsOn: Day;
  originalDueOn: Day | null;
  dueOn: Day | null;
  cadence: Cadence;
}

/** A node or period a task gets from its deadline phrase. */
export interface PlannedMilestone {
  kind: 'NODE' | 'OCCURRENCE';
  period: string;
  label: string;
  startsOn: Day;
  dueOn: Day;
}

/** 办理周期: once, as often as a recurring deadline comes round, or going on. */
export type Cadence = 'ONCE' | 'ONGOING' | Uppercase<Frequency>;

/** Takes a phrase, the plan year and the day the ledger was issued; gives start (the phrase's, else that day), due, cadence. */
export function daysOf(deadline: Deadline, year: number, issuedOn: Day): TaskDays {
  const dueOn = resolveDue(deadline, year);
  return {
    startsOn: deadline.start ?? issuedOn,
    originalDueOn: deadline.original ?? dueOn,
    dueOn,
    cadence: cadenceOf(deadline),
  };
}

/**
 * The nodes and periods of a task, in order of their due days. Periods that were over before the task began are left out:
 * nobody could have kept them.
 */
export function milestonesOf(
  plan: Pick<TaskPlan, 'deadline' | 'nodes'>,
  year: number,
  startsOn: Day,
): PlannedMilestone[] {
  const stages = (plan.deadline.items ?? []).map((item) => ({ due: item.due, label: item.label ?? '' }));
  const nodes = [...stages, ...plan.nodes].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const periods = occurrencesOf(plan.deadline, year).filter((period) => period.due >= startsOn);
  return [
    ...nodes.map(({ due, label }, i) => ({
      kind: 'NODE' as const,
      period: String(i + 1),
      label: label || `第${i + 1}节点`,
      startsOn,
      dueOn: due,
    })),
    ...periods.map(({ period, start, due }) => ({
      kind: 'OCCURRENCE' as const,
      period,
      label: periodInWords(period),
      startsOn: start < startsOn ? startsOn : start,
      dueOn: due,
    })),
  ];
}

function cadenceOf(deadline: Deadline): Cadence {
  if (deadline.kind === 'recurring' && deadline.freq)
    return deadline.freq.toUpperCase() as Uppercase<Frequency>;
  return deadline.kind === 'ongoing' ? 'ONGOING' : 'ONCE';
}
