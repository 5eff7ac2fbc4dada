import type { Day } from '../../domain/calendar/day.js';
import { asKnownOn, type Procedure } from '../../domain/procedure/entry.js';
import { citation } from '../../domain/procedure/names.js';
import { sideStateNames, type SideState } from '../../domain/procedure/side-state.js';
import { currentSteps, milestoneDay, standings } from '../../domain/procedure/step-standing.js';
import { validEntries } from '../../domain/procedure/valid-entries.js';
import type { PlanRecord } from './decision.store.js';

/** A step that must be done within a period after another (卷宗报送). */
export interface Duty {
  step: string;
  name: string;
  article: string;
  dueOn: Day;
  doneOn: Day | null;
}

/** How a decision stood at the end of a day. */
export interface DecisionStatus {
  state: SideState;
  /** Where it is, as the screen says it: 正在办理合法性审查. */
  standing: string;
  /** Steps that can be worked on. */
  current: readonly string[];
  /** The planned day as planned then. */
  finishOn: Day;
  decidedOn: Day | null;
  finishedOn: Day | null;
  duties: readonly Duty[];
}

/**
 * Takes a matter with everything known of it today; gives how it stood at the end of a day, from what had been entered
 * by then. The same question gets the same answer for ever. Pure.
 */
export function statusOn(procedure: Procedure, plans: readonly PlanRecord[], day: Day): DecisionStatus {
  const known = asKnownOn(procedure, day);
  const { state } = validEntries(known);
  const current = currentSteps(known).map(({ name }) => name);
  const finishedOn = milestoneDay(known, 'finished');
  return {
    state,
    current,
    finishOn: finishOnAsOf(plans, day),
    decidedOn: milestoneDay(known, 'decided'),
    finishedOn,
    standing: standingWords(state, current, finishedOn),
    duties: standings(known, day).flatMap(({ step, dueOn, record }) =>
      dueOn === null
        ? []
        : [
            {
              step: step.id,
              name: step.name,
              article: citation(known.definition, step.article),
              dueOn,
              doneOn: record?.on ?? null,
            },
          ],
    ),
  };
}

function standingWords(state: SideState, current: readonly string[], finishedOn: Day | null): string {
  if (state !== 'RUNNING') return sideStateNames[state];
  const steps = current.length > 0 ? `正在办理${current.join('、')}` : '待归档结案';
  return finishedOn === null ? steps : `已完成决策程序，${steps}`;
}

/** Plans in the order they were made; the last that had been made by a day counts, the first where none had. */
function finishOnAsOf(plans: readonly PlanRecord[], day: Day): Day {
  const known = plans.filter((plan) => plan.recordedOn <= day);
  return (known[known.length - 1] ?? plans[0])?.finishOn ?? day;
}
