import { breakdownLifecycle, type BreakdownState } from '../../../domain/task/breakdown-lifecycle.js';
import type { TargetResponse } from '../present-cell.js';
import type { BreakdownRow } from '../superior/breakdown.store.js';

/** 接收任务的市、区 */
export class ReceiverName {
  code!: string;
  name!: string;
  shortName!: string;
}

/** 可以接收分解任务的直接下辖的市、区 */
export class ReceiversResponse {
  items!: ReceiverName[];
}

/** 分派后成为本辖区台账的任务 */
export class ReceivedTaskResponse {
  id!: string;
  ledgerCode!: string;
  number!: string;
}

/** 一项分解下达的任务 */
export class BreakdownResponse {
  id!: string;
  state!: BreakdownState;
  stateLabel!: string;
  /** 下达单位 */
  office!: string;
  year!: number;
  /** 上级台账名称 */
  ledgerTitle!: string;
  /** 上级台账的发文字号 */
  document!: string;
  /** 在上级台账中的序号 */
  number!: string;
  title!: string;
  /** 工作措施和标准 */
  measures!: string;
  /** 指标，自一级起以“ / ”相连 */
  indicator!: string;
  /** 上级时限原文 */
  deadlineRaw!: string;
  /** 上级现行时限 */
  dueOn!: string | null;
  /** 分给该辖区的数量目标 */
  target!: TargetResponse | null;
  /** 下达要求 */
  note!: string;
  handedDownOn!: string;
  receiver!: ReceiverName;
  /** 接收、退回或者分派的日期 */
  answeredOn!: string | null;
  /** 退回或者撤回的理由 */
  reason!: string;
  /** 上级撤销该任务的日期 */
  releasedOn!: string | null;
  /** 分派后的任务；尚未分派的为空 */
  received!: ReceivedTaskResponse | null;
  version!: number;
}

/** 分解下达的任务，由新到旧的一页 */
export class BreakdownPageResponse {
  items!: BreakdownResponse[];
  next!: string | null;
}

/** 本次分解下达的任务 */
export class BreakdownsMadeResponse {
  items!: BreakdownResponse[];
}

/** Takes a row; gives what goes out. The id of the task above never does: it is not the receiver's to read. */
export function presentBreakdown(row: BreakdownRow): BreakdownResponse {
  const { id, office, year, ledgerTitle, document, number, title, measures, indicator, deadlineRaw } = row;
  const { dueOn, note, handedDownOn, answeredOn, reason, releasedOn, version } = row;
  const state = row.state as BreakdownState;
  return {
    id,
    state,
    stateLabel: breakdownLifecycle.states[state],
    office,
    year,
    ledgerTitle,
    document,
    number,
    title,
    measures,
    indicator,
    deadlineRaw,
    dueOn,
    target: row.targetCount === null ? null : { value: row.targetCount, unit: row.targetUnit },
    note,
    handedDownOn,
    receiver: { code: row.receiverCode, name: row.receiverName, shortName: row.receiverShortName },
    answeredOn,
    reason,
    releasedOn,
    received: receivedOf(row),
    version,
  };
}

function receivedOf(row: BreakdownRow): ReceivedTaskResponse | null {
  const { receivedTaskId: id, receivedLedgerCode: ledgerCode, receivedNumber: number } = row;
  return id === null || ledgerCode === null || number === null ? null : { id, ledgerCode, number };
}
