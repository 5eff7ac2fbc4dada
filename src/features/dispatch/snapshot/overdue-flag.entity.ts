import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A task or node was overdue at a freeze; raised once per deadline version. */
@Entity('overdue_flag')
@Unique(['taskId', 'milestoneId', 'deadlineVersion'])
export class OverdueFlag {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  /** Empty for the task itself. */
  @Column('text')
  milestoneId!: string;

  @Column('integer')
  deadlineVersion!: number;

  @Column('text')
  dueOn!: string;

  /** Month. */
  @Column('text')
  raisedIn!: string;

  @Column('integer')
  raisedOverdueDays!: number;

  @Column('text', { nullable: true })
  clearedIn!: string | null;
}
