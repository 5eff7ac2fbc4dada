import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A decision or a hearing's form was overdue at a freeze; raised once per day it was due. */
@Entity('register_flag')
@Unique(['register', 'number', 'departmentCode', 'dueOn'])
export class RegisterFlag {
  @PrimaryColumn('text')
  id!: string;

  /** DECISIONS · HEARINGS. */
  @Column('text')
  register!: string;

  @Column('text')
  number!: string;

  @Column('text')
  departmentCode!: string;

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
