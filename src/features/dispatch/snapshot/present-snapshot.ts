import type { Light } from '../../../domain/light/light.js';
import type { LightRule } from '../../../domain/light/light-rule.js';
import type { ReportStanding } from '../../../domain/light/light-facts.js';
import type { Pace } from '../../../domain/light/pace.js';
import type { SnapshotRow } from '../../../domain/snapshot/snapshot-row.js';
import type { KeyedRow } from './snapshot-columns.js';
import type { SnapshotCorrection } from './snapshot-correction.entity.js';

/** 月末快照的一行：一项任务，或者一个单位在其中的分工 */
export class SnapshotRowResponse {
  taskId!: string;
  number!: string;
  title!: string;
  /** 指标，自一级起以“ / ”相连 */
  indicator!: string;
  /** 任务行为空 */
  departmentCode!: string;
  /** 任务行为第一牵头单位 */
  departmentName!: string;
  /** TASK 任务 · LEAD 牵头分工 · SUPPORT 配合分工 */
  role!: SnapshotRow['role'];
  light!: Light;
  /** 亮灯依据的规则 */
  rule!: LightRule;
  /** 亮灯缘由 */
  explanation!: string;
  startsOn!: string;
  originalDueOn!: string | null;
  dueOn!: string | null;
  deadlineVersion!: number;
  overdueDays!: number;
  /** 时间进度，% */
  timeProgress!: number | null;
  /** 核定进度，% */
  verifiedProgress!: number | null;
  /** 自报进度，% */
  claimedProgress!: number | null;
  /** 序时进度 */
  pace!: Pace;
  /** 累计完成数 */
  count!: number | null;
  targetCount!: number | null;
  targetUnit!: string;
  reportState!: ReportStanding | 'DRAFT';
  /** 1 为逾期报送 */
  reportIsLate!: 0 | 1;
  reportText!: string;
  problems!: string;
  nextStep!: string;
  /** 连续几个月红灯，含本月 */
  redMonths!: number;
  /** 已批准的延期次数 */
  extensions!: number;
  /** 截至月末的佐证材料的 SHA-256 */
  evidence!: string[];
  /** 1 为会前改期 */
  beforeMeeting!: 0 | 1;
}

/** 月末快照的一页 */
export class SnapshotPageResponse {
  items!: SnapshotRowResponse[];
  next!: string | null;
}

/** 一项追溯更正 */
export class CorrectionResponse {
  ledgerId!: string;
  /** 被更正的月份 */
  month!: string;
  taskId!: string;
  departmentCode!: string;
  field!: string;
  was!: string;
  now!: string;
  reason!: string;
  recordedOn!: string;
  /** 在哪个月的通报中说明；尚未说明的为空 */
  shownIn!: string | null;
}

export function presentSnapshot(row: KeyedRow): SnapshotRowResponse {
  const { sortKey: _sortKey, ...view } = row;
  return {
    ...view,
    rule: row.rule as LightRule,
    reportState: row.reportState as SnapshotRowResponse['reportState'],
    reportIsLate: row.reportIsLate === 1 ? 1 : 0,
    evidence: JSON.parse(row.evidence) as string[],
    beforeMeeting: row.beforeMeeting === 1 ? 1 : 0,
  };
}

export function presentCorrection(correction: SnapshotCorrection): CorrectionResponse {
  const { id: _id, sourceKey: _sourceKey, ...view } = correction;
  return view;
}
