import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The lead asks the office to close a task. */
@Entity('close_out_request')
@Unique(['taskId', 'ordinal'])
@Index('close_out_state', ['state'])
export class CloseOutRequest {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  @Column('text')
  statement!: string;

  /** JSON: codes of supports that have not reported. */
  @Column('text')
  silentSupports!: string;

  /** Why the task may be closed over their silence. */
  @Column('text')
  silenceExplanation!: string;

  /** JSON: labels of nodes and periods not marked done when asked. */
  @Column('text')
  openMilestones!: string;

  /** Why the task may be closed without them. */
  @Column('text')
  milestoneExplanation!: string;

  /** JSON: ids of the evidence it names. */
  @Column('text', { default: '[]' })
  evidenceIds!: string;

  @Column('text')
  requestedOn!: string;

  @Column('text')
  requestedBy!: string;

  /** SUBMITTED · RETURNED · VERIFIED · APPROVED · WITHDRAWN. */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  verifiedOn!: string | null;

  @Column('text', { nullable: true })
  verifiedBy!: string | null;

  @Column('text', { nullable: true })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Column('text')
  decisionReason!: string;

  @Column('integer')
  version!: number;
}
