import type { Day } from '../calendar/day.js';
import type { DepartmentRegister, Home } from './department-register.js';

/** All spellings of a register at one day, ready for longest match. */
export interface DepartmentDictionary {
  /** Spelling → codes; more than one code means the spelling alone does not say which unit is meant. */
  names: ReadonlyMap<string, readonly string[]>;
  longest: number;
}

const built = new WeakMap<DepartmentRegister, Map<string, DepartmentDictionary>>();

/**
 * Takes a register and the day on which names must hold (null: all of them ever); gives its dictionary. It is built once for each
 * register and day, because a ledger asks it for every cell.
 */
export function dictionaryOf(register: DepartmentRegister, asOf: Day | null): DepartmentDictionary {
  const days = built.get(register) ?? new Map<string, DepartmentDictionary>();
  built.set(register, days);
  const known = days.get(asOf ?? '');
  if (known) return known;
  const dictionary = buildDictionary(register, asOf);
  days.set(asOf ?? '', dictionary);
  return dictionary;
}

function buildDictionary(register: DepartmentRegister, asOf: Day | null): DepartmentDictionary {
  const written = new Map<string, string[]>();
  const derived = new Map<string, string[]>();
  for (const { code, name, aliases } of register.departments) {
    for (const alias of [{ name }, ...aliases]) {
      if (!holdsOn(alias, asOf)) continue;
      const spelling = alias.name.normalize('NFKC').replace(/\s/g, '');
      if (spelling.length < 2) continue;
      put(written, spelling, code);
      for (const longer of withLevel(spelling, register.home)) put(derived, longer, code);
    }
  }
  // A spelling that the register itself gives to one unit beats what is made up from another's name.
  for (const [spelling, codes] of derived) if (!written.has(spelling)) written.set(spelling, codes);
  let longest = 0;
  for (const spelling of written.keys()) longest = Math.max(longest, spelling.length);
  return { names: written, longest };
}

function holdsOn(alias: { from?: Day | null; to?: Day | null }, day: Day | null): boolean {
  if (day === null) return true;
  return (!alias.from || alias.from <= day) && (!alias.to || day <= alias.to);
}

/** The level before a name is optional: 区司法局, 河北区司法局, 天津市河北区司法局 are one; 市司法局 is another. */
function withLevel(name: string, { district, city }: Home): string[] {
  if (district === '' || city === '' || name.startsWith(city)) return [];
  if (name.startsWith(district)) return [city + name];
  if (name.startsWith('市')) return [city + name.slice(1)];
  const ofDistrict = name.startsWith('区');
  const body = ofDistrict ? name.slice(1) : name;
  const full = [district, city + district].flatMap((level) => [level + body, `中共${level}${body}`]);
  return ofDistrict ? full : [`区${name}`, ...full];
}

function put(map: Map<string, string[]>, spelling: string, code: string): void {
  const codes = map.get(spelling);
  if (!codes) map.set(spelling, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

/** The longest spelling that begins at `at`, or null. */
export function longestName(
  { names, longest }: DepartmentDictionary,
  text: string,
  at: number,
): { length: number; codes: readonly string[] } | null {
  for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
    const codes = names.get(text.slice(at, at + length));
    if (codes) return { length, codes };
  }
  return null;
}
