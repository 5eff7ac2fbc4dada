import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The authenticator of an account: its secret, sealed, and which of its codes was used last. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('text')
  @ForeignKey('account')
  accountId!: string;

  @Column('text')
  sealedSecret!: string;

  /** Null until a first code has shown that the authenticator works; until then it counts for nothing. */
  @Column('bigint', { nullable: true })
  confirmedAt!: number | null;

  /** Number of the half minute whose code was taken last; an older one, or the same again, is refused. */
  @Column('bigint')
  lastStep!: number;
}
