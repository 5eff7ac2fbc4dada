import type { Day } from '../../../domain/calendar/day.js';
import type { ExtensionRecord } from '../extension.store.js';
import type { TaskRecord } from '../task.store.js';
import { decidedDayWrong } from '../tasks/task-deed.errors.js';

/** The day granted lies after the present deadline and not after the one asked for. */
export function requireDayBetween(
  task: Pick<TaskRecord, 'dueOn'>,
  request: Pick<ExtensionRecord, 'askedDueOn'>,
  dueOn: Day,
): void {
  if (dueOn > request.askedDueOn || (task.dueOn !== null && dueOn <= task.dueOn))
    throw decidedDayWrong(task.dueOn ?? '', request.askedDueOn);
}
