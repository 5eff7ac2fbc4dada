import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One job × one slot: inserting the row is the claim, the finished row the watermark. */
@Entity('schedule_run')
@Index('schedule_run_state', ['job', 'state'])
@Index('schedule_run_begun', ['state', 'startedAt'])
export class ScheduleRun {
  @PrimaryColumn('text')
  job!: string;

  @PrimaryColumn('text')
  slot!: string;

  /** RUNNING · DONE · FAILED · COLLAPSED (a later slot of a `latest` job stands for it). */
  @Column('text')
  state!: string;

  /** Counts claims; a writer whose number is older than the row's is a zombie and is refused. */
  @Column('integer')
  fence!: number;

  @Column('integer')
  attempts!: number;

  /** 1 when the slot was made up after its own day (补跑). */
  @Column('integer')
  madeUp!: number;

  @Column('text')
  owner!: string;

  @Column('bigint')
  leaseUntil!: number;

  /** How far the run has come, in the job's own words; empty at the start. */
  @Column('text')
  cursor!: string;

  /** JSON of what the run did, once done. */
  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('bigint')
  startedAt!: number;

  @Column('bigint', { nullable: true })
  finishedAt!: number | null;
}

/** The latest instant this installation has seen; a clock that jumps stops the schedule instead of flagging a district. */
@Entity('clock_guard')
export class ClockGuard {
  @PrimaryColumn('text')
  id!: string;

  @Column('bigint')
  maxWall!: number;
}
