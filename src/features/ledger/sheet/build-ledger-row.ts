import { lastDayOf } from '../../../domain/calendar/month.js';
import { deadlineOfDraft } from './deadline-of-draft.js';
import { departmentsOf } from './departments-of-draft.js';
import type { CellProblem, LedgerRow } from './ledger-row.js';
import type { RowContext } from './row-context.js';
import { targetOf } from './target-of-draft.js';
import type { TaskDraft } from './task-draft.js';
import { problemAt } from './task-draft.js';

const LONGEST_TITLE = 500;

/**
 * Takes a task as collected; gives the row as it would be registered. It is ready when it has a title, a known lead and a parsed
 * deadline; supports that are open or unknown are said but do not hold it up. Without a title it cannot be a task at all.
 */
export function buildLedgerRow(draft: TaskDraft, context: RowContext): LedgerRow {
  const departments = departmentsOf(draft, context);
  const { deadline, problems: deadlineProblems, parsed } = deadlineOfDraft(draft, context);
  const { target, problems: targetProblems } = targetOf(draft);
  const titleProblems = problemsOfTitle(draft);
  const held = draft.struck || !departments.leadKnown || !parsed;
  return {
    number: draft.number?.text ?? '',
    indicators: draft.indicators,
    title: oneLine(draft.title?.text ?? ''),
    measures: measuresOf(draft, target !== null),
    lead: departments.lead,
    support: departments.support,
    groups: departments.groups,
    deadline,
    target,
    problems: [
      ...titleProblems,
      ...departments.problems,
      ...deadlineProblems,
      ...targetProblems,
      ...draft.problems,
    ],
    status: titleProblems.some(({ code }) => code !== 'TASK_STRUCK_OUT')
      ? 'rejected'
      : held
        ? 'needsReview'
        : 'ready',
    nodes: nodesOf(draft, context.year),
    raw: draft.raw,
    place: draft.place,
  };
}

/** Texts broken by hand within a cell are one title. */
function oneLine(text: string): string {
  return text.replace(/\n+/g, '');
}

/** Where no measures are written the goal says what is to be done, unless it is the amount already. */
function measuresOf({ measures, goal }: TaskDraft, hasTarget: boolean): string {
  if (measures.length > 0) return measures.map(({ text }) => text).join('\n');
  return goal && !hasTarget ? goal.text : '';
}

function problemsOfTitle(draft: TaskDraft): CellProblem[] {
  const { title, place } = draft;
  if (!title) {
    const message = `第${place.row}行有责任单位或时限，但没有任务名称，请补充或删除该行。`;
    return [problemAt(null, 'TITLE_MISSING', message)];
  }
  if (title.text.length > LONGEST_TITLE) {
    const message = `${title.address}的任务名称超过${LONGEST_TITLE}字，请缩短，其余写入工作措施。`;
    return [problemAt(title, 'TITLE_TOO_LONG', message)];
  }
  if (!draft.struck) return [];
  return [problemAt(title, 'TASK_STRUCK_OUT', `${title.address}的任务带删除线，请确认是否已取消。`)];
}

function nodesOf({ months }: TaskDraft, year: number): LedgerRow['nodes'] {
  return months.map(({ month, read }) => ({
    due: lastDayOf(`${year}-${String(month).padStart(2, '0')}`),
    label: read.text,
  }));
}
