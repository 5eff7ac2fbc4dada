import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One point of the audit chain on its way to one place outside: what was sent, and whether it arrived. */
@Entity('anchor')
@Index('anchor_due', ['state', 'nextAt'])
@Index('anchor_place', ['place', 'at'])
export class Anchor {
  /** When it is from: hour or day (UTC). One anchor per slot and place. */
  @PrimaryColumn('text')
  slot!: string;

  /** `folder:<path>` · `mail:<address>` · `log`. */
  @PrimaryColumn('text')
  place!: string;

  @Column('bigint')
  seq!: number;

  /** Events up to there. */
  @Column('bigint')
  count!: number;

  @Column('text')
  hash!: string;

  /** SHA-256 over the contents of all events up to there. */
  @Column('text')
  contents!: string;

  /** When it was taken. */
  @Column('bigint')
  at!: number;

  /** WAITING · SENT · GIVEN_UP. */
  @Column('text')
  state!: string;

  @Column('integer')
  tries!: number;

  @Column('bigint')
  nextAt!: number;

  @Column('bigint', { nullable: true })
  sentAt!: number | null;

  @Column('text', { nullable: true })
  lastError!: string | null;
}
