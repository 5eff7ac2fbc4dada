import type { DepartmentList, UnresolvedDepartment } from '../../../domain/phrases/parse-departments.js';
import { parseDepartments } from '../../../domain/phrases/parse-departments.js';
import type { CellProblem, NamedDepartment } from './ledger-row.js';
import type { RowContext } from './row-context.js';
import type { ReadCell, TaskDraft } from './task-draft.js';
import { problemAt } from './task-draft.js';

export interface TaskDepartments {
  lead: NamedDepartment[];
  support: NamedDepartment[];
  groups: string[];
  problems: CellProblem[];
  /** Someone leads, and nobody who should is unknown. */
  leadKnown: boolean;
}

/**
 * Takes a task's department cells together; gives who leads and who supports. A lead named again among the supports is dropped there:
 * one department has one part in a task.
 */
export function departmentsOf(draft: TaskDraft, context: RowContext): TaskDepartments {
  const { register, leadColumnExists, issuedOn } = context;
  const lead: string[] = [];
  const support: string[] = [];
  const groups: string[] = [];
  const problems: CellProblem[] = [];
  let leadKnown = true;
  for (const { column, read } of draft.lists) {
    const list = parseDepartments(read.text, column, register, { leadColumnExists, asOf: issuedOn ?? null });
    lead.push(...list.lead);
    support.push(...list.support);
    groups.push(...list.groups);
    problems.push(...listProblems(list, read));
    if (list.unresolved.some(({ role }) => role === 'LEAD')) leadKnown = false;
  }
  if (lead.length === 0) problems.push(leadMissing(draft));
  const leading = [...new Set(lead)];
  const supporting = [...new Set(support)].filter((code) => !leading.includes(code));
  const names = new Map(register.departments.map(({ code, name }) => [code, name]));
  const named = (code: string): NamedDepartment => ({ code, name: names.get(code) ?? code });
  return {
    lead: leading.map(named),
    support: supporting.map(named),
    groups: [...new Set(groups)],
    problems,
    leadKnown: leadKnown && leading.length > 0,
  };
}

function listProblems(list: DepartmentList, read: ReadCell): CellProblem[] {
  const problems = list.unresolved.map((unresolved) => unknownDepartment(unresolved, read));
  if (list.openEnded) {
    const message = `${read.address}“${shortened(read.text)}”没有写全单位，请补充具体名单。`;
    problems.push(problemAt(read, 'DEPARTMENTS_OPEN_ENDED', message));
  }
  if (list.actualCount !== undefined) {
    const message = `${read.address}写明${list.statedCount}家，实际为${list.actualCount}家，请核对名单。`;
    problems.push(problemAt(read, 'DEPARTMENT_COUNT_DIFFERS', message));
  }
  return problems;
}

function unknownDepartment({ text, role, suggestions }: UnresolvedDepartment, read: ReadCell): CellProblem {
  const names = suggestions.map(({ name }) => `“${name}”`).join('、');
  const advice = names ? `是否为${names}？请选择或补充单位名录。` : '请改正名称或补充单位名录。';
  const code = role === 'LEAD' ? 'LEAD_UNKNOWN' : 'SUPPORT_UNKNOWN';
  return problemAt(read, code, `${read.address}中的“${shortened(text)}”不在单位名录中，${advice}`);
}

function leadMissing(draft: TaskDraft): CellProblem {
  const read = draft.lists.find(({ column }) => column !== 'SUPPORT')?.read ?? null;
  const where = read?.address ?? `第${draft.place.row}行`;
  return problemAt(
    read,
    'LEAD_MISSING',
    `${where}没有可以确定的牵头单位，请填写一个具体单位作为第一牵头单位。`,
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
