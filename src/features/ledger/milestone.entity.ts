import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A node of a task, or one period of a recurring task (ADR 0010). */
@Entity('milestone')
@Unique(['taskId', 'kind', 'period'])
export class Milestone {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  /** NODE · OCCURRENCE. */
  @Column('text')
  kind!: string;

  /** `2023-06`, `2023Q2` … for an occurrence, the ordinal for a node. */
  @Column('text')
  period!: string;

  @Column('text')
  label!: string;

  @Column('text')
  startsOn!: string;

  @Column('text')
  originalDueOn!: string;

  @Column('text')
  dueOn!: string;

  @Column('integer')
  deadlineVersion!: number;

  @Column('text', { nullable: true })
  doneOn!: string | null;

  /** What shows it is done. */
  @Column('text')
  proof!: string;

  @Column('integer')
  version!: number;
}
