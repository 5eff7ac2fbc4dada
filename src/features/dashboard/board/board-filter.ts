import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { Role } from '../../../platform/auth/actor.js';
import type { SeenLine } from './board-line.js';

/** What the list is narrowed by; what is absent does not narrow. */
export interface BoardFilter {
  lights?: readonly string[] | undefined;
  states?: readonly string[] | undefined;
  cadences?: readonly string[] | undefined;
  /** Id of a department, and whether it must be the first lead. */
  department?: { id: string; leadOnly: boolean } | undefined;
  /** Path of a heading; what lies under it is included. */
  indicator?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  overdueOnly?: boolean | undefined;
  /** Only what waits for this actor. */
  mine?: Asker | undefined;
  /** Words of a search; all must be found. */
  q?: readonly string[] | undefined;
}

/** Whose work 待我办理 means. */
export interface Asker {
  role: Role;
  departmentId: string | null;
}

/** Parts of the filter bar that show numbers beside their values. */
export type Facet = 'light' | 'state' | 'indicator' | 'lead' | 'cadence';

/** How many lines each value of a facet would leave, with everything else narrowed as it is. */
export interface BoardCounts {
  total: number;
  byFacet: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/** What a line without a light is counted and asked for as. */
export const NO_LIGHT = 'NONE';

type Test = (seen: SeenLine) => boolean;

/** The lines a filter leaves, in their order. */
export function narrow(lines: readonly SeenLine[], filter: BoardFilter): SeenLine[] {
  const tests = [...Object.values(facetTests(filter)), ...otherTests(filter)];
  return lines.filter((seen) => tests.every((test) => test(seen)));
}

/** Counts for the filter bar: a facet's own narrowing does not reduce its own numbers, or no second value could be chosen. */
export function count(lines: readonly SeenLine[], filter: BoardFilter): BoardCounts {
  const others = otherTests(filter);
  const facets = Object.entries(facetTests(filter)) as [Facet, Test][];
  const byFacet = {
    light: new Map(),
    state: new Map(),
    indicator: new Map(),
    lead: new Map(),
    cadence: new Map(),
  };
  let total = 0;
  for (const seen of lines) {
    if (!others.every((test) => test(seen))) continue;
    const failed = facets.filter(([, test]) => !test(seen)).map(([facet]) => facet);
    if (failed.length === 0) total += 1;
    if (failed.length > 1) continue;
    for (const [facet] of facets) {
      if (failed.length === 0 || failed[0] === facet) tally(byFacet[facet], valueOf(facet, seen));
    }
  }
  return { total, byFacet };
}

/** The value a line is counted under. */
function valueOf(facet: Facet, { line, light }: SeenLine): string {
  if (facet === 'light') return light?.light ?? NO_LIGHT;
  if (facet === 'state') return line.task.state;
  if (facet === 'indicator') return line.task.indicatorPath;
  return facet === 'lead' ? (line.lead?.code ?? '') : line.task.cadence;
}

function facetTests({ lights, states, cadences, department, indicator }: BoardFilter): Record<Facet, Test> {
  return {
    light: ({ light }) => !lights || lights.includes(light?.light ?? NO_LIGHT),
    state: ({ line }) => !states || states.includes(line.task.state),
    cadence: ({ line }) => !cadences || cadences.includes(line.task.cadence),
    indicator: ({ line: { task } }) =>
      indicator === undefined ||
      task.indicatorPath === indicator ||
      task.indicatorPath.startsWith(`${indicator} / `),
    lead: ({ line }) => department === undefined || takesPart(line, department),
  };
}

function takesPart(
  { lead, parties }: SeenLine['line'],
  department: { id: string; leadOnly: boolean },
): boolean {
  return department.leadOnly ? lead?.id === department.id : parties.has(department.id);
}

function otherTests({ dueFrom, dueTo, overdueOnly, mine, q }: BoardFilter): Test[] {
  return [
    ...(dueFrom === undefined ? [] : [({ line }: SeenLine) => (line.task.dueOn ?? '') >= dueFrom]),
    ...(dueTo === undefined ? [] : [({ line }: SeenLine) => (line.task.dueOn ?? '9999') <= dueTo]),
    ...(overdueOnly ? [({ light }: SeenLine) => (light?.overdueDays ?? 0) > 0] : []),
    ...(mine === undefined ? [] : [(seen: SeenLine) => waitsFor(mine, seen)]),
    ...(q ?? []).map((word) => (seen: SeenLine) => isFound(word, seen)),
  ];
}

/** States in which a task waits for the office's clerk or director. */
const WAITING: Readonly<Partial<Record<Role, ReadonlySet<string>>>> = {
  CLERK: new Set(['DRAFT', 'REGISTERED', 'OBJECTED', 'CLOSE_REQUESTED']),
  DIRECTOR: new Set(['OBJECTED', 'VERIFIED']),
};

/** 待我办理: a department's own part that is not done; for the office what only it can move on. */
function waitsFor({ role, departmentId }: Asker, { line }: SeenLine): boolean {
  const part = departmentId === null ? undefined : line.parties.get(departmentId);
  if (role === 'LIAISON' || role === 'HEAD') {
    const isOpen = standingOf(line.task.state as TaskState) === 'OPEN';
    return isOpen && part !== undefined && part.state !== 'DONE' && part.state !== 'WITHDRAWN';
  }
  return WAITING[role]?.has(line.task.state) ?? false;
}

/** Letters may be the first letters of the words meant. */
const LETTERS = /^[a-z0-9]+$/;

function isFound(word: string, { line }: SeenLine): boolean {
  return line.words.includes(word) || (LETTERS.test(word) && line.initials.includes(word));
}

function tally(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
