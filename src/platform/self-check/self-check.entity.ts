import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One look of the program at itself. */
@Entity('self_check')
@Index('self_check_at', ['at'])
@Index('self_check_mail', ['mailState', 'nextAt'])
export class SelfCheck {
  @PrimaryColumn('text')
  id!: string;

  @Column('bigint')
  at!: number;

  @Column('integer')
  milliseconds!: number;

  /** JSON: number by counter; null where it could not be counted. */
  @Column('text')
  counters!: string;

  /** JSON: what is wrong, in sentences. */
  @Column('text')
  problems!: string;

  /** NONE · WAITING · SENT · GIVEN_UP: the mail that tells the administrator. */
  @Column('text')
  mailState!: string;

  @Column('integer')
  tries!: number;

  @Column('bigint')
  nextAt!: number;
}
