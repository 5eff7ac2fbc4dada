import type { TestApp } from '../support/app.js';
import type { Holdings, PreparedOffice, TaskKind } from './holdings.js';
import type { Principal } from './principals.js';

/** What belongs to one department; a supporting one was never reminded. */
export type Subject = PreparedOffice['support'] & Partial<Pick<Holdings, 'reminders' | 'digest'>>;

/** What a request may be about: the subject it names, the one whose child it names, and what belongs to the office. */
export interface Things {
  parent: Subject;
  /** The same as the parent, save where a request names one department's task and another's request. */
  child: Subject;
  office: PreparedOffice;
  who: Principal;
}

/** One request, as far as it is not said by its operation. */
export interface Ask {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  version?: number;
  body?: object;
  headers?: Record<string, string>;
  /** Done just before the request; gives parameters that only then can be known. */
  before?: (test: TestApp) => Promise<Record<string, string>>;
  /** Address the request comes from, where that matters. */
  from?: string;
  /** Standing of the thing it is about, where the policy tells more than one apart. */
  state?: string;
  /** Said instead of the relation it was made for, e.g. where the body names something foreign. */
  relation?: string;
}

/**
 * Whose the thing is that an operation names: a task (its lead's, its supports'), a report or a notice (one department's),
 * evidence (one department's, and its task's lead may read it), the office's, or nobody's.
 */
export type About = 'task' | 'report' | 'evidence' | 'notice' | 'office' | 'nothing';

/** How an operation is asked. */
export interface Recipe {
  about: About;
  /** The operation names a thing and another thing that belongs to it. */
  nested?: true;
  /** It is slow work outside any unit: what it does stays, and the embedded edition alone does it. */
  embeddedOnly?: true;
  /** Its refusals are put on record (failed sign-ins). */
  onRecord?: true;
  ask: (things: Things) => Ask | Ask[];
}

/** Recipes by operation. */
export type Recipes = Readonly<Record<string, Recipe>>;

/** An operation that names nothing. */
export const plain = (ask: Ask | Ask[] = {}): Recipe => ({ about: 'nothing', ask: () => ask });

/** An operation about something of the office's. */
export const ofOffice = (ask: (things: Things) => Ask | Ask[]): Recipe => ({ about: 'office', ask });

/** The version a department's part of a task has; of a task it has no part in, that of the first. */
export function partVersion({ parent, who }: Things, kind: TaskKind): number {
  const { assignments } = parent.tasks[kind];
  const own = assignments.find(({ department }) => department.code === who.department);
  return (own ?? assignments[0])?.version ?? 0;
}
