import { DomainError } from '../../../domain/refusal.js';

/** What is not there and what another jurisdiction received are told alike. */
export function breakdownNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'BREAKDOWN_NOT_FOUND', '没有这项分解下达的任务。');
}

export function receiversUnknown(codes: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'RECEIVER_UNKNOWN',
    `${codes.join('、')} 不是本辖区直接下辖的市、区，不能向其分解下达；请核对代码，或者先在单位树上登记。`,
    { codes },
  );
}

export function breakdownNotOpen(number: string, state: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'BREAKDOWN_NOT_OPEN',
    `序号 ${number} 的任务现为“${state}”，只有已经交办、尚未办结的任务可以分解下达。`,
    { number, state },
  );
}

/** Why one task of several cannot be handed down. */
export interface RefusedTask {
  id: string;
  /** Its number in the ledger; empty where the task is not there. */
  number: string;
  code: string;
  message: string;
}

/** So many tasks are named in the sentence; the details hold all. */
const NAMED = 5;

/** Several tasks at once are handed down all or none; each that cannot be is told with its reason. */
export function breakdownsRefused(rows: readonly RefusedTask[], of: number): DomainError {
  const named = rows.slice(0, NAMED).map(({ message }) => message.replace(/。$/u, ''));
  const more = rows.length > NAMED ? `；另有 ${rows.length - NAMED} 项` : '';
  return new DomainError(
    'CONFLICT',
    'BREAKDOWNS_REFUSED',
    `所选 ${of} 项任务中有 ${rows.length} 项不能下达，未下达任何一项。${named.join('；')}${more}。请去掉这些任务后再下达。`,
    { rows },
  );
}

export function alreadyBrokenDown(number: string, receivers: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'ALREADY_BROKEN_DOWN',
    `序号 ${number} 的任务已经下达给${receivers.join('、')}，不重复下达；请去掉已下达的单位。`,
    { number, receivers },
  );
}

export function pastSuperiorDeadline(dueOn: string, wished: string): DomainError {
  return new DomainError(
    'INVALID',
    'PAST_SUPERIOR_DEADLINE',
    `上级时限为 ${dueOn}，本辖区的完成时限可以提前，不能晚于该日（所填为${wished}）。`,
    { dueOn, wished },
  );
}

export function ledgerOfOtherYear(year: number): DomainError {
  return new DomainError(
    'INVALID',
    'LEDGER_OF_OTHER_YEAR',
    `这项任务属于 ${year} 年度，请分派到本辖区 ${year} 年度的台账。`,
    { year },
  );
}

export function keptBySuperior(deed: string, office: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'KEPT_BY_SUPERIOR',
    `这项任务由${office}下达，名称、措施、目标和时限由上级确定，本辖区不能${deed}；确需调整的，请报上级办理。`,
    { deed, office },
  );
}

export function brokenDown(deed: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'TASK_BROKEN_DOWN',
    `这项任务已经分解下达，下级正在办理，不能${deed}；需要的，请先撤回未接收的，已接收的请由下级退回。`,
    { deed },
  );
}

export function superiorCancelled(office: string, releasedOn: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'SUPERIOR_CANCELLED',
    `${office}已于 ${releasedOn} 撤销这项任务，不再接收、分派；请予退回。`,
    { office, releasedOn },
  );
}
