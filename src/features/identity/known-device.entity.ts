import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A browser that has signed in before, by the hash of its cookie. Its owner gets in though strangers have locked the account. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('text')
  tokenSha256!: string;

  @PrimaryColumn('text')
  @ForeignKey('account')
  accountId!: string;

  @Column('bigint')
  lastUsedAt!: number;
}
