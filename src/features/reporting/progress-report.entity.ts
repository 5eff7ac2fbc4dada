import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a department says of its part of a task for one month. */
@Entity('progress_report')
@Unique(['assignmentId', 'month'])
@Index('progress_report_month', ['ledgerId', 'month', 'state', 'id'])
@Index('progress_report_list', ['ledgerId', 'month', 'id'])
@Index('progress_report_task', ['taskId', 'month'])
export class ProgressReport {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('assignment')
  assignmentId!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  @Column('text')
  month!: string;

  /** DRAFT · SUBMITTED · RETURNED · ACCEPTED. */
  @Column('text')
  state!: string;

  /** Percent, by the department. */
  @Column('integer', { nullable: true })
  claimedProgress!: number | null;

  /** Percent, by the office. */
  @Column('integer', { nullable: true })
  verifiedProgress!: number | null;

  /** Towards the target. */
  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('text')
  text!: string;

  @Column('text')
  problems!: string;

  @Column('text')
  nextStep!: string;

  /** JSON: ids of the evidence it names. */
  @Column('text', { default: '[]' })
  evidenceIds!: string;

  /** Day of the last submission. */
  @Column('text', { nullable: true })
  submittedOn!: string | null;

  @Column('bigint', { nullable: true })
  submittedAt!: number | null;

  /** 逾期报送, by the first submission of the month. */
  @Column('integer')
  isLate!: number;

  @Column('integer')
  timesReturned!: number;

  @Column('text')
  returnedReason!: string;

  @Column('text', { nullable: true })
  reviewedOn!: string | null;

  @Column('text', { nullable: true })
  reviewedBy!: string | null;

  @Column('integer')
  version!: number;
}
