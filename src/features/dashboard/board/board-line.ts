import { pinyin } from 'pinyin-pro';
import type { LiveLight } from '../../dispatch/live-light.reader.js';
import type { BoardPart, BoardTask } from '../../ledger/board.reader.js';

/** A department as lines name it. */
export interface BoardDepartment {
  id: string;
  code: string;
  name: string;
  shortName: string;
  /** First letters of its names, for search. */
  initials: string;
  /** Place in the register, for sorting. */
  order: number;
}

/** A task as the list finds, sorts and shows it. */
export interface BoardLine {
  task: BoardTask;
  lead: BoardDepartment | null;
  supports: BoardDepartment[];
  /** The whole task's light; null while it was never issued. */
  light: LiveLight | null;
  /** Each department's own light, by department id. */
  ownLights: ReadonlyMap<string, LiveLight>;
  /** Every department that has or had a part. */
  parties: ReadonlyMap<string, BoardPart>;
  /** Lower-case words a search looks into. */
  words: string;
  /** First letters of the title, lower case. */
  initials: string;
}

/** What a line looks like to somebody: a department sees its own light, everybody else the task's. */
export interface SeenLine {
  line: BoardLine;
  light: LiveLight | null;
  /** The department's own part; null for those who see all. */
  part: BoardPart | null;
}

/** First letters of Chinese words, other signs as they are: 推进A类 gives `tjal`. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase();
}

/** Puts a task, its lights and the departments' names together. */
export function lineOf(
  task: BoardTask,
  lights: readonly LiveLight[],
  departments: ReadonlyMap<string, BoardDepartment>,
  initials: string,
): BoardLine {
  const standing = task.parts.filter((part) => part.state !== 'WITHDRAWN');
  const first = standing.find((part) => part.isFirstLead) ?? standing.find((part) => part.role === 'LEAD');
  const lead = first ? (departments.get(first.departmentId) ?? null) : null;
  const supports = standing
    .filter((part) => part !== first)
    .flatMap((part) => departments.get(part.departmentId) ?? []);
  const byCode = new Map(lights.map((light) => [light.departmentCode, light]));
  const ownLights = new Map<string, LiveLight>();
  for (const part of standing) {
    const light = byCode.get(departments.get(part.departmentId)?.code ?? '-');
    if (light) ownLights.set(part.departmentId, light);
  }
  const named = [...(lead ? [lead] : []), ...supports];
  const words = [task.title, task.number, task.indicatorPath, ...named.flatMap((d) => [d.name, d.shortName])];
  return {
    task,
    lead,
    supports,
    light: byCode.get('') ?? null,
    ownLights,
    parties: new Map(task.parts.map((part) => [part.departmentId, part])),
    words: words.join('\n').toLowerCase(),
    initials: [initials, ...named.map((department) => department.initials)].join('\n'),
  };
}

/** A line as a department (or, with null, the office) sees it; null where it may not see it at all. */
export function seenByAny(line: BoardLine, departments: readonly string[] | null): SeenLine | null {
  if (departments === null) return seenBy(line, null);
  const own = departments.find((id) => line.parties.has(id));
  return own === undefined ? null : seenBy(line, own);
}

/** The same for one department. */
export function seenBy(line: BoardLine, departmentId: string | null): SeenLine | null {
  if (departmentId === null) return { line, light: line.light, part: null };
  const part = line.parties.get(departmentId);
  return part ? { line, light: line.ownLights.get(departmentId) ?? null, part } : null;
}
