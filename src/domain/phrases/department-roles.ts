import type { DepartmentColumn } from './department-register.js';
import type { DepartmentRole } from './department-keywords.js';
import { isSection } from './department-keywords.js';
import type { DepartmentToken } from './department-tokens.js';

/** One unit, group or unread name of a list, with the role the words around it give. */
export interface DepartmentEntry {
  kind: 'department' | 'group' | 'unresolved';
  /** Department code, group code, or the unread text. */
  key: string;
  /** Where a spelling names several units: who it could be. */
  candidates?: readonly string[];
  /** What a label before the list says; a word after it says more. */
  labelled: DepartmentRole | null;
  /** What 牵头 or 配合 after it, or in brackets behind it, says. */
  said: DepartmentRole | null;
}

export interface DepartmentReading {
  entries: DepartmentEntry[];
  aka: string[];
  sections: string[];
  openEnded: boolean;
  stated: number | null;
  /** How many units are named in the list whose number is stated. */
  counted: number | null;
  /** 牵头 stood behind a unit: those without a word are its helpers. */
  leads: boolean;
}

/** Takes the pieces of a list; gives who is in it and what the list itself says of their roles. */
export function readRoles(tokens: readonly DepartmentToken[]): DepartmentReading {
  const reader = new RoleReader();
  reader.read(tokens, null);
  return reader.reading;
}

/** Brackets within brackets deeper than anyone writes are read as mere marks. */
const DEEPEST = 8;
const OWNERS: ReadonlySet<string> = new Set(['name', 'group', 'section']);

class RoleReader {
  readonly reading: DepartmentReading = {
    entries: [],
    aka: [],
    sections: [],
    openEnded: false,
    stated: null,
    counted: null,
    leads: false,
  };

  read(tokens: readonly DepartmentToken[], role: DepartmentRole | null, depth = 0): void {
    const clause = new Clause(this.reading, role);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind === 'open' && depth < DEEPEST) {
        const close = closingOf(tokens, i);
        const owner = OWNERS.has(tokens[i - 1]?.kind ?? '') ? clause.last() : null;
        const inner = tokens.slice(i + 1, close);
        if (!owner || !this.readAside(inner, owner, clause)) this.read(inner, clause.role, depth + 1);
        i = close;
      } else {
        clause.take(token);
      }
    }
  }

  /** A bracket behind a unit that says its role, its section or its other signboard; false: it names further units. */
  private readAside(inner: readonly DepartmentToken[], owner: DepartmentEntry, clause: Clause): boolean {
    if (inner.length === 1 && this.readWord(inner[0]!, owner)) return true;
    if (owner.kind !== 'department' || !isSignboard(inner)) return false;
    for (const token of inner) if (token.kind === 'name') this.addSignboard(token, owner, clause);
    return true;
  }

  private readWord(token: DepartmentToken, owner: DepartmentEntry): boolean {
    if (token.kind === 'verb' || token.kind === 'label') owner.said = token.role;
    else if (token.kind === 'unknown' && isSection(token.text)) this.reading.sections.push(token.text);
    else return false;
    return true;
  }

  private addSignboard(
    token: DepartmentToken & { kind: 'name' },
    owner: DepartmentEntry,
    clause: Clause,
  ): void {
    const [code] = token.codes;
    if (token.codes.length > 1) clause.take(token);
    else if (code !== owner.key && !this.reading.aka.includes(code!)) this.reading.aka.push(code!);
  }
}

/** The units since the last role word: the next word after them is said of them. */
class Clause {
  private pending: { entry: DepartmentEntry; part: number }[] = [];
  private part = 0;
  private joined = false;
  private since: number;

  constructor(
    private readonly reading: DepartmentReading,
    public role: DepartmentRole | null,
  ) {
    this.since = reading.entries.length;
  }

  last(): DepartmentEntry | null {
    return this.pending.at(-1)?.entry ?? this.reading.entries.at(-1) ?? null;
  }

  take(token: DepartmentToken): void {
    if (token.kind === 'name') this.addName(token);
    else if (token.kind === 'group') this.addGroup(token);
    else if (token.kind === 'unknown') this.add({ kind: 'unresolved', key: token.text });
    else this.hear(token);
  }

  private hear(token: DepartmentToken): void {
    if (token.kind === 'section') this.reading.sections.push(token.text);
    else if (token.kind === 'label') this.begin(token.role);
    else if (token.kind === 'verb') this.say(token.role);
    else if (token.kind === 'andSoOn') this.goOn(token.stated);
    else if (token.kind === 'separator') this.separate(token.strong);
  }

  private addName({ codes, text }: DepartmentToken & { kind: 'name' }): void {
    if (codes.length === 1) this.add({ kind: 'department', key: codes[0]! });
    else this.add({ kind: 'unresolved', key: text, candidates: codes });
  }

  private addGroup({ code, stated, members, openEnded }: DepartmentToken & { kind: 'group' }): void {
    this.add({ kind: 'group', key: code });
    this.reading.openEnded ||= openEnded;
    if (stated === null) return;
    this.reading.stated = stated;
    this.reading.counted = members || null;
  }

  private add(entry: Pick<DepartmentEntry, 'kind' | 'key' | 'candidates'>): void {
    const added: DepartmentEntry = { ...entry, labelled: this.role, said: null };
    this.reading.entries.push(added);
    this.pending.push({ entry: added, part: this.part });
  }

  private begin(role: DepartmentRole): void {
    this.flush();
    this.role = role;
    this.since = this.reading.entries.length;
  }

  /** A word with nobody before it stands before its list, as a label does (主办 某局 协办 某局). */
  private say(role: DepartmentRole): void {
    if (this.pending.length === 0) {
      this.role = role;
      return;
    }
    // 甲、乙，丙牵头: the comma parts what 、 joins, so 牵头 is said of 丙 alone.
    const parted = this.joined && this.part > 0;
    for (const { entry, part } of this.pending) {
      if (!entry.said && (!parted || part === this.part)) entry.said = role;
    }
    if (role === 'LEAD') this.reading.leads = true;
    this.flush();
  }

  private goOn(stated: number | null): void {
    const named = this.reading.entries.slice(this.since).filter(({ kind }) => kind !== 'group').length;
    if (stated !== null) {
      this.reading.stated = stated;
      this.reading.counted = named;
    }
    if (stated === null || named < stated) this.reading.openEnded = true;
  }

  private separate(strong: boolean): void {
    if (strong && this.pending.length > 0) this.part = (this.pending.at(-1)?.part ?? 0) + 1;
    else if (!strong) this.joined = true;
  }

  private flush(): void {
    this.pending = [];
    this.part = 0;
    this.joined = false;
  }
}

function closingOf(tokens: readonly DepartmentToken[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'open') depth++;
    if (tokens[i]!.kind === 'close' && --depth === 0) return i;
  }
  return tokens.length;
}

function isSignboard(tokens: readonly DepartmentToken[]): boolean {
  return (
    tokens.some(({ kind }) => kind === 'name') &&
    tokens.every(({ kind }) => kind === 'name' || kind === 'separator' || kind === 'keyword')
  );
}

/** What is known of the list as a whole when the role of one entry is settled. */
export interface ListFacts {
  column: DepartmentColumn;
  leads: boolean;
  leadColumnExists: boolean;
  /** Somebody is said to lead. */
  hasLead: boolean;
}

/** Settles the role of an entry once the whole list is read; `first`: it is the first of those nobody has given a role. */
export function settledRole(entry: DepartmentEntry, first: boolean, facts: ListFacts): 'LEAD' | 'SUPPORT' {
  const role = entry.said ?? entry.labelled;
  if (role === 'LEAD' || role === 'SUPPORT') return role;
  if (facts.column === 'LEAD') return helpsInLeadColumn(role, facts) ? 'SUPPORT' : 'LEAD';
  return leadsByPlace(first, facts) ? 'LEAD' : 'SUPPORT';
}

function helpsInLeadColumn(role: DepartmentRole | null, { leads, hasLead }: ListFacts): boolean {
  return leads || (role !== null && hasLead);
}

/** 只有责任单位的，列首位的牵头. */
function leadsByPlace(first: boolean, { column, hasLead, leadColumnExists }: ListFacts): boolean {
  return column === 'RESPONSIBLE' && first && !hasLead && !leadColumnExists;
}
