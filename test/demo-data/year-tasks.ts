import type { Day } from '../../src/domain/calendar/day.js';
import { defaultDepartmentGroups } from '../support/default-department-groups.js';
import type { DepartmentRegister } from '../../src/domain/phrases/department-register.js';
import type { Deadline } from '../../src/domain/phrases/deadline.js';
import { occurrencesOf } from '../../src/domain/phrases/deadline-occurrences.js';
import { resolveDue } from '../../src/domain/phrases/deadline-resolution.js';
import { parseDeadline } from '../../src/domain/phrases/parse-deadline.js';
import { parseDepartments } from '../../src/domain/phrases/parse-departments.js';
import { demoFile, readRows, sourceFile } from './read-rows.js';

export const ISSUED_ON: Day = '2023-01-10';

/** A row of the demonstration ledger as the domain's own grammars read it. */
export interface YearTask {
  number: string;
  level2: string;
  title: string;
  lead: string[];
  support: string[];
  groups: string[];
  unresolved: string[];
  deadline: Deadline;
  due: Day | null;
  target: number | null;
  /** Nodes of a staged deadline and periods of a recurring one; periods have a name. */
  nodes: { period: string | null; start: Day | null; due: Day }[];
}

/** The 36 tasks, read with the register that goes with them. */
export function yearTasks(): YearTask[] {
  const register = demoRegister();
  return readRows(sourceFile('ledger-rows.csv')).map((row) => taskOf(row, register));
}

/** The demonstration's departments in the shape the list grammar wants. */
export function demoRegister(): DepartmentRegister {
  const rows = readRows(demoFile('departments.csv'));
  return {
    home: { district: '河北区', city: '天津市' },
    departments: rows.map((row) => ({
      code: row.code ?? '',
      name: row.name ?? '',
      aliases: [row.shortName ?? '', ...(row.aliases ?? '').split('|')]
        .filter((name) => name !== '')
        .map((name) => ({ name })),
    })),
    groups: defaultDepartmentGroups(
      rows.map((row) => ({
        code: row.code ?? '',
        kind: row.kind ?? '',
        isEnforcementUnit: row.enforcementUnit === '1',
        isResponsibleDepartment: row.responsibleDepartment === '1',
      })),
    ),
  };
}

function taskOf(row: Record<string, string>, register: DepartmentRegister): YearTask {
  const phrase = row.cell === 'NUMBER' ? Number(row.deadline) : (row.deadline ?? '');
  const deadline = parseDeadline(phrase, { planYear: 2023, issuedOn: ISSUED_ON });
  const lead = parseDepartments(row.lead ?? '', 'LEAD', register);
  const support = parseDepartments((row.support ?? '').replaceAll('⏎', '\n'), 'SUPPORT', register);
  const supports = [...lead.support, ...support.support].filter((code) => !lead.lead.includes(code));
  return {
    number: row.number ?? '',
    level2: row.level2 ?? '',
    title: row.title ?? '',
    lead: lead.lead,
    support: [...new Set(supports)],
    groups: [...lead.groups, ...support.groups],
    unresolved: [...lead.unresolved, ...support.unresolved].map(({ text }) => text),
    deadline,
    due: resolveDue(deadline, 2023),
    target: row.target === '' ? null : Number(row.target),
    nodes: [
      ...(deadline.items ?? []).map(({ due }) => ({ period: null, start: null, due })),
      ...occurrencesOf(deadline, 2023),
    ],
  };
}
