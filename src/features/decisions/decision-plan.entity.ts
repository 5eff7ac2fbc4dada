import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A planned day on which a decision is to be finished; later ones replace earlier ones from their day on. */
@Entity('decision_plan')
@Unique(['decisionId', 'ordinal'])
export class DecisionPlan {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('major_decision')
  decisionId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  finishOn!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  recordedOn!: string;

  /** Post code. */
  @Column('text')
  recordedBy!: string;
}
