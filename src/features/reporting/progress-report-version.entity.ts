import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A report as it was submitted; every submission is kept. */
@Entity('progress_report_version')
@Unique(['reportId', 'ordinal'])
export class ProgressReportVersion {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('progress_report')
  reportId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('integer', { nullable: true })
  claimedProgress!: number | null;

  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('text')
  text!: string;

  @Column('text')
  problems!: string;

  @Column('text')
  nextStep!: string;

  /** JSON: ids of the evidence it names. */
  @Column('text', { default: '[]' })
  evidenceIds!: string;

  @Column('text')
  submittedOn!: string;

  @Column('bigint')
  submittedAt!: number;

  @Column('text')
  submittedBy!: string;

  /** SUBMITTED · RETURNED · ACCEPTED. */
  @Column('text')
  outcome!: string;

  @Column('text')
  outcomeReason!: string;

  /** Day of the return or acceptance; a month made up later asks for it. */
  @Column('text', { nullable: true })
  outcomeOn!: string | null;

  /** Post code. */
  @Column('text', { nullable: true })
  outcomeBy!: string | null;

  @Column('integer', { nullable: true })
  verifiedProgress!: number | null;
}
