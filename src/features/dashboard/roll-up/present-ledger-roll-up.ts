import { groupedBy } from '../../../domain/grouped-by.js';
import { taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { LedgerFacts, TaskFacts } from '../../ledger/ledger.reader.js';
import type { LightExplained } from '../task-page/present-task-page.js';
import { RollUpCounts, type RollUpLine, type RollUpTask } from './present-roll-up.js';
import { totalsOf } from './roll-up-statement.js';

/** 若干项下达的合计；已退回的另计，已撤回的不列 */
export class HandedCounts extends RollUpCounts {
  /** 已下达而未退回的 */
  handed!: number;
}

/** 一个下级辖区及其各项任务的合计 */
export class DistrictRollUp {
  code!: string;
  name!: string;
  shortName!: string;
  counts!: HandedCounts;
}

/** 一项任务在一个下级辖区的情况 */
export class HandedCell {
  /** 下级辖区代码 */
  receiver!: string;
  state!: string;
  stateLabel!: string;
  /** 退回的理由 */
  reason!: string;
  /** 下级分派后的任务 */
  task!: RollUpTask | null;
  /** 今天的灯；尚未分派的为 null */
  today!: LightExplained | null;
}

/** 台账中下达过的一项任务 */
export class HandedTask {
  id!: string;
  number!: string;
  title!: string;
  stateLabel!: string;
  dueOn!: string | null;
  counts!: HandedCounts;
  /** 按下级辖区代码排列；未向其下达的不在其中 */
  cells!: HandedCell[];
}

/** 一本台账分解下达的任务和各下级辖区的进展 */
export class LedgerRollUpView {
  ledgerId!: string;
  ledgerCode!: string;
  ledgerTitle!: string;
  /** 灯所依据的日期 */
  asOf!: string;
  counts!: HandedCounts;
  /** 下级辖区，按代码排列 */
  districts!: DistrictRollUp[];
  /** 下达过的任务，按台账顺序排列 */
  tasks!: HandedTask[];
}

/** A line with the task above that it came from. */
export interface HandedLine {
  taskId: string;
  line: RollUpLine;
}

/** Takes a ledger, its tasks that were handed down in its order, and a line for each receiver; gives the board. */
export function presentLedgerRollUp(
  ledger: LedgerFacts,
  asOf: string,
  tasks: readonly TaskFacts[],
  handed: readonly HandedLine[],
): LedgerRollUpView {
  const receivers = new Map(handed.map(({ line: { breakdown } }) => [breakdown.receiver.code, breakdown.receiver]));
  const byTask = groupedBy(handed, ({ taskId }) => taskId);
  const byDistrict = groupedBy(handed, ({ line }) => line.breakdown.receiver.code);
  return {
    ledgerId: ledger.id,
    ledgerCode: ledger.code,
    ledgerTitle: ledger.title,
    asOf,
    counts: countsOf(linesOf(handed)),
    districts: [...receivers.values()].toSorted(byCode).map(({ code, name, shortName }) => ({
      code,
      name,
      shortName,
      counts: countsOf(linesOf(byDistrict.get(code) ?? [])),
    })),
    tasks: tasks.map((task) => presentTask(task, linesOf(byTask.get(task.id) ?? []))),
  };
} // prettier-ignore

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1;
}

function presentTask({ id, number, title, state, dueOn }: TaskFacts, lines: readonly RollUpLine[]): HandedTask {
  const stateLabel = taskLifecycle.states[state as TaskState];
  return { id, number, title, stateLabel, dueOn, counts: countsOf(lines), cells: lines.map(presentCell) };
} // prettier-ignore

function presentCell({ breakdown, task, today }: RollUpLine): HandedCell {
  const { receiver, state, stateLabel, reason } = breakdown;
  return { receiver: receiver.code, state, stateLabel, reason, task, today };
}

function countsOf(lines: readonly RollUpLine[]): HandedCounts {
  const { receivers: handed, unjudged: _, ...counts } = totalsOf(lines);
  return { handed, ...counts };
}

function linesOf(handed: readonly HandedLine[]): RollUpLine[] {
  return handed.map(({ line }) => line);
}
