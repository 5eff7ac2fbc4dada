import type { Day } from '../calendar/day.js';
import { dictionaryOf } from './department-dictionary.js';
import { groupBookOf } from './department-groups.js';
import { saysNobody } from './department-keywords.js';
import type { DepartmentColumn, DepartmentRegister } from './department-register.js';
import type { DepartmentEntry, DepartmentReading } from './department-roles.js';
import { readRoles, settledRole } from './department-roles.js';
import type { DepartmentSuggestion } from './department-suggestions.js';
import { suggestDepartments } from './department-suggestions.js';
import { compactText } from './department-text.js';
import type { DepartmentToken } from './department-tokens.js';
import { tokenise } from './department-tokens.js';

/** What a department list says. Optional members are absent where there is nothing to say. */
export interface DepartmentList {
  /** Codes in the order written; the first is the first lead (第一牵头单位). */
  lead: string[];
  support: string[];
  groups: string[];
  /** 等, 有关部门: the list has to be completed by a person. */
  openEnded: boolean;
  unresolved: UnresolvedDepartment[];
  /** Other signboards of a unit just named (一个机构两块牌子), not units of their own here. */
  aka?: string[];
  sections?: string[];
  duplicates?: string[];
  /** The number the list itself states: 等5家单位, 31个行政执法单位. */
  statedCount?: number;
  /** How many there really are, where that is not the number stated. */
  actualCount?: number;
}

/** A name that is in no register, with the role it would have. */
export interface UnresolvedDepartment {
  text: string;
  role: 'LEAD' | 'SUPPORT';
  suggestions: DepartmentSuggestion[];
}

export interface DepartmentContext {
  /** The table has a 牵头单位 column as well; without one the first of 责任单位 leads. */
  leadColumnExists?: boolean;
  /** The day on which aliases must hold (the issue date); without it every alias ever used counts. */
  asOf?: Day | null;
}

/** No list of a district comes near; what is longer is another text in the wrong column. */
const LONGEST_LIST = 4000;

/**
 * Takes a cell or phrase, the column it stands in and the register; gives who leads, who supports and what could not be read. Refuses
 * nothing: unknown names come back as `unresolved` and are never guessed. Source: the department-list grammar of task ledgers
 * (办内惯例), 第一列为第一牵头.
 */
export function parseDepartments(
  raw: string | null,
  column: DepartmentColumn,
  register: DepartmentRegister,
  context: DepartmentContext = {},
): DepartmentList {
  const tokens = departmentTokens(raw, register, context.asOf ?? null);
  return listOf(readRoles(tokens), column, register, context.leadColumnExists === true);
}

/** The pieces of a list as they were understood; their texts together are the list without white space. */
export function departmentTokens(
  raw: string | null,
  register: DepartmentRegister,
  asOf: Day | null = null,
): DepartmentToken[] {
  const compact = compactText(raw ?? '');
  if (saysNobody(compact.text)) return [{ kind: 'keyword', text: compact.text }];
  if (compact.text.length > LONGEST_LIST) return [{ kind: 'unknown', text: compact.text }];
  return tokenise(compact, dictionaryOf(register, asOf), groupBookOf(register.groups, register.home));
}

function listOf(
  reading: DepartmentReading,
  column: DepartmentColumn,
  register: DepartmentRegister,
  leadColumnExists: boolean,
): DepartmentList {
  const { entries, leads } = reading;
  const hasLead = entries.some((entry) => (entry.said ?? entry.labelled) === 'LEAD');
  const first = entries.find((entry) => [null, 'RESPONSIBLE'].includes(entry.said ?? entry.labelled));
  const facts = { column, leads, leadColumnExists, hasLead };
  const roleOf = (entry: DepartmentEntry): 'LEAD' | 'SUPPORT' => settledRole(entry, entry === first, facts);
  const departments = entries.filter(({ kind }) => kind === 'department');
  const leading = departments.filter((entry) => roleOf(entry) === 'LEAD');
  // （牵头） behind one of several in a lead column says who is the first of them.
  const lead = distinct([...leading.filter(({ said }) => said === 'LEAD'), ...leading].map(({ key }) => key));
  const support = distinct(departments.filter((entry) => roleOf(entry) === 'SUPPORT').map(({ key }) => key));
  return {
    lead,
    support: support.filter((code) => !lead.includes(code)),
    groups: distinct(entries.filter(({ kind }) => kind === 'group').map(({ key }) => key)),
    openEnded: reading.openEnded,
    unresolved: entries
      .filter(({ kind }) => kind === 'unresolved')
      .map((entry) => unresolvedOf(entry, roleOf(entry), register)),
    ...extrasOf(
      reading,
      departments.map(({ key }) => key),
    ),
  };
}

function extrasOf(reading: DepartmentReading, codes: readonly string[]): Partial<DepartmentList> {
  const { aka, sections, stated, counted } = reading;
  const duplicates = distinct(codes.filter((code, i) => codes.indexOf(code) < i));
  return {
    ...(aka.length > 0 && { aka }),
    ...(sections.length > 0 && { sections: distinct(sections) }),
    ...(duplicates.length > 0 && { duplicates }),
    ...(stated !== null && { statedCount: stated }),
    ...(stated !== null && counted !== null && isContradiction(reading) && { actualCount: counted }),
  };
}

/** Fewer names than 等5家 says is an open list; more names, or a group of another size, is a contradiction. */
function isContradiction({ stated, counted, openEnded }: DepartmentReading): boolean {
  return stated !== counted && !(openEnded && counted! < stated!);
}

function unresolvedOf(
  { key, candidates }: DepartmentEntry,
  role: 'LEAD' | 'SUPPORT',
  register: DepartmentRegister,
): UnresolvedDepartment {
  const named = register.departments.filter(({ code }) => candidates?.includes(code));
  const suggestions = candidates
    ? named.map(({ code, name }) => ({ code, name }))
    : suggestDepartments(key, register);
  return { text: key, role, suggestions };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
