import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A task as it was handed down (分解下达) to one jurisdiction below. What was handed down is copied, so that the receiving
 * office never has to read the ledger above; the row belongs to the receiver.
 */
@Entity('task_breakdown')
@Unique(['sourceTaskId', 'receiverId'])
@Unique(['receivedTaskId'])
@Index('task_breakdown_receiver', ['receiverId', 'state'])
@Index('task_breakdown_giver', ['giverId', 'state'])
export class TaskBreakdown {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  sourceTaskId!: string;

  /** The department that owns the ledger above. */
  @Column('text')
  @ForeignKey('department')
  giverId!: string;

  /** The node of the jurisdiction it was handed down to. */
  @Column('text')
  @ForeignKey('department')
  receiverId!: string;

  @Column('integer')
  year!: number;

  /** Name of the issuing office. */
  @Column('text')
  office!: string;

  @Column('text')
  ledgerTitle!: string;

  /** 发文字号 of the ledger above. */
  @Column('text')
  document!: string;

  /** Number the task has in the ledger above. */
  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  /** Measures and standard. */
  @Column('text')
  measures!: string;

  /** Headings from level 1, joined by ` / `. */
  @Column('text')
  indicator!: string;

  @Column('text')
  deadlineRaw!: string;

  /** JSON of the parsed phrase. */
  @Column('text')
  deadline!: string;

  /** The deadline above as it stands now; the receiver's may be earlier, never later. */
  @Column('text', { nullable: true })
  dueOn!: string | null;

  @Column('integer', { nullable: true })
  targetCount!: number | null;

  @Column('text')
  targetUnit!: string;

  /** What the office above adds for the receivers. */
  @Column('text')
  note!: string;

  /** See domain/task breakdown lifecycle. */
  @Column('text')
  state!: string;

  @Column('text')
  handedDownOn!: string;

  /** Post code. */
  @Column('text')
  handedDownBy!: string;

  @Column('text', { nullable: true })
  answeredOn!: string | null;

  /** Post code. */
  @Column('text', { nullable: true })
  answeredBy!: string | null;

  /** Why it was returned or withdrawn. */
  @Column('text')
  reason!: string;

  /** The task it became in the receiver's ledger. */
  @Column('text', { nullable: true })
  @ForeignKey('task')
  receivedTaskId!: string | null;

  /** The day the office above cancelled its task; only then the receiver may cancel. */
  @Column('text', { nullable: true })
  releasedOn!: string | null;

  @Column('integer')
  version!: number;
}
