import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A term of a post given to an account: who signs in as its holder, for as long as the term runs. */
@Entity('account_grant')
@Unique(['activePostId'])
@Index('account_grant_account', ['accountId'])
export class AccountGrant {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('account')
  accountId!: string;

  /** The term: one row of the table of posts. */
  @Column('text')
  @ForeignKey('post')
  postId!: string;

  /** The term's id while the grant stands, null afterwards: a term has one account at a time (no shared accounts). */
  @Column('text', { nullable: true })
  activePostId!: string | null;

  @Column('text')
  grantedBy!: string;

  @Column('bigint')
  grantedAt!: number;

  @Column('text', { nullable: true })
  revokedBy!: string | null;

  @Column('bigint', { nullable: true })
  revokedAt!: number | null;
}
