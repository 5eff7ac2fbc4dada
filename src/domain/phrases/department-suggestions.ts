import type { DepartmentRegister } from './department-register.js';

export interface DepartmentSuggestion {
  code: string;
  name: string;
}

const AT_MOST = 3;
/** Names are shorter; a sentence in the wrong column is near to none. */
const LONGEST_NAME = 24;

/**
 * Takes a name nobody knows and the register; gives up to three units whose names are nearest by edit distance,
 * nearest first, none that differs in half of its characters or more. A suggestion is for a person to choose, never taken
 * by itself (办内惯例).
 */
export function suggestDepartments(text: string, register: DepartmentRegister): DepartmentSuggestion[] {
  if (text.length > LONGEST_NAME) return [];
  const wanted = withoutLevel(text, register);
  const found: { code: string; name: string; distance: number }[] = [];
  for (const { code, name, aliases } of register.departments) {
    let best = Infinity;
    for (const spelling of [name, ...aliases.map((alias) => alias.name)]) {
      const body = withoutLevel(spelling, register);
      const allowed = Math.ceil(Math.max(wanted.length, body.length) / 2) - 1;
      const distance = editDistance(wanted, body);
      if (distance <= allowed) best = Math.min(best, distance);
    }
    if (best < Infinity) found.push({ code, name, distance: best });
  }
  found.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
  return found.slice(0, AT_MOST).map(({ code, name }) => ({ code, name }));
}

/** Without 天津市, 河北区, 区: else every name that begins with 区 is near to every other. */
function withoutLevel(name: string, { home }: DepartmentRegister): string {
  let rest = name;
  for (const level of [home.city, home.district, '区', '市']) {
    if (level && rest.startsWith(level) && rest.length > level.length + 1) rest = rest.slice(level.length);
  }
  return rest;
}

/** Least number of characters to put in, take out or replace. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
