import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was true of a task, or of one department's part in it, when the month was frozen. Business words and values only. */
@Entity('task_snapshot')
@Index('task_snapshot_order', ['roundId', 'sortKey', 'departmentCode'])
@Index('task_snapshot_light', ['roundId', 'departmentCode', 'light'])
export class TaskSnapshot {
  @PrimaryColumn('text')
  roundId!: string;

  @PrimaryColumn('text')
  taskId!: string;

  /** Empty for the task itself. */
  @PrimaryColumn('text')
  departmentCode!: string;

  @Column('text')
  sortKey!: string;

  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  /** Path. */
  @Column('text')
  indicator!: string;

  @Column('text')
  departmentName!: string;

  /** TASK · LEAD · SUPPORT. */
  @Column('text')
  role!: string;

  @Column('text')
  light!: string;

  @Column('text')
  rule!: string;

  @Column('text')
  explanation!: string;

  @Column('text')
  startsOn!: string;

  @Column('text', { nullable: true })
  originalDueOn!: string | null;

  @Column('text', { nullable: true })
  dueOn!: string | null;

  @Column('integer')
  deadlineVersion!: number;

  @Column('integer')
  overdueDays!: number;

  @Column('integer', { nullable: true })
  timeProgress!: number | null;

  @Column('integer', { nullable: true })
  verifiedProgress!: number | null;

  @Column('integer', { nullable: true })
  claimedProgress!: number | null;

  /** AHEAD · ON_SCHEDULE · BEHIND · DONE · OTHER. */
  @Column('text')
  pace!: string;

  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('integer', { nullable: true })
  targetCount!: number | null;

  @Column('text')
  targetUnit!: string;

  /** MISSING · DRAFT · SUBMITTED · RETURNED · ACCEPTED · NOT_REQUIRED. */
  @Column('text')
  reportState!: string;

  @Column('integer')
  reportIsLate!: number;

  @Column('text')
  reportText!: string;

  @Column('text')
  problems!: string;

  @Column('text')
  nextStep!: string;

  /** 连续 N 月红灯. */
  @Column('integer')
  redMonths!: number;

  @Column('integer')
  extensions!: number;

  /** JSON: hashes of the evidence that stood then, in text order. */
  @Column('text', { default: '[]' })
  evidence!: string;

  /** 会前改期. */
  @Column('integer')
  beforeMeeting!: number;
}
