import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A signed-in browser. The token itself is kept nowhere but in its cookie. */
@Entity('session')
@Unique(['tokenSha256'])
@Index('session_account', ['accountId', 'endedAt'])
export class Session {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  tokenSha256!: string;

  @Column('text')
  @ForeignKey('account')
  accountId!: string;

  /** The post acted for, where the account holds several; null: the first. */
  @Column('text', { nullable: true })
  postCode!: string | null;

  @Column('bigint')
  startedAt!: number;

  @Column('bigint')
  seenAt!: number;

  @Column('bigint')
  expiresAt!: number;

  @Column('text')
  address!: string;

  @Column('text')
  userAgent!: string;

  @Column('bigint', { nullable: true })
  endedAt!: number | null;

  /** By what it began: PASSWORD · OIDC. */
  @Column('text', { default: 'PASSWORD' })
  means!: string;

  /** SIGNED_OUT · PASSWORD · DISABLED · ADMINISTRATOR · RESTORED. */
  @Column('text', { nullable: true })
  endedWhy!: string | null;
}
