import { countOf } from './department-text.js';
import type { Home, RegisteredGroup } from './department-register.js';

/** The group phrases of a register, ready to be found in a text. */
export interface GroupBook {
  /** As written in the register. */
  whole: ReadonlyMap<string, RegisteredGroup>;
  /** What is left when scope and 各 are taken off: 街道, 行政执法单位, 有关部门. */
  bodies: ReadonlyMap<string, RegisteredGroup>;
  longest: number;
  prefix: RegExp;
}

export interface FoundGroup {
  length: number;
  group: RegisteredGroup;
  /** The number before it: 31个行政执法单位. */
  stated: number | null;
}

const EACH = '各个|各|所有|全体|全部|其他|其它|其余|(\\d{1,3}|[一二三四五六七八九十百两]{1,5})(?:个|家)';
/** 单位 and 部门 are everyone only with a word that says so, and a number that does not fit makes them someone else. */
const GENERIC = /^(?:单位|部门|机关)$/;

export function groupBookOf(groups: readonly RegisteredGroup[], { district, city }: Home): GroupBook {
  const homes = [city + district, district].filter(Boolean).map(escaped);
  const scopes = [
    '全区',
    '区级',
    '区直',
    '区属',
    '区政府',
    '区人民政府',
    '本区',
    '我区',
    '区内',
    '辖区',
    '区',
    '所属',
    ...homes,
  ];
  const prefix = new RegExp(`(?:${EACH}|${scopes.sort((a, b) => b.length - a.length).join('|')})的?`, 'y');
  const whole = new Map<string, RegisteredGroup>();
  const bodies = new Map<string, RegisteredGroup>();
  let longest = 0;
  for (const group of groups) {
    for (const written of group.names) {
      const name = written.normalize('NFKC').replace(/\s/g, '');
      whole.set(name, group);
      const body = name.slice(prefixesAt(prefix, name, 0).length);
      if (body && !bodies.has(body)) bodies.set(body, group);
      longest = Math.max(longest, name.length);
    }
  }
  return { whole, bodies, longest, prefix };
}

/**
 * The groups that can be meant at a place, the longest phrase first. `bare`: a body alone is enough, because it follows another
 * group and 各 counts for both (各部门、街道).
 */
export function groupsAt(book: GroupBook, text: string, at: number, bare: boolean): FoundGroup[] {
  const found: FoundGroup[] = [];
  for (const length of lengthsFound(book.whole, book.longest, text, at)) {
    found.push({ length, group: book.whole.get(text.slice(at, at + length))!, stated: null });
  }
  const prefixes = prefixesAt(book.prefix, text, at);
  if (prefixes.length > 0 || bare) {
    const start = at + prefixes.length;
    for (const length of lengthsFound(book.bodies, book.longest, text, start)) {
      const body = text.slice(start, start + length);
      const group = book.bodies.get(body)!;
      const { stated } = prefixes;
      const fits = stated === null || stated === group.members.length;
      if (fits || !GENERIC.test(body)) found.push({ length: prefixes.length + length, group, stated });
    }
  }
  return found.sort((a, b) => b.length - a.length || (b.stated ?? 0) - (a.stated ?? 0));
}

function lengthsFound(
  map: ReadonlyMap<string, unknown>,
  longest: number,
  text: string,
  at: number,
): number[] {
  const lengths: number[] = [];
  for (let length = Math.min(longest, text.length - at); length >= 1; length--) {
    if (map.has(text.slice(at, at + length))) lengths.push(length);
  }
  return lengths;
}

function prefixesAt(prefix: RegExp, text: string, at: number): { length: number; stated: number | null } {
  let end = at;
  let stated: number | null = null;
  for (let times = 0; times < 4; times++) {
    prefix.lastIndex = end;
    const found = prefix.exec(text);
    if (!found) break;
    if (found[1]) stated = countOf(found[1]);
    end += found[0].length;
  }
  return { length: end - at, stated };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
