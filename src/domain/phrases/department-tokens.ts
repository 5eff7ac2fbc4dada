import type { DepartmentDictionary } from './department-dictionary.js';
import { longestName } from './department-dictionary.js';
import type { FoundGroup, GroupBook } from './department-groups.js';
import { groupsAt } from './department-groups.js';
import type { DepartmentRole } from './department-keywords.js';
import {
  andSoOnAt,
  connectorLength,
  isSection,
  isSeparator,
  isStrongSeparator,
  labelAt,
  markerLength,
  prefixLength,
  verbAt,
} from './department-keywords.js';
import type { CompactText } from './department-text.js';

/** A piece of a department list. The pieces' texts, one after another, are the whole list: nothing falls between. */
export type DepartmentToken = { text: string } & (
  | { kind: 'name'; codes: readonly string[] }
  | { kind: 'group'; code: string; members: number; stated: number | null; openEnded: boolean }
  | { kind: 'section' | 'unknown' | 'open' | 'close' | 'keyword' }
  | { kind: 'label' | 'verb'; role: DepartmentRole }
  | { kind: 'andSoOn'; stated: number | null }
  | { kind: 'separator'; strong: boolean }
);

/** Takes a compact text and what is known; gives its pieces, names and groups by longest match at a boundary only. */
export function tokenise(
  compact: CompactText,
  dictionary: DepartmentDictionary,
  groups: GroupBook,
): DepartmentToken[] {
  return new DepartmentScanner(compact, dictionary, groups).scan();
}

/** Sections' names are short; looking further for their end would cost the square of a cell's length. */
const LONGEST_SECTION = 16;

class DepartmentScanner {
  private readonly text: string;
  private readonly gaps: readonly boolean[];
  private readonly tokens: DepartmentToken[] = [];
  private readonly itemEnds = new Map<number, number>();
  private at = 0;

  constructor(
    compact: CompactText,
    private readonly dictionary: DepartmentDictionary,
    private readonly groups: GroupBook,
  ) {
    this.text = compact.text;
    this.gaps = compact.gaps;
  }

  scan(): DepartmentToken[] {
    while (this.at < this.text.length) {
      const token = this.mark() ?? this.label() ?? this.item() ?? this.word() ?? this.unknown();
      this.tokens.push(token);
      this.at += token.text.length;
    }
    return this.tokens;
  }

  private mark(): DepartmentToken | null {
    const marker = this.isFresh() ? markerLength(this.text, this.at) : 0;
    if (marker) return { kind: 'separator', strong: false, text: this.piece(marker) };
    const char = this.text[this.at]!;
    if (char === '(' || char === '[' || char === '【') return { kind: 'open', text: char };
    if (char === ')' || char === ']' || char === '】') return { kind: 'close', text: char };
    return isSeparator(char) ? { kind: 'separator', strong: isStrongSeparator(char), text: char } : null;
  }

  private label(): DepartmentToken | null {
    const label = this.isFresh() ? labelAt(this.text, this.at) : null;
    if (!label || !(label.colon || this.hasList(this.at + label.length))) return null;
    return { kind: 'label', role: label.role, text: this.piece(label.length) };
  }

  private item(): DepartmentToken | null {
    const name = this.nameAt(this.at);
    const group = this.groupAt(this.at);
    if (name && (!group || name.length >= group.length)) {
      return { kind: 'name', codes: name.codes, text: this.piece(name.length) };
    }
    return group ? this.groupToken(group) : null;
  }

  private groupToken({ length, group, stated }: FoundGroup): DepartmentToken {
    const { code, members, openEnded } = group;
    return {
      kind: 'group',
      code,
      members: members.length,
      stated,
      openEnded: openEnded === true,
      text: this.piece(length),
    };
  }

  private word(): DepartmentToken | null {
    const last = this.tokens.at(-1)?.kind;
    const inName = (last === 'name' || last === 'group') && !this.gaps[this.at];
    const section = inName ? this.sectionAt(this.at) : null;
    if (section) return { kind: 'section', text: section };
    const verb = this.verbEnding(this.at);
    if (verb) return { kind: 'verb', role: verb.role, text: this.piece(verb.length) };
    const more = this.andSoOn(this.at);
    if (more) return { kind: 'andSoOn', stated: more.stated, text: this.piece(more.length) };
    return this.joint();
  }

  /** 和 between two units, 由 before one. */
  private joint(): DepartmentToken | null {
    const last = this.tokens.at(-1)?.kind;
    const connector = connectorLength(this.text, this.at);
    if (connector && (this.closesItem(last) || this.itemEnd(this.at + connector))) {
      return { kind: 'separator', strong: false, text: this.piece(connector) };
    }
    const prefix = this.isFresh() ? prefixLength(this.text, this.at) : 0;
    return prefix && this.itemEnd(this.at + prefix) ? { kind: 'keyword', text: this.piece(prefix) } : null;
  }

  private unknown(): DepartmentToken {
    return { kind: 'unknown', text: this.text.slice(this.at, this.unknownEnd(this.at)) };
  }

  /** An unknown name reaches to the next sign that it is over; never into a name that begins inside it. */
  private unknownEnd(from: number, limit = this.text.length): number {
    let end = from + 1;
    while (end < limit && !this.endsWord(end) && !this.verbEnding(end) && !this.andSoOn(end)) {
      const connector = connectorLength(this.text, end);
      if (connector && this.itemEnd(end + connector)) break;
      end++;
    }
    return end;
  }

  private nameAt(at: number): { length: number; codes: readonly string[] } | null {
    const found = longestName(this.dictionary, this.text, at);
    return found && this.endsItem(at + found.length) ? found : null;
  }

  private groupAt(at: number): FoundGroup | null {
    const bare = at === this.at && this.followsGroup();
    return (
      groupsAt(this.groups, this.text, at, bare).find(({ length }) => this.endsItem(at + length)) ?? null
    );
  }

  /** Where the name or group that begins at a place ends; 0 where none begins. */
  private itemEnd(at: number): number {
    const known = this.itemEnds.get(at);
    if (known !== undefined) return known;
    const length = Math.max(this.nameAt(at)?.length ?? 0, this.groupAt(at)?.length ?? 0);
    const end = length ? at + length : 0;
    this.itemEnds.set(at, end);
    return end;
  }

  /** A name is over where a word is over, a joining or role word follows, or another full name follows at once. */
  private endsItem(at: number): boolean {
    if (this.endsWord(at) || connectorLength(this.text, at) > 0) return true;
    if (this.verbEnding(at) || this.andSoOn(at)) return true;
    if (/[区各]/.test(this.text[at]!) && this.itemEnd(at) > 0) return true;
    return this.sectionAt(at) !== null;
  }

  /** 普法科 directly after a name. */
  private sectionAt(at: number): string | null {
    const text = this.text.slice(at, this.unknownEnd(at, at + LONGEST_SECTION + 1));
    return isSection(text) ? text : null;
  }

  /** 牵头单位 without a colon is a label only before a unit, or alone in brackets behind one. */
  private hasList(at: number): boolean {
    return this.text[at] === ')' || this.itemEnd(at) > 0;
  }

  private endsWord(at: number): boolean {
    if (at >= this.text.length || this.gaps[at]) return true;
    const char = this.text[at]!;
    return isSeparator(char) || /[()[\]【】]/.test(char);
  }

  private verbEnding(at: number): ReturnType<typeof verbAt> {
    const verb = verbAt(this.text, at);
    if (!verb) return null;
    const end = at + verb.length;
    return this.endsWord(end) || this.itemEnd(end) > 0 ? verb : null;
  }

  /** 等有关部门 is 等 and a group; 等区级部门 only goes on. */
  private andSoOn(at: number): { length: number; stated: number | null } | null {
    const found = andSoOnAt(this.text, at);
    if (!found) return null;
    const group = this.groupAt(at + 1);
    if (group && (group.group.openEnded || this.text[at + 1] === '各' || group.stated !== null)) {
      return { length: 1, stated: null };
    }
    const end = at + found.length;
    return this.endsWord(end) || connectorLength(this.text, end) || verbAt(this.text, end) ? found : null;
  }

  private followsGroup(): boolean {
    const joined = this.tokens.at(-1);
    return joined?.kind === 'separator' && this.tokens.at(-2)?.kind === 'group';
  }

  private closesItem(kind: DepartmentToken['kind'] | undefined): boolean {
    return (
      kind === 'name' || kind === 'group' || kind === 'section' || kind === 'close' || kind === 'andSoOn'
    );
  }

  /** At the beginning of an item: nothing but a separator, a bracket or a label stands directly before. */
  private isFresh(): boolean {
    const last = this.tokens.at(-1)?.kind;
    return !last || this.gaps[this.at] === true || !['name', 'group', 'section', 'unknown'].includes(last);
  }

  private piece(length: number): string {
    return this.text.slice(this.at, this.at + length);
  }
}
