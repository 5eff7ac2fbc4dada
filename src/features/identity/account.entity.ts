import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person who may sign in. What he may do follows from the posts granted to him, or from his duty. */
@Entity('account')
@Unique(['username'])
export class Account {
  @PrimaryColumn('text')
  id!: string;

  /** Lower case, unique. */
  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  /** SYSADMIN · SECADMIN · AUDITOR, or null; whoever has a duty holds no post, so no one holds two (三员分立). */
  @Column('text', { nullable: true })
  duty!: string | null;

  /** ACTIVE · DISABLED. */
  @Column('text')
  state!: string;

  @Column('text')
  stateReason!: string;

  /** 1: signs in with a password somebody else has seen, so it must be changed first. */
  @Column('integer')
  mustChange!: number;

  /** 1: made by the demonstration; signs in to demonstration data only. */
  @Column('integer')
  isDemonstration!: number;

  @Column('bigint')
  createdAt!: number;

  @Column('bigint', { nullable: true })
  lastSignInAt!: number | null;

  /** When it was last started again after having been stopped. */
  @Column('bigint', { nullable: true })
  enabledAt!: number | null;

  /** Failed sign-ins since the last one that succeeded; told to the owner. */
  @Column('integer')
  failedSince!: number;

  @Column('integer')
  version!: number;
}
