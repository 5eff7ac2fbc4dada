import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { DepartmentColumn, DepartmentRegister } from './department-register.js';
import type { DepartmentContext, DepartmentList } from './parse-departments.js';
import { parseDepartments } from './parse-departments.js';

interface Vector {
  id: string;
  column: '牵头单位' | '配合单位' | '责任单位';
  raw: string;
  options?: { hasLeadColumn: boolean };
  expect: Record<string, unknown>;
}
interface VectorFile {
  home: DepartmentRegister['home'];
  registry: Record<string, string[]>;
  groups: Record<string, string[]>;
  vectors: Vector[];
}

const file = JSON.parse(readFileSync('test/data/department_vectors.json', 'utf8')) as VectorFile;
const COLUMNS: Record<string, DepartmentColumn> = {
  牵头单位: 'LEAD',
  配合单位: 'SUPPORT',
  责任单位: 'RESPONSIBLE',
};
const register: DepartmentRegister = {
  home: file.home,
  departments: Object.entries(file.registry).map(([code, [name, ...aliases]]) => ({
    code,
    name: name!,
    aliases: aliases.map((alias) => ({ name: alias })),
  })),
  groups: Object.entries(file.groups).map(([code, names]) => ({
    code,
    names,
    members: [],
    openEnded: code === 'RELEVANT_UNITS',
  })),
};

/** The vectors abbreviate: unresolved texts only, empty lists and false left out. */
function abbreviated(list: DepartmentList): Record<string, unknown> {
  const short: Record<string, unknown> = { ...list, unresolved: list.unresolved.map(({ text }) => text) };
  for (const [key, value] of Object.entries(short)) {
    if (value === false || (Array.isArray(value) && value.length === 0)) delete short[key];
  }
  return short;
}

function withoutEmpty(expected: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expected).filter(([, v]) => !Array.isArray(v) || v.length > 0));
}

function parse(raw: string, column: DepartmentColumn, context?: DepartmentContext): Record<string, unknown> {
  return abbreviated(parseDepartments(raw, column, register, context));
}

describe('the fifty vectors', () => {
  it.each(file.vectors.map((vector) => [vector.id, vector.raw, vector] as const))(
    '%s %s',
    (_id, raw, vector) => {
      const context = { leadColumnExists: vector.options?.hasLeadColumn ?? false };
      expect(parse(raw, COLUMNS[vector.column]!, context)).toEqual(withoutEmpty(vector.expect));
    },
  );
});
