import { isJurisdictionKind, JURISDICTION_KINDS } from '../../domain/access/jurisdiction.js';

/** Kinds of departments; the last ones mark a node of the tree that is a jurisdiction (辖区). */
export const DEPARTMENT_KINDS = [
  'GOVERNMENT',
  'VERTICAL',
  'PARTY',
  'PEOPLES_ORGANISATION',
  'JUDICIAL',
  'SUBDISTRICT',
  ...JURISDICTION_KINDS,
] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/** What a rule looks at. */
export interface Groupable {
  id: string;
  kind: DepartmentKind;
  isEnforcementUnit: boolean;
  isResponsibleDepartment: boolean;
}

const KIND_RULE = /^KIND:([A-Z_]+(?:,[A-Z_]+)*)$/;

/** True for ALL, ENFORCEMENT, RESPONSIBLE, LIST and KIND:<kind>[,<kind>…] of known kinds. */
export function isGroupRule(rule: string): boolean {
  if (['ALL', 'ENFORCEMENT', 'RESPONSIBLE', 'LIST'].includes(rule)) return true;
  const kinds = KIND_RULE.exec(rule)?.[1]?.split(',');
  return kinds?.every((kind) => (DEPARTMENT_KINDS as readonly string[]).includes(kind)) ?? false;
}

/** The members a rule gives, as ids; `listed` are the members of a LIST. Source: 办内惯例，可配置 (config/groups.yaml). */
export function membersByRule(
  rule: string,
  departments: readonly Groupable[],
  listed: ReadonlySet<string>,
): string[] {
  const kinds = KIND_RULE.exec(rule)?.[1]?.split(',') ?? [];
  const belongs = (department: Groupable): boolean => {
    // A node that stands for a city or district is no unit of it.
    if (rule === 'ALL') return !isJurisdictionKind(department.kind);
    if (rule === 'ENFORCEMENT') return department.isEnforcementUnit;
    if (rule === 'RESPONSIBLE') return department.isResponsibleDepartment;
    if (rule === 'LIST') return listed.has(department.id);
    return kinds.includes(department.kind);
  };
  return departments.filter(belongs).map((department) => department.id);
}
