import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An event written in the same transaction as the change it tells of; worked at least once, its effect once. */
@Entity('outbox')
@Unique(['topic', 'key'])
@Index('outbox_due', ['state', 'nextAt'])
export class OutboxMessage {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  topic!: string;

  /** What the event is about; the same topic and key are never put twice. */
  @Column('text')
  key!: string;

  @Column('text')
  payload!: string;

  /** WAITING · DONE · DEAD. */
  @Column('text')
  state!: string;

  @Column('integer')
  tries!: number;

  @Column('bigint')
  nextAt!: number;

  @Column('bigint')
  createdAt!: number;

  @Column('bigint', { nullable: true })
  doneAt!: number | null;

  @Column('text', { nullable: true })
  lastError!: string | null;
}
