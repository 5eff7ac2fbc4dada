import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A digest on one channel. */
@Entity('delivery')
@Unique(['digestId', 'channel'])
@Unique(['messageId'])
@Index('delivery_due', ['state', 'nextAt'])
export class Delivery {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('digest')
  digestId!: string;

  /** MAIL · ROBOT_WECOM · ROBOT_DINGTALK. */
  @Column('text')
  channel!: string;

  /** Of a mail the box, of a robot its id. */
  @Column('text')
  address!: string;

  /** Constant, so that a doubled transmission can be told. */
  @Column('text')
  messageId!: string;

  /** QUEUED · SENT · FAILED · GIVEN_UP. */
  @Column('text')
  state!: string;

  @Column('integer')
  tries!: number;

  @Column('bigint')
  nextAt!: number;

  @Column('bigint')
  leaseUntil!: number;

  @Column('integer')
  fence!: number;

  @Column('bigint', { nullable: true })
  sentAt!: number | null;

  @Column('text')
  lastError!: string;
}
