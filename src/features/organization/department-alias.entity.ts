import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Another name of a department, with the days it is in use. */
@Entity('department_alias')
@Unique(['alias', 'departmentId'])
export class DepartmentAlias {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  @Column('text')
  alias!: string;

  @Column('text', { nullable: true })
  validFrom!: string | null;

  @Column('text', { nullable: true })
  validTo!: string | null;
}
