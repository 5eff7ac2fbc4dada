import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One change of a deadline, kept for good. */
@Entity('deadline_change')
@Unique(['taskId', 'deadlineVersion'])
export class DeadlineChange {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('integer')
  deadlineVersion!: number;

  @Column('text', { nullable: true })
  fromDueOn!: string | null;

  @Column('text')
  toDueOn!: string;

  @Column('text')
  changedOn!: string;

  @Column('text')
  reason!: string;

  @Column('text', { nullable: true })
  @ForeignKey('extension_request')
  extensionRequestId!: string | null;

  /** 1 = 会前改期. */
  @Column('integer')
  beforeMeeting!: number;
}
