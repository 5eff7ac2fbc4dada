import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One row of a ledger: what is to be done, by when. Its original deadline never changes. */
@Entity('task')
@Unique(['ledgerId', 'number'])
@Index('task_order', ['ledgerId', 'sortKey', 'id'])
@Index('task_due', ['ledgerId', 'dueOn'])
@Index('task_sort', ['sortKey', 'id'])
export class Task {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  @Column('text')
  number!: string;

  /** Number with digits padded, so that text order is reading order. */
  @Column('text')
  sortKey!: string;

  @Column('text')
  title!: string;

  @Column('text')
  measures!: string;

  @Column('text', { nullable: true })
  @ForeignKey('indicator')
  indicatorId!: string | null;

  /** JSON of the row as imported: raw cells by header, hash of the file, and what was read from them. */
  @Column('text')
  rawCells!: string;

  @Column('text')
  deadlineRaw!: string;

  /** JSON of the parsed phrase. */
  @Column('text')
  deadline!: string;

  @Column('text')
  startsOn!: string;

  @Column('text', { nullable: true })
  originalDueOn!: string | null;

  @Column('text', { nullable: true })
  dueOn!: string | null;

  /** Counts approved changes; part of the keys of flags and reminders. */
  @Column('integer')
  deadlineVersion!: number;

  /** ONCE · WEEKLY · MONTHLY · QUARTERLY · SEMIANNUAL · ANNUAL · ONGOING · DAILY. */
  @Column('text')
  cadence!: string;

  @Column('integer', { nullable: true })
  targetCount!: number | null;

  @Column('text')
  targetUnit!: string;

  /** See domain/task lifecycle. */
  @Column('text')
  state!: string;

  /** The day the task was last issued (交办). */
  @Column('text', { nullable: true })
  assignedOn!: string | null;

  /** Day of the last change of state; empty before the first one. A month made up later looks at it. */
  @Column('text', { default: '' })
  stateSince!: string;

  @Column('text', { nullable: true })
  closedOn!: string | null;

  /** Pending or approved request, counts as in time when on or before the due day. */
  @Column('text', { nullable: true })
  closeRequestedOn!: string | null;

  /** Days spent in close-out review that were returned; not counted as overdue. */
  @Column('integer')
  daysInReview!: number;

  /** Approval document or reason of suspension, cancellation, objection. */
  @Column('text')
  stateReason!: string;

  @Column('text', { nullable: true })
  @ForeignKey('task')
  mergedIntoId!: string | null;

  /** 1 while 等/有关部门 is not completed by the office. */
  @Column('integer')
  openEnded!: number;

  /** JSON list of import problems still open. */
  @Column('text')
  problems!: string;

  @Column('integer')
  version!: number;
}
