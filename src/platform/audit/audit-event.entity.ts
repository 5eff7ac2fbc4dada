import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One change, who made it, and its place in the hash chain. Insert-only: triggers refuse anything else. */
@Entity('audit_event')
@Index('audit_event_object', ['objectKind', 'objectId'])
@Index('audit_event_at', ['at'])
@Index('audit_event_actor', ['actor', 'seq'])
export class AuditEvent {
  @PrimaryColumn('bigint')
  seq!: number;

  @Column('bigint')
  at!: number;

  /** Post code of who acted. */
  @Column('text')
  actor!: string;

  /** Name of the person who held the post. */
  @Column('text')
  holder!: string;

  @Column('text')
  address!: string;

  @Column('text')
  requestId!: string;

  /** What was done, e.g. `ledger.issue`. */
  @Column('text')
  operation!: string;

  @Column('text')
  objectKind!: string;

  @Column('text')
  objectId!: string;

  /** JSON of the fields before the change, or null. */
  @Column('text', { nullable: true })
  before!: string | null;

  /** JSON of the fields after the change, or null. */
  @Column('text', { nullable: true })
  after!: string | null;

  @Column('text')
  previousHash!: string;

  @Column('text')
  hash!: string;
}

/** Where the chain ends: one row, locked by whoever appends. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('text')
  id!: string;

  @Column('bigint')
  seq!: number;

  @Column('text')
  hash!: string;
}
