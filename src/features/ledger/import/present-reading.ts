import { ApiPropertyOptional } from '@nestjs/swagger';
import type { Anchor, DeadlineKind, Frequency } from '../../../domain/phrases/deadline.js';
import { CellProblemResponse, TargetResponse } from '../present-cell.js';
import type { LedgerReading, LedgerRow } from '../sheet/ledger-row.js';
import { DepartmentName } from '../tasks/present-task-parts.js';
import { summaryOf } from './import-content.js';

/** 分阶段时限中的一个节点 */
export class DeadlineNodeResponse {
  due!: string;
  label?: string;
}

/** 时限原文及其读法；各项只在原文写到时给出 */
export class DeadlineReadingResponse {
  /** 原文 */
  raw!: string;
  kind!: DeadlineKind;
  due!: string | null;
  /** 起始日期 */
  start?: string;
  /** 延期前的原定日期 */
  original?: string;
  /** 分阶段时限的各节点 */
  items?: DeadlineNodeResponse[];
  /** 周期 */
  freq?: Frequency;
  /** 周期内到期的日，或者 last（最后一日） */
  @ApiPropertyOptional({ oneOf: [{ type: 'integer' }, { type: 'string', enum: ['last'] }] })
  byDay?: number | 'last';
  /** 周期内第几个月 */
  byMonth?: number;
  /** 星期一为 1 */
  byWeekday?: number;
  /** 每个周期几次 */
  times?: number;
  /** 全年数量 */
  targetCount?: number;
  /** 自何时起算 */
  anchor?: Anchor;
  n?: number;
  unit?: 'day' | 'workday' | 'month';
  /** 到期当日的时刻 */
  time?: string;
  /** 到期后长期坚持 */
  continues?: boolean;
  needsReview!: boolean;
  /** 须人工核实的原因，或者原文所带的说明 */
  note?: string;
}

/** 读出的一行 */
export class ReadRowResponse {
  number!: string;
  /** 指标，自一级起 */
  indicators!: string[];
  title!: string;
  measures!: string;
  /** 牵头单位，第一个为第一牵头单位 */
  lead!: DepartmentName[];
  /** 配合单位 */
  support!: DepartmentName[];
  /** 单位组 */
  groups!: string[];
  deadline!: DeadlineReadingResponse;
  target!: TargetResponse | null;
  problems!: CellProblemResponse[];
}

/** 各类行数 */
export class ReadingSummaryResponse {
  rows!: number;
  /** 可立项 */
  ready!: number;
  /** 待核 */
  needsReview!: number;
  /** 不能导入 */
  rejected!: number;
  /** 不导入 */
  skipped!: number;
}

/** 读出的各行及其合计 */
export class ReadingResponse {
  rows!: ReadRowResponse[];
  summary!: ReadingSummaryResponse;
}

/** Takes a reading; gives the document of `import ledger`. */
export function presentReading(reading: Pick<LedgerReading, 'rows'>): ReadingResponse {
  return { rows: reading.rows.map(presentRow), summary: summaryOf(reading.rows) };
}

/** A row as other tools read it. */
export function presentRow(row: LedgerRow): ReadRowResponse {
  const { number, indicators, title, measures, lead, support, groups, target, problems } = row;
  const deadline = presentDeadline(row.deadline);
  return { number, indicators, title, measures, lead, support, groups, deadline, target, problems };
}

function presentDeadline({ items, ...fields }: LedgerRow['deadline']): DeadlineReadingResponse {
  return { ...fields, ...(items ? { items: [...items] } : {}) };
}
