import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A token such as 各街道 that stands for many departments; its members follow a rule or a list. */
@Entity('department_group')
@Unique(['code'])
export class DepartmentGroup {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  /** KIND:SUBDISTRICT · KIND:GOVERNMENT,VERTICAL · ALL · ENFORCEMENT · RESPONSIBLE · LIST. */
  @Column('text')
  rule!: string;

  /** JSON list of the phrases that mean this group. */
  @Column('text')
  phrases!: string;

  @Column('integer')
  version!: number;
}
