/** A department's part as planned, before it has an id. */
export interface PlannedAssignment {
  departmentId: string;
  role: 'LEAD' | 'SUPPORT';
  isFirstLead: boolean;
  viaGroup: string | null;
  ordinal: number;
}

/** Turns codes into ids; groups as at the issue date. Refuses a code the register does not know on that day. */
export interface DepartmentBook {
  idOf(code: string): string;
  membersOf(group: string): readonly string[];
}

/** Who a task is given to, by code. */
export interface Parties {
  lead: readonly string[];
  support: readonly string[];
  groups: readonly string[];
}

/**
 * Takes the parties of a task; gives each department once: leads in their order (the first is the first lead), then
 * supports, then members of groups with the group they came in by. Who leads is not also a support. Source: 办内惯例.
 */
export function planAssignments(parties: Parties, book: DepartmentBook): PlannedAssignment[] {
  const planned = new Map<string, PlannedAssignment>();
  const add = (departmentId: string, role: 'LEAD' | 'SUPPORT', viaGroup: string | null): void => {
    if (planned.has(departmentId)) return;
    const isFirstLead = planned.size === 0 && role === 'LEAD';
    planned.set(departmentId, { departmentId, role, isFirstLead, viaGroup, ordinal: planned.size });
  };
  for (const code of parties.lead) add(book.idOf(code), 'LEAD', null);
  for (const code of parties.support) add(book.idOf(code), 'SUPPORT', null);
  for (const group of parties.groups) for (const id of book.membersOf(group)) add(id, 'SUPPORT', group);
  return [...planned.values()];
}

/** What is kept of a part that planning depends on. */
export interface KeptAssignment {
  id: string;
  departmentId: string;
  role: string;
  isFirstLead: number;
  viaGroup: string | null;
  state: string;
  ordinal: number;
}

/** What has to be done so that the kept parts become the planned ones; nothing is ever deleted. */
export interface AssignmentChanges<Kept extends KeptAssignment> {
  added: PlannedAssignment[];
  /** In the plan with another role or place, or named again after having been withdrawn. */
  altered: { kept: Kept; planned: PlannedAssignment }[];
  withdrawn: Kept[];
}

/** Compares the kept parts of a task with the planned ones. */
export function changeAssignments<Kept extends KeptAssignment>(
  kept: readonly Kept[],
  planned: readonly PlannedAssignment[],
): AssignmentChanges<Kept> {
  const byDepartment = new Map(kept.map((part) => [part.departmentId, part]));
  const wanted = new Set(planned.map((part) => part.departmentId));
  return {
    added: planned.filter((part) => !byDepartment.has(part.departmentId)),
    altered: planned.flatMap((part) => {
      const old = byDepartment.get(part.departmentId);
      return old && differs(old, part) ? [{ kept: old, planned: part }] : [];
    }),
    withdrawn: kept.filter((part) => !wanted.has(part.departmentId) && part.state !== 'WITHDRAWN'),
  };
}

function differs(kept: KeptAssignment, planned: PlannedAssignment): boolean {
  return (
    kept.state === 'WITHDRAWN' ||
    kept.role !== planned.role ||
    kept.isFirstLead !== Number(planned.isFirstLead) ||
    kept.viaGroup !== planned.viaGroup ||
    kept.ordinal !== planned.ordinal
  );
}
