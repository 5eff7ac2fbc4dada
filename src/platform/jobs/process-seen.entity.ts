import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process that was there not long ago; it writes its row anew twice a minute and takes it away when it goes. */
@Entity('process_seen')
export class ProcessSeen {
  /** The same name that owns runs: `host/pid/token`. */
  @PrimaryColumn('text')
  id!: string;

  /** APP (answers people) · WORKER. */
  @Column('text')
  role!: string;

  /** 1 = works the schedule, events and deliveries. */
  @Column('integer')
  works!: number;

  @Column('text')
  host!: string;

  @Column('integer')
  pid!: number;

  @Column('text')
  version!: string;

  /** IN_PROCESS · REDIS · REDIS_LOST. */
  @Column('text')
  transport!: string;

  /** In the words of Redis or its client; empty while all is well. */
  @Column('text')
  transportReason!: string;

  /** Since when the transport has been so. */
  @Column('bigint')
  transportSince!: number;

  @Column('bigint')
  startedAt!: number;

  @Column('bigint')
  seenAt!: number;
}
