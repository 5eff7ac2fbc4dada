import type { Deadline, DeadlineContext, DeadlineItem } from '../../../domain/phrases/deadline.js';
import { deadlineOf } from '../../../domain/phrases/deadline.js';
import { isReady, resolveDue } from '../../../domain/phrases/deadline-resolution.js';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';
import { deadlineInText } from './deadline-in-text.js';
import type { CellProblem } from './ledger-row.js';
import type { RowContext } from './row-context.js';
import type { ReadCell, TaskDraft } from './task-draft.js';
import { problemAt } from './task-draft.js';

export interface TaskDeadline {
  deadline: Deadline & { raw: string };
  problems: CellProblem[];
  parsed: boolean;
}

/** Takes a task; gives its deadline: one cell, several (each measure has its own), or the words of the task itself. */
export function deadlineOfDraft(draft: TaskDraft, context: RowContext): TaskDeadline {
  const reading: DeadlineContext = {
    planYear: context.year,
    issuedOn: context.issuedOn ?? null,
    ...(context.calendar && { calendar: context.calendar }),
  };
  const cells = draft.deadlines.filter(
    ({ read }, i) => draft.deadlines.findIndex((other) => other.read.text === read.text) === i,
  );
  if (cells.length === 0) return fromText(draft, reading);
  const read = cells[0]!.read;
  const deadline = cells.length === 1 ? readDeadline(read, reading) : joined(cells, reading);
  const raw = cells.map((cell) => cell.read.text).join('；');
  return {
    deadline: withDue(deadline, raw, reading.planYear),
    problems: problemsOf(deadline, read),
    parsed: isReady(deadline),
  };
}

/** A row's deadline shows the day its task will be due; recurring work is due on the last day of the plan year. */
function withDue(deadline: Deadline, raw: string, planYear: number): TaskDeadline['deadline'] {
  return { ...deadline, due: deadline.due ?? resolveDue(deadline, planYear), raw };
}

/** A date cell is its day; a number is read as the cell's number, since 6.30 typed as a number is 6.3. */
function readDeadline({ cell, text }: ReadCell, context: DeadlineContext): Deadline {
  if (cell?.isDate && !cell.error) return parseDeadline(cell.day ?? text, context);
  return parseDeadline(typeof cell?.value === 'number' ? cell.value : text, context);
}

function joined(cells: TaskDraft['deadlines'], context: DeadlineContext): Deadline {
  const items: DeadlineItem[] = [];
  const reasons: string[] = [];
  for (const { read, label } of cells) {
    const deadline = readDeadline(read, context);
    if (!isReady(deadline) || deadline.due === null) {
      reasons.push(`${read.address}“${read.text}”不能与其他措施的时限合并`);
    } else if (deadline.items) {
      items.push(...deadline.items);
    } else {
      items.push({ due: deadline.due, ...(label && { label }) });
    }
  }
  items.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return deadlineOf('milestones', { due: items.at(-1)?.due ?? null, items }, reasons);
}

function fromText(draft: TaskDraft, context: DeadlineContext): TaskDeadline {
  for (const read of [draft.title, ...draft.measures, draft.goal]) {
    const found = read ? deadlineInText(read.text, context) : null;
    if (!read || !found) continue;
    const problems = problemsOf(found.deadline, read);
    const deadline = withDue(found.deadline, found.phrase, context.planYear);
    return { deadline, problems, parsed: isReady(found.deadline) };
  }
  const where = `第${draft.place.row}${draft.title?.address.startsWith('第') ? '段' : '行'}`;
  const message = `${where}没有写明完成时限，请补充。`;
  return {
    deadline: { ...parseDeadline(null, context), raw: '' },
    problems: [problemAt(null, 'DEADLINE_MISSING', message)],
    parsed: false,
  };
}

function problemsOf(deadline: Deadline, read: ReadCell): CellProblem[] {
  if (isReady(deadline)) return [];
  if (deadline.kind === 'none') {
    return [problemAt(read, 'DEADLINE_MISSING', `${read.address}没有写明完成时限，请补充。`)];
  }
  const why = deadline.note ? `：${deadline.note}` : '';
  const message = `${read.address}的时限“${read.text}”需要人工确认${why}。`;
  return [problemAt(read, 'DEADLINE_UNCLEAR', message)];
}
