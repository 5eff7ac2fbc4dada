import { demoFile, readRows, sourceFile } from './read-rows.js';

/** Who reports for a task, and until which month of 2023 (12 when it is still open at the end of the year). */
export interface YearAssignment {
  task: string;
  department: string;
  role: 'LEAD' | 'SUPPORT';
  lastMonth: number;
  /** The month in which the whole task is closed, null while it stays open. */
  closesIn: number | null;
}

type Register = Record<string, string>[];

const memberOf: Record<string, (row: Record<string, string>) => boolean> = {
  ALL_STREETS: (row) => row.kind === 'SUBDISTRICT',
  ALL_DEPARTMENTS: (row) => row.kind === 'GOVERNMENT' || row.kind === 'VERTICAL',
  ENFORCEMENT_UNITS: (row) => row.enforcementUnit === '1',
  RESPONSIBLE_UNITS: (row) => row.responsibleDepartment === '1',
  RELEVANT_UNITS: () => false,
};

/** Every assignment of the ledger in its order: leads, then named supports, then members of groups; a lead is never a support too. */
export function yearAssignments(): YearAssignment[] {
  const register = readRows(demoFile('departments.csv'));
  return readRows(sourceFile('assignments.csv')).flatMap((row) => assignmentsOf(row, register));
}

/** Codes of a group's members in the register's order. */
export function groupMembers(group: string, register: Register): string[] {
  const belongs = memberOf[group];
  if (!belongs) throw new Error(`unknown group ${group}`);
  return register.filter(belongs).map((row) => row.code ?? '');
}

function assignmentsOf(row: Record<string, string>, register: Register): YearAssignment[] {
  const leads = list(row.leads);
  const members = list(row.groups).flatMap((group) => groupMembers(group, register));
  const supports = [...new Set([...list(row.supports), ...members])].filter((code) => !leads.includes(code));
  const closesIn = row.lastMonth === '' ? null : Number(row.lastMonth);
  const until = new Map(list(row.supportsUntil).map((pair) => pair.split(':') as [string, string]));
  const task = row.task ?? '';
  const lastOf = (code: string) => Number(until.get(code) ?? until.get('*') ?? closesIn ?? 12);
  return [
    ...leads.map((department) => ({
      task,
      department,
      role: 'LEAD' as const,
      lastMonth: closesIn ?? 12,
      closesIn,
    })),
    ...supports.map((department) => ({
      task,
      department,
      role: 'SUPPORT' as const,
      lastMonth: lastOf(department),
      closesIn: until.has(department) || until.has('*') ? lastOf(department) : closesIn,
    })),
  ];
}

function list(text: string | undefined): string[] {
  return text ? text.split('|') : [];
}
