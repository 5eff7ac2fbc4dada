import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One month of one ledger. */
@Entity('dispatch_round')
@Unique(['ledgerId', 'month'])
export class DispatchRound {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  @Column('text')
  month!: string;

  /** OPEN · COLLECTING · FROZEN · MET · PUBLISHED. */
  @Column('text')
  state!: string;

  @Column('text')
  reportsDueOn!: string;

  @Column('text')
  freezeOn!: string;

  @Column('text')
  meetingOn!: string;

  @Column('text')
  minutesDueOn!: string;

  @Column('text')
  bulletinDueOn!: string;

  /** 补跑. */
  @Column('integer')
  madeUp!: number;

  @Column('bigint', { nullable: true })
  frozenAt!: number | null;

  @Column('text', { nullable: true })
  snapshotSha256!: string | null;

  /** JSON summary of the frozen month. */
  @Column('text', { nullable: true })
  totals!: string | null;

  /** JSON: the numbers decisions and court appearance stood with; null before the freeze. */
  @Column('text', { nullable: true })
  registerFigures!: string | null;

  @Column('text', { nullable: true })
  metOn!: string | null;

  @Column('text', { nullable: true })
  publishedOn!: string | null;

  @Column('integer')
  version!: number;
}
