import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A password an account has or had, as its Argon2id hash; the newest one counts, older ones may not come back. */
@Entity('account_password')
@Index('account_password_newest', ['accountId', 'setAt'])
export class AccountPassword {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('account')
  accountId!: string;

  @Column('text')
  hash!: string;

  @Column('bigint')
  setAt!: number;
}
