import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A group of opinions of the public and what became of it (第十八条). */
@Entity('decision_opinion')
@Unique(['decisionId', 'ordinal'])
export class DecisionOpinion {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('major_decision')
  decisionId!: string;

  @Column('integer')
  ordinal!: number;

  /** Who said so, or by which way it came. */
  @Column('text')
  source!: string;

  @Column('text')
  opinion!: string;

  /** How many said so. */
  @Column('integer')
  people!: number;

  /** ADOPTED · PARTLY · NOT. */
  @Column('text')
  adoption!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  recordedOn!: string;

  @Column('text')
  recordedBy!: string;
}
