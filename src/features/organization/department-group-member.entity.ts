import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A member of a group whose rule is LIST. */
@Entity('department_group_member')
@Unique(['groupId', 'departmentId'])
export class DepartmentGroupMember {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('department_group')
  groupId!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;
}
