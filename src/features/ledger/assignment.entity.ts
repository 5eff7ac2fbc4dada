import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A department's part in a task, with its own sub-state and light. */
@Entity('assignment')
@Unique(['taskId', 'departmentId'])
@Index('assignment_department', ['departmentId'])
export class Assignment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** LEAD · SUPPORT. */
  @Column('text')
  role!: string;

  /** Exactly one per task. */
  @Column('integer')
  isFirstLead!: number;

  /** Group token the department came in by. */
  @Column('text', { nullable: true })
  viaGroup!: string | null;

  /** See domain/task assignment lifecycle. */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  signedOn!: string | null;

  @Column('integer')
  ordinal!: number;

  @Column('integer')
  version!: number;
}
