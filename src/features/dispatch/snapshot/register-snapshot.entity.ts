import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision or a hearing as a month froze it; only ever inserted. */
@Entity('register_snapshot')
export class RegisterSnapshot {
  @PrimaryColumn('text')
  roundId!: string;

  /** DECISIONS · HEARINGS. */
  @PrimaryColumn('text')
  register!: string;

  @PrimaryColumn('text')
  number!: string;

  @Column('text')
  sortKey!: string;

  @Column('text')
  title!: string;

  /** Two defendants of one hearing have a row each. */
  @PrimaryColumn('text')
  departmentCode!: string;

  @Column('text')
  departmentName!: string;

  @Column('text')
  standing!: string;

  @Column('text')
  light!: string;

  @Column('text')
  rule!: string;

  @Column('text')
  explanation!: string;

  @Column('text', { nullable: true })
  dueOn!: string | null;

  @Column('integer')
  overdueDays!: number;
}
