import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Whom another service means by an account: set by the first sign-in from there, held to afterwards. */
@Entity('foreign_identity')
@Unique(['issuer', 'subject'])
export class ForeignIdentity {
  @PrimaryColumn('text')
  @ForeignKey('account')
  accountId!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('bigint')
  linkedAt!: number;
}
