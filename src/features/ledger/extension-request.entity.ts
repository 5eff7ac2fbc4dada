import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A department asks for a later deadline. */
@Entity('extension_request')
@Unique(['taskId', 'ordinal'])
@Index('extension_state', ['state'])
export class ExtensionRequest {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  reason!: string;

  @Column('text')
  progressText!: string;

  @Column('text')
  askedDueOn!: string;

  @Column('text')
  askedOn!: string;

  /** Post code. */
  @Column('text')
  askedBy!: string;

  @Column('text')
  dueOnThen!: string;

  /** Overdue days already run when asked; they stay. */
  @Column('integer')
  overdueDaysThen!: number;

  /** Asked after the limit. */
  @Column('integer')
  isLate!: number;

  /** Asked within the ten working days before the meeting: 会前改期. */
  @Column('integer')
  beforeMeeting!: number;

  /** Why it was asked late; empty when it was not. */
  @Column('text')
  lateReason!: string;

  /** Who must sign, in this order, joined by commas: DEPUTY_DIRECTOR · DIRECTOR · LEADER. */
  @Column('text')
  approverRung!: string;

  /** Posts that have signed so far, joined by commas. */
  @Column('text')
  signedBy!: string;

  /** SUBMITTED · ENDORSED · APPROVED · REJECTED · WITHDRAWN. */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  decidedDueOn!: string | null;

  @Column('text')
  decisionReason!: string;

  @Column('integer')
  version!: number;
}
