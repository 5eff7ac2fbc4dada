import type { Day } from '../../../domain/calendar/day.js';
import { resolveDue } from '../../../domain/phrases/deadline-resolution.js';
import type { TaskPlan } from '../tasks/task-plan.js';

/** What a row said when it was last imported; kept with the task, so that edits by hand are not taken for changes. */
export interface ImportedRow {
  title: string;
  measures: string;
  indicators: string;
  lead: string;
  support: string;
  deadline: string;
  dueOn: Day | null;
  target: string;
}

/** A task already in the ledger, as far as a comparison needs it. */
export interface KnownTask {
  id: string;
  number: string;
  state: string;
  /** Null for a task made by hand. */
  imported: ImportedRow | null;
  title: string;
}

/** One field that the file states otherwise than before. */
export interface FieldChange {
  field: keyof ImportedRow;
  was: string;
  now: string;
}

/** A task that the file states otherwise than before. */
export interface ChangedTask {
  taskId: string;
  /** Place of the row in the preview. */
  row: number;
  number: string;
  title: string;
  fields: FieldChange[];
  /** Fields an import may not change any more because the task was issued. */
  refused: FieldChange[];
}

/** What committing the rows would do. */
export interface ImportDiff {
  added: { row: number; number: string; title: string }[];
  changed: ChangedTask[];
  missing: { taskId: string; number: string; title: string }[];
  unchanged: number;
}

/** After issue these go by their own deed: 延期 for the deadline, 改派 for the departments. */
const BY_DEED: ReadonlySet<keyof ImportedRow> = new Set(['deadline', 'dueOn', 'lead', 'support']);

/** Takes a row; gives what is compared of it. */
export function importedRow(plan: TaskPlan, year: number): ImportedRow {
  return {
    title: plan.title,
    measures: plan.measures,
    indicators: plan.indicators.join(' / '),
    lead: plan.lead.join('、'),
    support: [...plan.support, ...plan.groups].join('、'),
    deadline: plan.deadline.raw,
    dueOn: resolveDue(plan.deadline, year),
    target: plan.target ? `${plan.target.value}${plan.target.unit}` : '',
  };
}

/**
 * Compares rows with the tasks of the ledger: by number, else by title and first lead (序号会重排). Gives what is new,
 * changed, no longer in the file (never deleted) and unchanged. Source: 办内惯例.
 */
export function diffImport(
  plans: readonly TaskPlan[],
  known: readonly KnownTask[],
  year: number,
): ImportDiff {
  const diff: ImportDiff = { added: [], changed: [], missing: [], unchanged: 0 };
  const matches = matchRows(plans, known, year);
  plans.forEach((plan, row) => {
    const task = matches.get(row);
    if (!task) diff.added.push({ row, number: plan.number, title: plan.title });
    else {
      const changed = changeOf(plan, row, task, year);
      if (changed) diff.changed.push(changed);
      else diff.unchanged += 1;
    }
  });
  const matched = new Set([...matches.values()].map((task) => task.id));
  diff.missing = known
    .filter((task) => task.imported !== null && !matched.has(task.id))
    .map(({ id, number, title }) => ({ taskId: id, number, title }));
  return diff;
}

function matchRows(
  plans: readonly TaskPlan[],
  known: readonly KnownTask[],
  year: number,
): Map<number, KnownTask> {
  const free = new Map(known.map((task) => [task.id, task]));
  const matches = new Map<number, KnownTask>();
  const match = (find: (plan: TaskPlan) => KnownTask | undefined): void =>
    plans.forEach((plan, row) => {
      const task = matches.has(row) ? undefined : find(plan);
      if (!task || !free.delete(task.id)) return;
      matches.set(row, task);
    });
  const byNumber = new Map(known.map((task) => [task.number, task]));
  const byWords = new Map(known.map((task) => [wordsOf(task.imported, task.title), task]));
  // Rows whose number and words both fit come first, so that a renumbered file finds its tasks by their words.
  match((plan) => {
    const task = byNumber.get(plan.number);
    return task && wordsOf(task.imported, task.title) === wordsOf(importedRow(plan, year), '')
      ? task
      : undefined;
  });
  match((plan) => byWords.get(wordsOf(importedRow(plan, year), '')));
  match((plan) => byNumber.get(plan.number));
  return matches;
}

function wordsOf(row: ImportedRow | null, title: string): string {
  const words = (row?.title ?? title).normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  return `${words}|${row?.lead.split('、')[0] ?? ''}`;
}

function changeOf(plan: TaskPlan, row: number, task: KnownTask, year: number): ChangedTask | null {
  const now = importedRow(plan, year);
  const was = task.imported;
  const names = Object.keys(now) as (keyof ImportedRow)[];
  const all = names
    .filter((field) => (was?.[field] ?? null) !== now[field])
    .map((field) => ({ field, was: was?.[field] ?? '', now: now[field] ?? '' }));
  if (all.length === 0) return null;
  const issued = task.state !== 'DRAFT' && task.state !== 'REGISTERED';
  const refused = issued ? all.filter((change) => BY_DEED.has(change.field)) : [];
  const fields = all.filter((change) => !refused.includes(change));
  return { taskId: task.id, row, number: task.number, title: plan.title, fields, refused };
}
