import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a write that carried an Idempotency-Key, kept in the same transaction as the write. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  @PrimaryColumn('text')
  actor!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  operation!: string;

  @Column('text')
  bodySha256!: string;

  @Column('integer')
  status!: number;

  @Column('text')
  response!: string;

  @Column('bigint')
  at!: number;
}
