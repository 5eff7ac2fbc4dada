import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A fact of a frozen month that turned out otherwise: 追溯更正, shown in the next bulletin. */
@Entity('snapshot_correction')
@Unique(['sourceKey'])
@Index('snapshot_correction_shown', ['ledgerId', 'shownIn'])
export class SnapshotCorrection {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  /** The frozen month. */
  @Column('text')
  month!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('text')
  departmentCode!: string;

  @Column('text')
  field!: string;

  @Column('text')
  was!: string;

  @Column('text')
  now!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  recordedOn!: string;

  /** Month whose bulletin tells of it. */
  @Column('text', { nullable: true })
  shownIn!: string | null;

  /** What it came from; once each. */
  @Column('text')
  sourceKey!: string;
}
