import type { CellProblem, TaskTarget } from './ledger-row.js';
import type { ReadCell, TaskDraft } from './task-draft.js';
import { problemAt } from './task-draft.js';

const AMOUNT =
  /^(?:全年|每年|年度|共|约)?(?:不少于|不低于|不小于|至少|达到|达|完成|≥|>=|不少于等于)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(%|[\p{Script=Han}]{0,4})(?:以上|及以上)?$/u;
const NOTHING = /^(?:无|[-/\u2010-\u2015]+)$/;

/** Takes a task; gives its target count and unit from the amount column, else from a goal that is nothing but an amount. */
export function targetOf(draft: TaskDraft): { target: TaskTarget | null; problems: CellProblem[] } {
  const unit = draft.unit?.text ?? '';
  if (!draft.amount) {
    const goal = draft.goal ? amountOf(draft.goal, unit) : null;
    return { target: goal?.unit ? goal : null, problems: [] };
  }
  if (NOTHING.test(draft.amount.text.normalize('NFKC'))) return { target: null, problems: [] };
  const target = amountOf(draft.amount, unit);
  if (target) return { target, problems: [] };
  const { address, text } = draft.amount;
  const message = `${address}的目标数量“${text}”不是一个数，请改为数字，单位另填。`;
  return { target: null, problems: [problemAt(draft.amount, 'TARGET_UNREADABLE', message)] };
}

/** 12, 12项, ≥90%, 1,234.5; a cell shown as 90% counts as 90 with the unit %. */
function amountOf({ text, cell }: ReadCell, unit: string): TaskTarget | null {
  const found = AMOUNT.exec(text.normalize('NFKC').trim());
  if (!found) return typeof cell?.value === 'number' ? { value: cell.value, unit } : null;
  const written = found[2]!.replace(/(?:以上|及以上)$/, '');
  const shown = Number(found[1]!.replaceAll(',', ''));
  // What a format rounds away is still in the value.
  const exact = written === '' && typeof cell?.value === 'number' ? cell.value : shown;
  return { value: exact, unit: unit || written };
}
