import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A rung of the ladder that was issued to a department about one thing; issued once. */
@Entity('reminder')
@Unique(['subjectKind', 'subjectId', 'departmentId', 'recipient', 'rung', 'period', 'deadlineVersion'])
@Index('reminder_slot', ['slot'])
@Index('reminder_send', ['departmentId', 'recipient', 'sendOn'])
@Index('reminder_task', ['taskId'])
export class Reminder {
  @PrimaryColumn('text')
  id!: string;

  /** Null for things of other registers, which belong to no ledger. */
  @Column('text', { nullable: true })
  @ForeignKey('ledger')
  ledgerId!: string | null;

  /** TASK · MILESTONE · REPORT · DECISIONS · HEARINGS. */
  @Column('text')
  subjectKind!: string;

  @Column('text')
  subjectId!: string;

  @Column('text', { nullable: true })
  @ForeignKey('task')
  taskId!: string | null;

  /** Number and title of a thing of another register, as they were when it was told; null for tasks. */
  @Column('text', { nullable: true })
  subjectNumber!: string | null;

  @Column('text', { nullable: true })
  subjectTitle!: string | null;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** LIAISON · HEAD. */
  @Column('text')
  recipient!: string;

  @Column('text')
  rung!: string;

  /** 提醒, 催办, 督办, 通报, 约谈. */
  @Column('text')
  label!: string;

  /** Name of its paper, e.g. 督办函. */
  @Column('text')
  paper!: string;

  /** Who must approve it before it is sent, DIRECTOR or LEADER; null: nobody. */
  @Column('text', { nullable: true })
  approver!: string | null;

  /** JSON: milder rungs not issued because of this one, each with the reason. */
  @Column('text')
  skipped!: string;

  /** Month, or the period of the occurrence. */
  @Column('text')
  period!: string;

  @Column('integer')
  deadlineVersion!: number;

  /** 催〔2023〕5号; empty until it is issued. */
  @Column('text')
  number!: string;

  @Column('text', { nullable: true })
  dueOn!: string | null;

  @Column('text')
  issuedOn!: string;

  /** Next working day. */
  @Column('text')
  sendOn!: string;

  @Column('text', { nullable: true })
  replyBy!: string | null;

  /** Job slot that issued it. */
  @Column('text')
  slot!: string;

  @Column('text')
  explanation!: string;

  /** PROPOSED (waits for its approver) · ISSUED · REPLIED · DISMISSED. */
  @Column('text')
  state!: string;

  @Column('text')
  stateReason!: string;
}
